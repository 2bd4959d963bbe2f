import { type BrowserWindow, dialog, shell } from 'electron';
import type { Say } from './texts.ts';

const MAX_LENGTH = 2048;

/** A link that may be given to the system's browser, with its host as it is really called; undefined for any other. */
export function readExternalLink(url: string): { readonly url: string; readonly host: string } | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (url.length > MAX_LENGTH || /[\u0000-\u0020\u007f-\u009f]/.test(url) || !URL.canParse(url))
    return undefined;
  const { protocol, host, username, password, href, pathname } = new URL(url);
  if (username !== '' || password !== '') return undefined;
  if (protocol === 'mailto:') return { url: href, host: pathname };
  // The parser has turned a name in other letters into its ASCII form, so that none can pass for another.
  return (protocol === 'https:' || protocol === 'http:') && host !== '' ? { url: href, host } : undefined;
}

/** Opens a link in the system's browser after the user has seen where it leads. */
export async function openExternalLink(window: BrowserWindow, given: string, say: Say): Promise<void> {
  const link = readExternalLink(given);
  if (link === undefined) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: say('linkTitle'),
    detail: say('linkDetail', { url: link.url, host: link.host }),
    buttons: [say('open'), say('cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await shell.openExternal(link.url);
}
