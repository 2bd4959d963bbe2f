import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';

/**
 * Whether a message comes from our page: the main frame of a window of ours, and showing our address. A
 * frame inside it, a page that it was led to, or a frame that is already gone is not.
 */
export function isOurPage(
  event: IpcMainEvent | IpcMainInvokeEvent,
  isOurs: (contentsId: number) => boolean,
): boolean {
  const { senderFrame, sender } = event;
  if (senderFrame === null || senderFrame !== sender.mainFrame || !isOurs(sender.id)) return false;
  return isPageUrl(senderFrame.url);
}

/** Whether an address is of our page. */
export function isPageUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === 'okm:' && host === 'ui';
}
