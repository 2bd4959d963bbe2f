import type { CslItem, CslName } from '#contract/case.ts';
import { yearOf } from './in-text.ts';
import { closed, dateParts, doiUrl, isChinese, months, pagesOf, textOf } from './item.ts';
import { type TextRun, tidyRuns, titleRun } from './text-run.ts';

/** One reference by the Publication Manual of the APA, 7th edition; Chinese items keep their own script. */
export function formatApa7(item: CslItem, suffix = ''): TextRun[] {
  const who = authors(item);
  const work = workTitle(item);
  const runs: TextRun[] =
    who === ''
      ? [...work, { text: ` ${when(item, suffix)}.` }]
      : [{ text: `${who} ${when(item, suffix)}. ` }, ...work];
  return tidyRuns([...runs, ...container(item), ...address(item)]);
}

/** Whole works have their title slanted; parts of a larger one do not. */
function isPart(item: CslItem): boolean {
  return ['article-journal', 'article-magazine', 'article-newspaper', 'chapter', 'paper-conference'].includes(
    item.type,
  );
}

function workTitle(item: CslItem): TextRun[] {
  const detail = [
    item.type === 'standard' ||
    item.type === 'report' ||
    item.type === 'legislation' ||
    item.type === 'regulation'
      ? textOf(item.number)
      : undefined,
    editionWords(item),
    item.type === 'thesis' ? (item.genre ?? (isChinese(item) ? '学位论文' : 'Thesis')) : undefined,
    item.type === 'dataset' ? (isChinese(item) ? '数据集' : 'Data set') : undefined,
  ].filter((part) => part !== undefined);
  const title = isPart(item) ? { text: item.title } : titleRun(item.title);
  return detail.length === 0
    ? [{ ...title, text: closed(item.title) }]
    : [title, { text: ` (${detail.join(', ')}).` }];
}

function editionWords(item: CslItem): string | undefined {
  const value = textOf(item.edition);
  if (value === undefined) return undefined;
  if (isChinese(item)) return /^\d+$/.test(value) ? `第${value}版` : value;
  return /^\d+$/.test(value) ? `${value}${suffix(Number(value))} ed.` : value;
}

function suffix(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

function authors(item: CslItem): string {
  const list = item.author ?? [];
  if (list.length === 0) return '';
  const shown = list.length > 20 ? [...list.slice(0, 19), ...list.slice(-1)] : list;
  const written = shown.map(oneName);
  const last = written.pop() ?? '';
  const dots = list.length > 20 ? ', . . . ' : undefined;
  if (written.length === 0) return closed(last);
  if (isChinese(item)) return closed(`${written.join(', ')}${dots ?? ', '}${last}`);
  return closed(`${written.join(', ')}${dots ?? ', & '}${last}`);
}

function oneName(name: CslName): string {
  if ('literal' in name) return name.literal;
  return name.given === undefined ? name.family : `${name.family}, ${initials(name.given)}`;
}

function initials(given: string): string {
  return given
    .split(/\s+/)
    .map((word) =>
      word
        .split('-')
        .map((part) => `${part.charAt(0).toUpperCase()}.`)
        .join('-'),
    )
    .join(' ');
}

function when(item: CslItem, suffix: string): string {
  const date = dateParts(item.issued);
  if (date === undefined) return `(${yearOf(item, suffix)})`;
  const whole = item.type === 'article-newspaper' || item.type === 'webpage';
  if (!whole || date.month === undefined) return `(${date.year}${suffix})`;
  const month = Number(date.month);
  const day = date.day === undefined ? undefined : Number(date.day);
  if (isChinese(item)) return `(${date.year}${suffix}年${month}月${day === undefined ? '' : `${day}日`})`;
  return `(${date.year}${suffix}, ${months[month - 1] ?? ''}${day === undefined ? '' : ` ${day}`})`;
}

function container(item: CslItem): TextRun[] {
  const name = item['container-title'];
  const pages = pagesOf(item, '–');
  switch (item.type) {
    case 'article-journal':
    case 'article-magazine': {
      const volume = textOf(item.volume);
      const issue = textOf(item.issue);
      const runs: TextRun[] = name === undefined ? [] : [{ text: ' ' }, titleRun(name)];
      if (volume !== undefined) runs.push({ text: ', ' }, titleRun(volume));
      if (issue !== undefined) runs.push({ text: volume === undefined ? `, (${issue})` : `(${issue})` });
      if (pages !== undefined) runs.push({ text: `, ${pages}` });
      return runs.length === 0 ? [] : [...runs, { text: '.' }];
    }
    case 'article-newspaper': {
      if (name === undefined) return [];
      return [{ text: ' ' }, titleRun(name), { text: pages === undefined ? '.' : `, ${pages}.` }];
    }
    case 'chapter':
    case 'paper-conference': {
      if (name === undefined) return [];
      const editors = editorWords(item);
      const place = [textOf(item.volume), pages === undefined ? undefined : `pp. ${pages}`].filter(
        (part) => part !== undefined,
      );
      return [
        { text: isChinese(item) ? ` 载于${editors}` : ` In ${editors}` },
        titleRun(name),
        { text: `${place.length === 0 ? '' : ` (${place.join(', ')})`}.` },
        ...publisher(item),
      ];
    }
    case 'webpage':
      return name === undefined || isAuthor(item, name) ? [] : [{ text: ` ${closed(name)}` }];
    default:
      return publisher(item);
  }
}

function editorWords(item: CslItem): string {
  const editors = item.editor ?? [];
  if (editors.length === 0) return '';
  const written = editors.map((name) =>
    'literal' in name
      ? name.literal
      : [name.given && initials(name.given), name.family].filter(Boolean).join(' '),
  );
  if (isChinese(item)) return `${written.join(', ')} (编), `;
  return `${written.join(' & ')} (${editors.length === 1 ? 'Ed.' : 'Eds.'}), `;
}

function publisher(item: CslItem): TextRun[] {
  const name = item.publisher ?? (isPart(item) ? undefined : item['container-title']);
  return name === undefined || isAuthor(item, name) ? [] : [{ text: ` ${closed(name)}` }];
}

function isAuthor(item: CslItem, name: string): boolean {
  return item.author?.some((author) => 'literal' in author && author.literal === name) ?? false;
}

/** No full stop after an address: it would be read as a part of it. */
function address(item: CslItem): TextRun[] {
  const url = doiUrl(item) ?? item.URL;
  return url === undefined ? [] : [{ text: ` ${url}` }];
}
