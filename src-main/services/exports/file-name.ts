// What Windows, macOS or Linux refuse or read otherwise in a name, and marks that turn its direction.
const forbidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const most = 80;

/** A file name that every system takes: the words of a title, cut at 80 code points, and the ending. */
export function safeFileName(title: string, ending: string): string {
  const words = title.normalize('NFC').replace(forbidden, ' ').replace(/\s+/g, ' ').trim();
  const cut = [...words]
    .slice(0, most)
    .join('')
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '')
    .trim();
  const name = cut === '' || devices.test(cut) ? `okm ${cut}`.trim() : cut;
  return `${name}.${ending}`;
}
