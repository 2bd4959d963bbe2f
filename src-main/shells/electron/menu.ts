import type { MenuItemConstructorOptions } from 'electron';
import type { Say } from './texts.ts';

/** The menu bar in the user's language. Only what the system itself does: the page has its own commands. */
export function menuTemplate(
  say: Say,
  { isMac, isPackaged }: { readonly isMac: boolean; readonly isPackaged: boolean },
): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
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
  return [
    ...(isMac ? [app] : []),
    { label: say('file'), submenu: isMac ? [closeWindow] : [closeWindow, separator, about, separator, quit] },
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
    { label: say('window'), submenu: [{ role: 'minimize', label: say('minimise') }] },
  ];
}
