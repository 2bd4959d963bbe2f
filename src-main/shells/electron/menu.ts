import type { BaseWindow, MenuItemConstructorOptions } from 'electron';
import type { Say } from './texts.ts';

/** A case that the user has read lately, as a menu names it. */
export interface RecentCase {
  readonly id: string;
  readonly title: string;
}

/** What the menus do besides what the system itself does. */
export interface MenuActions {
  readonly openWindow: () => void;
  readonly openCase: (id: string) => void;
  readonly print: (window: BaseWindow | undefined) => void;
  readonly restartSafely: () => void;
}

interface MenuOptions {
  readonly isMac: boolean;
  readonly isPackaged: boolean;
  readonly recent: readonly RecentCase[];
  readonly actions: MenuActions;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The menu bar in the user's language: what the system and the windows do; the page has its own commands. */
export function menuTemplate(
  say: Say,
  { isMac, isPackaged, recent, actions }: MenuOptions,
): MenuItemConstructorOptions[] {
  const about: MenuItemConstructorOptions = { role: 'about', label: say('about') };
  const quit: MenuItemConstructorOptions = { role: 'quit', label: say('quit') };
  const app: MenuItemConstructorOptions = {
    label: say('appName'),
    submenu: [
      about,
      separator,
      { role: 'services', label: say('services') },
      separator,
      { role: 'hide', label: say('hide') },
      { role: 'hideOthers', label: say('hideOthers') },
      separator,
      quit,
    ],
  };
  const closeWindow: MenuItemConstructorOptions = { role: 'close', label: say('closeWindow') };
  const file: MenuItemConstructorOptions[] = [
    { label: say('newWindow'), accelerator: 'CmdOrCtrl+N', click: actions.openWindow },
    {
      label: say('openRecent'),
      enabled: recent.length > 0,
      submenu: recent.map(({ id, title }) => ({
        // A single & would mark the next letter as the item's key.
        label: title.replaceAll('&', '&&'),
        click: () => actions.openCase(id),
      })),
    },
    separator,
    {
      label: say('print'),
      accelerator: 'CmdOrCtrl+P',
      click: (_item, window) => actions.print(window),
    },
    separator,
    closeWindow,
    ...(isMac ? [] : [separator, quit]),
  ];
  return [
    ...(isMac ? [app] : []),
    { label: say('file'), submenu: file },
    {
      label: say('edit'),
      submenu: [
        { role: 'undo', label: say('undo') },
        { role: 'redo', label: say('redo') },
        separator,
        { role: 'cut', label: say('cut') },
        { role: 'copy', label: say('copy') },
        { role: 'paste', label: say('paste') },
        { role: 'selectAll', label: say('selectAll') },
      ],
    },
    {
      label: say('view'),
      submenu: [
        { role: 'reload', label: say('reload') },
        separator,
        { role: 'zoomIn', label: say('zoomIn') },
        { role: 'zoomOut', label: say('zoomOut') },
        { role: 'resetZoom', label: say('zoomReset') },
        separator,
        { role: 'togglefullscreen', label: say('fullScreen') },
        ...(isPackaged ? [] : [{ role: 'toggleDevTools', label: say('devTools') } as const]),
      ],
    },
    { label: say('window'), role: 'windowMenu', submenu: [{ role: 'minimize', label: say('minimise') }] },
    {
      label: say('help'),
      role: 'help',
      submenu: [
        { label: say('restartSafely'), click: actions.restartSafely },
        ...(isMac ? [] : [separator, about]),
      ],
    },
  ];
}
