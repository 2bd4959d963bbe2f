import type { CslItem, PartialDate } from '#contract/case.ts';

/** Whether a reference is written by the rules for Chinese items. */
export function isChinese(item: CslItem): boolean {
  return item.language === 'zh' || item.language.startsWith('zh-');
}

/** The months as English references write them out. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export interface DateParts {
  readonly year: string;
  readonly month?: string;
  readonly day?: string;
}

/** Takes a date apart; months and days keep their two digits. */
export function dateParts(date: PartialDate | undefined): DateParts | undefined {
  if (date === undefined) return undefined;
  const [year, month, day] = String(date).split('-');
  if (year === undefined || year === '') return undefined;
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

/** A field that may be a number in YAML, as text; undefined when absent. */
export function textOf(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** Pages with the dash that a style wants between first and last. */
export function pagesOf(item: CslItem, dash: string): string | undefined {
  return textOf(item.page)?.replace(/\s*[-–—]\s*/g, dash);
}

/** The address that stands for a DOI. */
export function doiUrl(item: CslItem): string | undefined {
  return item.DOI === undefined ? undefined : `https://doi.org/${item.DOI}`;
}

/** A title between double quotation marks: those that it has itself become single ones. */
export function quotedTitle(title: string): string {
  return title.replaceAll('“', '‘').replaceAll('”', '’');
}

/** Adds the full stop of a part, unless the part ends in a mark already. */
export function closed(text: string, stop = '.'): string {
  return /[.。!！?？…]$/.test(text) ? text : text + stop;
}
