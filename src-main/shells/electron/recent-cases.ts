import { app, Menu } from 'electron';
import type { Language } from '#contract/ids.ts';
import type { Program } from '../open-program.ts';
import type { RecentCase } from './menu.ts';
import type { Say } from './texts.ts';

/** How many cases a menu or a jump list shows. */
const SHOWN = 8;

/** The cases read lately, newest first, with their titles in the user's language. */
export async function readRecentCases(program: Program, language: Language): Promise<RecentCase[]> {
  const { recent } = await program.services.settings.get();
  if (recent.length === 0) return [];
  const { cases } = program.services.library.list();
  const titles = new Map(cases.map(({ id, title }) => [id, title[language]]));
  return recent
    .flatMap((id) => {
      const title = titles.get(id);
      return title === undefined ? [] : [{ id, title }];
    })
    .slice(0, SHOWN);
}

/**
 * Shows them where the system keeps such a list: the dock's menu on macOS, the jump list on Windows, which
 * starts the program with the case's link. Linux has no list that a program may fill at run time.
 */
export function listOutside(recent: readonly RecentCase[], say: Say, openCase: (id: string) => void): void {
  if (process.platform === 'darwin') {
    app.dock?.setMenu(
      Menu.buildFromTemplate(recent.map(({ id, title }) => ({ label: title, click: () => openCase(id) }))),
    );
  } else if (process.platform === 'win32' && app.isPackaged) {
    app.setJumpList([
      {
        type: 'custom',
        name: say('openRecent'),
        items: recent.map(({ id, title }) => ({
          type: 'task',
          program: process.execPath,
          args: `onekm://case/${id}`,
          title,
          description: title,
          iconPath: process.execPath,
          iconIndex: 0,
        })),
      },
    ]);
  }
}
