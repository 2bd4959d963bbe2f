import type { Language } from '#contract/ids.ts';

/** What the windows, menus and dialogs of the system say; the page has catalogues of its own. */
const zh = {
  appName: '一公里案例库',
  file: '文件',
  newWindow: '新窗口',
  openRecent: '最近读过的案例',
  print: '打印…',
  closeWindow: '关闭窗口',
  quit: '退出',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '显示',
  reload: '重新载入',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '实际大小',
  fullScreen: '全屏',
  devTools: '开发者工具',
  window: '窗口',
  minimise: '最小化',
  help: '帮助',
  licence: 'One Kilometre作者，MIT许可',
  restartSafely: '以安全模式重新打开',
  about: '关于一公里案例库',
  hide: '隐藏一公里案例库',
  hideOthers: '隐藏其他',
  services: '服务',
  saveTitle: '保存文件',
  linkTitle: '在浏览器里打开这个链接？',
  linkDetail: '{url}\n\n一公里案例库自己不联网；浏览器会访问 {host}。',
  open: '打开',
  cancel: '取消',
  crashTitle: '页面意外停止了两次',
  crashDetail:
    '此前保存的都在。可以重新载入；还不行，就以安全模式打开：窗口从“设置”开始，不回到上次的页面，也不做后台整理。',
  failed: '程序没有打开',
  faultDetail: '出了意料之外的错误（日志编号 {logId}）。此前保存的都在。程序就此退出，请再打开一次。',
} as const;
export type TextId = keyof typeof zh;

const en = {
  appName: 'One Kilometre',
  file: 'File',
  newWindow: 'New window',
  openRecent: 'Cases read lately',
  print: 'Print…',
  closeWindow: 'Close window',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  reload: 'Reload',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
  devTools: 'Developer tools',
  window: 'Window',
  minimise: 'Minimise',
  help: 'Help',
  licence: 'The One Kilometre authors, MIT licence',
  restartSafely: 'Open again in safe mode',
  about: 'About One Kilometre',
  hide: 'Hide One Kilometre',
  hideOthers: 'Hide others',
  services: 'Services',
  saveTitle: 'Save the file',
  linkTitle: 'Open this link in the browser?',
  linkDetail: '{url}\n\nOne Kilometre itself never goes online; the browser will visit {host}.',
  open: 'Open',
  cancel: 'Cancel',
  crashTitle: 'The page has stopped twice',
  crashDetail:
    'Everything saved before is there. Load the page anew; if that does not help, open it in safe mode: it begins at the settings, does not go back to the last page, and tidies nothing in the background.',
  failed: 'The program was not opened',
  faultDetail:
    'Something unexpected went wrong (log id {logId}). Everything saved before is there. The program ends; please open it again.',
} as const satisfies Record<TextId, string>;

const catalogues: Record<Language, Record<TextId, string>> = { zh, en };

export type Say = (id: TextId, values?: Readonly<Record<string, string>>) => string;

/** The texts in a language. */
export function speak(language: Language): Say {
  return (id, values = {}) =>
    catalogues[language][id].replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
}
