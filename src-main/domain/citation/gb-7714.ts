import type { CslItem, CslName, CslType } from '#contract/case.ts';
import { closed, dateParts, isChinese, pagesOf, textOf } from './item.ts';
import { isPinyinName, pinyinSyllables } from './pinyin-name.ts';
import type { TextRun } from './text-run.ts';

/** What GB/T 7714—2015 and GB/T 7714—2025 do differently. */
export interface GbEdition {
  readonly comma: string;
  readonly colon: string;
  readonly open: string;
  readonly close: string;
  /** Latin family names in capitals. */
  readonly capitals: boolean;
  /** A hyphenated given name keeps its hyphen in the initials. */
  readonly keepHyphen: boolean;
  /** A given name in pinyin is written out. */
  readonly wholePinyin: boolean;
  /** The day of access stands at every online item, not at web pages alone. */
  readonly accessEverywhere: boolean;
  readonly standard: (item: CslItem) => string;
  readonly lawCode: { readonly online: string; readonly print: string };
}

const codes: Record<CslType, string> = {
  'article-journal': 'J',
  'article-magazine': 'J',
  'article-newspaper': 'N',
  webpage: 'EB',
  report: 'R',
  book: 'M',
  chapter: 'M',
  thesis: 'D',
  'paper-conference': 'C',
  legislation: 'A',
  regulation: 'A',
  standard: 'S',
  dataset: 'DS',
};

/** Formats one reference by GB/T 7714, numeric system, for the edition given. */
export function formatGb(item: CslItem, edition: GbEdition): TextRun[] {
  return [{ text: referenceText(item, edition) }];
}

function referenceText(item: CslItem, edition: GbEdition): string {
  if (item.type === 'standard') return edition.standard(item);
  const head = [author(item, edition), `${title(item, edition)}[${code(item, edition)}]`]
    .filter((part) => part !== '')
    .map((part, index, all) => (index < all.length - 1 ? closed(part) : part))
    .join(' ');
  const body = source(item, edition);
  const tail = [item.URL, item.DOI === undefined ? undefined : `DOI:${item.DOI}`]
    .filter((part) => part !== undefined)
    .map((part) => ` ${part}.`)
    .join('');
  return closed(head + body) + tail;
}

function code(item: CslItem, edition: GbEdition): string {
  const online = item.URL !== undefined || item.DOI !== undefined;
  if (item.type === 'webpage') return 'EB/OL';
  if (isLaw(item)) return online ? edition.lawCode.online : edition.lawCode.print;
  return online ? `${codes[item.type]}/OL` : codes[item.type];
}

function isLaw(item: CslItem): boolean {
  return item.type === 'legislation' || item.type === 'regulation';
}

function title(item: CslItem, edition: GbEdition): string {
  return isLaw(item) && item.number !== undefined
    ? `${item.title}${edition.colon}${item.number}`
    : item.title;
}

function author(item: CslItem, edition: GbEdition): string {
  return item.author === undefined ? '' : names(item.author, item, edition);
}

/** Up to three names, then 等 or et al. by the language of the item. */
function names(list: readonly CslName[], item: CslItem, edition: GbEdition): string {
  const shown = list.slice(0, 3).map((name) => oneName(name, edition));
  if (list.length > 3) shown.push(isChinese(item) ? '等' : 'et al.');
  return shown.join(edition.comma);
}

function oneName(name: CslName, edition: GbEdition): string {
  if ('literal' in name) return name.literal;
  const family = edition.capitals ? name.family.toUpperCase() : name.family;
  if (name.given === undefined) return family;
  const pinyin = isPinyinName(name.family, name.given);
  if (pinyin && edition.wholePinyin) return `${family} ${name.given}`;
  return `${family} ${initials(name.given, pinyin, edition.keepHyphen)}`;
}

function initials(given: string, pinyin: boolean, keepHyphen: boolean): string {
  return given
    .split(/\s+/)
    .map((word) => {
      const parts = word.split('-').map((part) => {
        const cut = pinyin ? pinyinSyllables(part) : undefined;
        if (cut) return cut.map((syllable) => syllable.charAt(0).toUpperCase()).join(' ');
        return part.charAt(0).toUpperCase();
      });
      return parts.filter((part) => part !== '').join(keepHyphen ? '-' : ' ');
    })
    .join(' ');
}

/** Everything between the code and the address, with the marks that join it on. */
function source(item: CslItem, edition: GbEdition): string {
  switch (item.type) {
    case 'article-journal':
    case 'article-magazine':
      return part(serial(item, edition) + access(item, edition));
    case 'article-newspaper':
      return part(newspaper(item, edition) + access(item, edition));
    case 'chapter':
    case 'paper-conference':
      return host(item, edition) + access(item, edition);
    case 'webpage':
    case 'legislation':
    case 'regulation':
    case 'dataset':
      return online(item, edition);
    default:
      return published(item, edition) + access(item, edition);
  }
}

function part(text: string): string {
  return text === '' ? '' : `. ${text}`;
}

function serial(item: CslItem, edition: GbEdition): string {
  const volume = textOf(item.volume) ?? '';
  const issue = textOf(item.issue);
  const numbers = volume + (issue === undefined ? '' : `${edition.open}${issue}${edition.close}`);
  const year = dateParts(item.issued)?.year ?? '';
  // Without a volume the issue stands right at the year: 2020（4）.
  const when =
    volume === '' ? year + numbers : [year, numbers].filter((part) => part !== '').join(edition.comma);
  const where = [item['container-title'] ?? '', when].filter((part) => part !== '').join(edition.comma);
  const pages = pagesOf(item, '-');
  return pages === undefined ? where : `${where}${edition.colon}${pages}`;
}

function newspaper(item: CslItem, edition: GbEdition): string {
  const pages = pagesOf(item, '-');
  return (
    [item['container-title'] ?? '', item.issued === undefined ? '' : String(item.issued)]
      .filter((part) => part !== '')
      .join(edition.comma) + (pages === undefined ? '' : `${edition.open}${pages}${edition.close}`)
  );
}

function host(item: CslItem, edition: GbEdition): string {
  const editor = item.editor === undefined ? '' : closed(names(item.editor, item, edition));
  const book = item['container-title'] ?? '';
  const into = [editor, book].filter((part) => part !== '').join(' ');
  const volume = textOf(item.volume);
  const imprint = publication(item, edition);
  const pages = pagesOf(item, '-');
  const end =
    imprint +
    (volume === undefined ? '' : `${edition.comma}${volume}`) +
    (pages ? `${edition.colon}${pages}` : '');
  return [`//${into}`, end].filter((part) => part !== '').join('. ');
}

function published(item: CslItem, edition: GbEdition): string {
  const parts = [editionStatement(item), publication(item, edition)].filter((part) => part !== '');
  const pages = pagesOf(item, '-');
  return parts.map((part) => `. ${part}`).join('') + (pages === undefined ? '' : `${edition.colon}${pages}`);
}

function editionStatement(item: CslItem): string {
  const value = textOf(item.edition);
  if (value === undefined) return '';
  if (!/^\d+$/.test(value)) return closed(value, '').replace(/\.$/, '');
  return isChinese(item) ? `${value} 版` : `${value}${ordinalSuffix(Number(value))} ed`;
}

function ordinalSuffix(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

function publication(item: CslItem, edition: GbEdition): string {
  const imprint = [item['publisher-place'], item.publisher]
    .filter((part) => part !== undefined)
    .join(edition.colon);
  const year = dateParts(item.issued)?.year ?? '';
  return [imprint, year].filter((part) => part !== '').join(edition.comma);
}

/** Web pages, laws and data sets: the day of publication in round brackets, the day of access in square ones. */
function online(item: CslItem, edition: GbEdition): string {
  const place = website(item);
  const issued = item.issued === undefined ? '' : `${edition.open}${String(item.issued)}${edition.close}`;
  const seen = item.URL !== undefined && item.accessed !== undefined ? `[${String(item.accessed)}]` : '';
  return (place === undefined ? '' : `//${place}`) + (issued + seen === '' ? '' : `. ${issued}${seen}`);
}

/** The site that carries a page, unless the author's name says it already. */
function website(item: CslItem): string | undefined {
  const site = item['container-title'] ?? item.publisher;
  if (site === undefined) return undefined;
  const said = item.author?.some((name) => 'literal' in name && site.startsWith(name.literal));
  return said === true ? undefined : site;
}

function access(item: CslItem, edition: GbEdition): string {
  return edition.accessEverywhere && item.URL !== undefined && item.accessed !== undefined
    ? `[${String(item.accessed)}]`
    : '';
}
