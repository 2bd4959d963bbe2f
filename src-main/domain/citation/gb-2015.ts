import type { CslItem } from '#contract/case.ts';
import { formatGb, type GbEdition } from './gb-7714.ts';
import { dateParts } from './item.ts';
import type { TextRun } from './text-run.ts';

/** Half-width marks, Latin family names in capitals, initials for every given name, access days throughout. */
const edition: GbEdition = {
  comma: ', ',
  colon: ': ',
  open: '(',
  close: ')',
  capitals: true,
  keepHyphen: false,
  wholePinyin: false,
  accessEverywhere: true,
  lawCode: { online: 'A/OL', print: 'A' },
  standard: standardText,
};

function standardText(item: CslItem): string {
  const number = item.number === undefined ? '' : `: ${item.number}`;
  const imprint = [item['publisher-place'], item.publisher].filter((part) => part !== undefined).join(': ');
  const year = dateParts(item.issued)?.year ?? '';
  const seen = item.URL !== undefined && item.accessed !== undefined ? `[${String(item.accessed)}]` : '';
  const end = [imprint, year].filter((part) => part !== '').join(', ') + seen;
  const code = item.URL === undefined ? 'S' : 'S/OL';
  return (
    `${item.title}${number}[${code}].` +
    (end === '' ? '' : ` ${end}.`) +
    (item.URL === undefined ? '' : ` ${item.URL}.`)
  );
}

/** One reference by GB/T 7714—2015, numeric system. */
export function formatGb2015(item: CslItem): TextRun[] {
  return formatGb(item, edition);
}
