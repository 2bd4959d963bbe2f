import type { CslItem, CslName } from '#contract/case.ts';
import { yearOf } from './in-text.ts';
import { closed, dateParts, doiUrl, isChinese, months, pagesOf, quotedTitle, textOf } from './item.ts';
import { type TextRun, tidyRuns, titleRun } from './text-run.ts';

/** One reference by the Chicago Manual of Style, author-date; Chinese items keep their own script. */
export function formatChicago(item: CslItem, suffix = ''): TextRun[] {
  const who = authors(item);
  const year = yearOf(item, suffix);
  // A work without an author is listed by its title, the year after it.
  const runs: TextRun[] =
    who === ''
      ? [...workTitle(item), { text: ` ${closed(year)}` }]
      : [{ text: `${closed(who)} ${closed(year)} ` }, ...workTitle(item)];
  return tidyRuns([...runs, ...container(item), ...address(item)]);
}

function isQuoted(item: CslItem): boolean {
  return [
    'article-journal',
    'article-magazine',
    'article-newspaper',
    'chapter',
    'paper-conference',
    'webpage',
    'thesis',
  ].includes(item.type);
}

function workTitle(item: CslItem): TextRun[] {
  if (isQuoted(item)) return [{ text: `“${closed(quotedTitle(item.title))}”` }];
  const number = textOf(item.number);
  const edition = editionWords(item);
  return [
    titleRun(item.title),
    {
      text: `${number === undefined ? '' : `, ${number}`}.${edition === undefined ? '' : ` ${closed(edition)}`}`,
    },
  ];
}

function editionWords(item: CslItem): string | undefined {
  const value = textOf(item.edition);
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) return value;
  if (isChinese(item)) return `第${value}版`;
  const tail =
    Number(value) % 100 >= 11 && Number(value) % 100 <= 13
      ? 'th'
      : (['th', 'st', 'nd', 'rd'][Number(value) % 10] ?? 'th');
  return `${value}${tail} ed`;
}

/** The first name turned round, the rest as spoken; more than six give the first three and et al. (18th edition). */
function authors(item: CslItem): string {
  const list = item.author ?? [];
  const first = list[0];
  if (first === undefined) return '';
  const shown = list.length > 6 ? list.slice(0, 3) : list;
  const written = shown.map((name, index) => (index === 0 ? turned(name) : spoken(name)));
  if (isChinese(item)) return written.join(', ') + (list.length > 6 ? ', 等' : '');
  if (list.length > 6) return `${written.join(', ')}, et al.`;
  const last = written.pop() ?? '';
  if (written.length === 0) return last;
  return `${written.join(', ')}, and ${last}`;
}

function turned(name: CslName): string {
  if ('literal' in name) return name.literal;
  return name.given === undefined ? name.family : `${name.family}, ${name.given}`;
}

function spoken(name: CslName): string {
  if ('literal' in name) return name.literal;
  return name.given === undefined ? name.family : `${name.given} ${name.family}`;
}

function dayOf(item: CslItem): string | undefined {
  const date = dateParts(item.issued);
  if (date?.month === undefined) return undefined;
  const month = Number(date.month);
  const day = date.day === undefined ? undefined : Number(date.day);
  if (isChinese(item)) return `${month}月${day === undefined ? '' : `${day}日`}`;
  return `${months[month - 1] ?? ''}${day === undefined ? '' : ` ${day}`}`;
}

function container(item: CslItem): TextRun[] {
  const name = item['container-title'];
  const pages = pagesOf(item, '–');
  switch (item.type) {
    case 'article-journal':
    case 'article-magazine': {
      const volume = textOf(item.volume);
      const issue = textOf(item.issue);
      const numbers = [volume ?? '', issue === undefined ? '' : `(${issue})`]
        .filter((part) => part !== '')
        .join(' ');
      const where = (numbers === '' ? '' : ` ${numbers}`) + (pages === undefined ? '' : `: ${pages}`);
      if (name === undefined) return where === '' ? [] : [{ text: `${where}.` }];
      return [{ text: ' ' }, titleRun(name), { text: `${where}.` }];
    }
    case 'article-newspaper': {
      const day = dayOf(item);
      const tail = (day === undefined ? '' : `, ${day}`) + (pages === undefined ? '' : `, ${pages}`);
      return name === undefined
        ? tail === ''
          ? []
          : [{ text: ` ${closed(tail.slice(2))}` }]
        : [{ text: ' ' }, titleRun(name), { text: `${tail}.` }];
    }
    case 'chapter':
    case 'paper-conference':
      return name === undefined ? publisher(item) : [...host(item, name, pages), ...publisher(item)];
    case 'webpage': {
      const day = dayOf(item);
      const said = item.author?.some((author) => 'literal' in author && author.literal === name) ?? false;
      return [
        ...(name === undefined || said ? [] : [{ text: ` ${closed(name)}` }]),
        ...(day === undefined ? [] : [{ text: ` ${closed(day)}` }]),
      ];
    }
    default:
      return publisher(item);
  }
}

function host(item: CslItem, name: string, pages: string | undefined): TextRun[] {
  const editors = (item.editor ?? []).map(spoken);
  const volume = textOf(item.volume);
  const by =
    editors.length === 0
      ? ''
      : isChinese(item)
        ? `, ${editors.join(', ')}编`
        : `, edited by ${editors.join(' and ')}`;
  const tail = [by, volume === undefined ? '' : ` ${volume}`, pages === undefined ? '' : `, ${pages}`].join(
    '',
  );
  return [{ text: isChinese(item) ? ' 载于' : ' In ' }, titleRun(name), { text: `${tail}.` }];
}

function publisher(item: CslItem): TextRun[] {
  const kind = item.type === 'thesis' ? (item.genre ?? (isChinese(item) ? '学位论文' : 'Thesis')) : undefined;
  const house = [item['publisher-place'], item.publisher].filter((part) => part !== undefined).join(': ');
  const said =
    item.author?.some((author) => 'literal' in author && author.literal === item.publisher) ?? false;
  const text = [kind, said || house === '' ? undefined : house]
    .filter((part) => part !== undefined)
    .join(', ');
  return text === '' ? [] : [{ text: ` ${closed(text)}` }];
}

function address(item: CslItem): TextRun[] {
  const url = doiUrl(item) ?? item.URL;
  if (url === undefined) return [];
  // An undated page says when it was seen, since nothing else tells which state of it was read.
  const seen = item.DOI === undefined && item.issued === undefined && item.accessed !== undefined;
  return [{ text: `${seen ? accessed(item) : ''} ${url}.` }];
}

function accessed(item: CslItem): string {
  const date = dateParts(item.accessed);
  if (date?.month === undefined) return '';
  const month = Number(date.month);
  const day = date.day === undefined ? '' : String(Number(date.day));
  if (isChinese(item)) return ` ${date.year}年${month}月${day}${day === '' ? '' : '日'}访问.`;
  return ` Accessed ${months[month - 1] ?? ''} ${day}, ${date.year}.`;
}
