import type { CslItem } from '#contract/case.ts';
import { formatGb, type GbEdition } from './gb-7714.ts';
import type { TextRun } from './text-run.ts';

/** Full-width marks save `.` and brackets; Latin names as they are written; access days at web pages alone. */
const edition: GbEdition = {
  comma: '，',
  colon: '：',
  open: '（',
  close: '）',
  capitals: false,
  keepHyphen: true,
  wholePinyin: true,
  accessEverywhere: false,
  lawCode: { online: 'EB/OL', print: 'Z' },
  standard: (item) =>
    `${item.number === undefined ? '' : `${item.number} `}${item.title}[${item.URL === undefined ? 'S' : 'S/OL'}].` +
    (item.URL === undefined ? '' : ` ${item.URL}.`),
};

/** One reference by GB/T 7714—2025, numeric system. */
export function formatGb2025(item: CslItem): TextRun[] {
  return formatGb(item, edition);
}
