import type { CslItem, CslName } from '#contract/case.ts';
import type { CitationStyle } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import { dateParts, isChinese } from './item.ts';

/** How a style cites in the text: a number, author and year, or a note at the foot of the page. */
export type CitingSystem = 'numbers' | 'author-date' | 'notes';

const systems: Readonly<Record<CitationStyle, CitingSystem>> = {
  'gb-2025': 'numbers',
  'gb-2015': 'numbers',
  'apa-7': 'author-date',
  'chicago-notes': 'notes',
  'chicago-author-date': 'author-date',
};

export function citingSystem(style: CitationStyle): CitingSystem {
  return systems[style];
}

/** Part of a source: pages, or another place in words (“sec. 3”, “第3节”). */
export type Locator = { readonly pages: string } | { readonly words: string };

/** Reads a locator as Pandoc writes it: `p. 12`, `pp. 12-15`, `第12页`, `12—15`; all else stays as it is. */
export function readLocator(text: string): Locator {
  const match = /^(?:pp?\.\s*|第\s*)?(\d+(?:\s*[-–—~～]\s*\d+)?)\s*页?$/u.exec(text.trim());
  const pages = match?.[1]?.replace(/\s*[-–—~～]\s*/u, '–');
  return pages === undefined ? { words: text.trim() } : { pages };
}

/** A source cited, with the letter that tells it from others of its author and year. */
export interface CitedItem {
  readonly item: CslItem;
  readonly suffix: string;
  readonly locator: string | null;
}

/** APA (7th ed., 8.11) and Chicago (18th ed., 13.102): author and year in brackets, in the marks of the document's language. */
export function authorDate(
  cited: readonly CitedItem[],
  style: 'apa-7' | 'chicago-author-date',
  language: Language,
): string {
  const zh = language === 'zh';
  const parts = cited.map(({ item, suffix, locator }) => {
    const comma = zh ? '，' : ', ';
    const who = authorLabel(item, style, language);
    const year = yearOf(item, suffix);
    const place = locator === null ? '' : comma + locatorWords(readLocator(locator), style, language);
    // Chicago sets no comma between author and year; Chinese print does in either style.
    return `${who}${style === 'apa-7' || zh ? comma : ' '}${year}${place}`;
  });
  return zh ? `（${parts.join('；')}）` : `(${parts.join('; ')})`;
}

function locatorWords(locator: Locator, style: CitationStyle, language: Language): string {
  if ('words' in locator) return locator.words;
  const { pages } = locator;
  if (style !== 'apa-7') return pages;
  if (language === 'zh') return `第${pages}页`;
  return `${pages.includes('–') ? 'pp.' : 'p.'} ${pages}`;
}

/** The year that a source is cited by, and the letter that tells it from others of its author and year. */
export function yearOf(item: CslItem, suffix = ''): string {
  const year = dateParts(item.issued)?.year;
  if (year !== undefined) return year + suffix;
  return (isChinese(item) ? '无日期' : 'n.d.') + (suffix === '' ? '' : `-${suffix}`);
}

/** Who wrote a source, as it is cited in the text; for one without an author its title, cut short. */
export function authorLabel(item: CslItem, style: CitationStyle, language: Language): string {
  const [first, second, ...more] = (item.author ?? []).map(familyOf);
  if (first === undefined) return titleLabel(item, language);
  const chinese = isChinese(item);
  if (second === undefined) return first;
  // Both styles name two and shorten three or more.
  if (more.length > 0) return chinese ? `${first}等` : `${first} et al.`;
  if (chinese) return `${first}、${second}`;
  return style === 'apa-7' ? `${first} & ${second}` : `${first} and ${second}`;
}

/** The part of a name that stands in the text. */
export function familyOf(name: CslName): string {
  return 'literal' in name ? name.literal : name.family;
}

const MOST_WORDS = 5;
const MOST_HAN = 14;

/** A title before its colon, at most a few words of it. */
export function shortenedTitle(item: CslItem): string {
  const head = item.title.split(/[:：—]/u)[0]?.trim() ?? item.title;
  if (isChinese(item)) return head.length > MOST_HAN ? `${head.slice(0, MOST_HAN)}…` : head;
  const words = head.split(/\s+/);
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} …` : head;
}

function titleLabel(item: CslItem, language: Language): string {
  const short = shortenedTitle(item);
  return language === 'zh' ? `《${short}》` : `“${short}”`;
}

/** Numbers as GB/T 7714 cites them: `[1,3-5]`; a source with a place of its own stands alone, the place behind: `[2]12-15`. */
export function numbered(
  cites: readonly { readonly number: number; readonly locator: string | null }[],
): string {
  const sorted = [...cites].sort((a, b) => a.number - b.number);
  const plain = sorted.filter(({ locator }) => locator === null).map(({ number }) => number);
  const placed = sorted.filter(({ locator }) => locator !== null);
  return [
    ...(plain.length === 0 ? [] : [`[${numberRanges(plain)}]`]),
    ...placed.map(({ number, locator }) => `[${number}]${placeWords(locator ?? '')}`),
  ].join('');
}

function placeWords(text: string): string {
  const locator = readLocator(text);
  return 'pages' in locator ? locator.pages.replace('–', '-') : `(${locator.words})`;
}

/** Numbers in order, neighbours as ranges: 1, 3-5. Two in a row are a range too (GB/T 7714). */
export function numberRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
