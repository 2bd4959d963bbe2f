import type { Language } from '#contract/ids.ts';

const nameWidth: Readonly<Record<Language, number>> = { zh: 132, en: 148 };
const findingWidth: Readonly<Record<Language, number>> = { zh: 192, en: 176 };

/** Widths of the table's columns, CSS px. */
export interface TableWidths {
  readonly first: number;
  readonly last: number;
  /** Under which the table scrolls sideways. */
  readonly least: number;
}

/**
 * Three cases with the sentences beside them, and six without, do not scroll sideways in a window of 1280; the
 * more cases, the narrower each.
 */
export function widthsOf(table: {
  readonly cases: number;
  readonly rows: number;
  readonly isTurned: boolean;
  readonly language: Language;
}): TableWidths {
  const { cases, rows, isTurned, language } = table;
  if (isTurned) return { first: 180, last: 0, least: 180 + rows * 184 };
  const first = nameWidth[language];
  const last = cases > 4 ? 148 : findingWidth[language];
  const each = cases <= 3 ? 200 : cases === 4 ? 184 : 150;
  return { first, last, least: first + cases * each + last };
}
