import { CslItem } from '#contract/case.ts';
import { textOf } from '../item.ts';
import { typeNames, typeOfRis, usualKind } from './csl-types.ts';
import {
  type ExportedItem,
  guessedLanguage,
  invertedName,
  pageSpan,
  type ReadReferences,
  type RecordProblem,
  readName,
} from './fields.ts';

/** Writes sources as RIS (2011 set, as Zotero and NoteExpress read it), one record each, CRLF after each line. */
export function writeRis(items: readonly ExportedItem[]): string {
  return items.map(record).join('\r\n');
}

function record({ key, item }: ExportedItem): string {
  const lines: string[] = [];
  // A field is one line: a line break in a title would begin another.
  const add = (tag: string, value: string | undefined) => {
    if (value !== undefined) lines.push(`${tag}  - ${value.replace(/\s+/g, ' ').trim()}`);
  };
  const pages = pageSpan(item);
  add('TY', typeNames[item.type].ris);
  add('ID', key);
  for (const name of item.author ?? []) add('AU', invertedName(name));
  for (const name of item.editor ?? []) add('A2', invertedName(name));
  for (const name of item.translator ?? []) add('A4', invertedName(name));
  add('TI', item.title);
  add('T2', item['container-title']);
  add('PY', item.issued === undefined ? undefined : String(item.issued).slice(0, 4));
  add('DA', risDate(item.issued));
  add('VL', textOf(item.volume));
  add('IS', textOf(item.issue));
  add('SP', pages?.[0]);
  add('EP', pages?.[1]);
  add('PB', item.publisher);
  add('CY', item['publisher-place']);
  add('ET', textOf(item.edition));
  add('M1', textOf(item.number));
  add('M3', item.genre);
  add('SN', item.ISBN ?? item.ISSN);
  add('DO', item.DOI);
  add('UR', item.URL);
  add('Y2', risDate(item.accessed));
  add('LA', item.language);
  add('ER', '');
  return `${lines.join('\r\n').replace(/ER {2}- ?$/, 'ER  - ')}\r\n`;
}

function risDate(date: CslItem['issued']): string | undefined {
  return date === undefined ? undefined : String(date).replaceAll('-', '/');
}

const field = /^([A-Z][A-Z0-9]) {2}-(?: (.*))?$/;

/** Reads RIS. A record that cannot be taken is reported by its line, and the others are read all the same. */
export function readRis(text: string): ReadReferences {
  const items: CslItem[] = [];
  const problems: RecordProblem[] = [];
  let open: { readonly line: number; readonly fields: [string, string][] } | undefined;
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const match = field.exec(line.trimEnd().length < 5 ? line : line.trimEnd());
    const [, tag, value = ''] = match ?? [];
    if (tag === 'TY') {
      if (open) problems.push({ at: open.line, reason: 'no-end', detail: '' });
      open = { line: index + 1, fields: [['TY', value.trim()]] };
    } else if (tag === 'ER') {
      if (open) take(open, items, problems);
      else problems.push({ at: index + 1, reason: 'no-type', detail: '' });
      open = undefined;
    } else if (tag !== undefined) {
      if (open) open.fields.push([tag, value.trim()]);
      else if (problems.at(-1)?.reason !== 'no-type')
        problems.push({ at: index + 1, reason: 'no-type', detail: tag });
    } else if (line.trim() !== '') {
      // A long value that another program has broken into lines.
      const last = open?.fields.at(-1);
      if (last) last[1] += ` ${line.trim()}`;
    }
  }
  if (open) problems.push({ at: open.line, reason: 'no-end', detail: '' });
  return { items, problems };
}

function take(
  { line, fields }: { readonly line: number; readonly fields: readonly [string, string][] },
  items: CslItem[],
  problems: RecordProblem[],
): void {
  const all = (...tags: string[]) =>
    fields.filter(([tag, value]) => tags.includes(tag) && value !== '').map(([, value]) => value);
  const one = (...tags: string[]) => tags.flatMap((tag) => all(tag))[0];
  const name = one('TY') ?? '';
  const type = typeOfRis(name);
  const title = one('TI', 'T1', 'CT');
  if (type === undefined) return void problems.push({ at: line, reason: 'no-type', detail: name });
  if (title === undefined) return void problems.push({ at: line, reason: 'no-title', detail: '' });
  const first = one('SP');
  const last = one('EP');
  const serial = one('SN');
  const isBook = type === 'book' || type === 'chapter';
  const issued = readDate(one('DA') ?? one('PY', 'Y1'));
  const given = {
    id: `S${items.length + 1}`,
    type,
    title,
    author: names(all('AU', 'A1')),
    editor: names(all('A2', 'ED')),
    translator: names(all('A4')),
    'container-title': one('T2', 'JO', 'JF', 'JA', 'BT'),
    publisher: one('PB'),
    'publisher-place': one('CY', 'PP'),
    issued,
    accessed: readDate(one('Y2')),
    volume: one('VL'),
    issue: one('IS'),
    page: first === undefined ? undefined : last === undefined ? first : `${first}-${last}`,
    edition: one('ET'),
    number: one('M1'),
    genre: one('M3'),
    DOI: one('DO')?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, ''),
    URL: one('UR', 'L2'),
    ISBN: isBook ? serial : undefined,
    ISSN: isBook ? undefined : serial,
    language: languageTag(one('LA')) ?? guessedLanguage(title),
    custom: { kind: usualKind(type), undated: issued === undefined ? true : undefined },
  };
  const parsed = CslItem.safeParse(withoutGaps(given));
  if (parsed.success) items.push(parsed.data);
  else
    problems.push({
      at: line,
      reason: 'field',
      detail: parsed.error.issues.map((issue) => issue.path.join('.')).join(', '),
    });
}

function names(list: readonly string[]) {
  return list.length === 0 ? undefined : list.map(readName);
}

/** `2019/05/10/`, `2019///`, `2019-05-10`: as precise as it is. */
function readDate(text: string | undefined): string | undefined {
  const match = /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?/.exec(text ?? '');
  if (!match) return undefined;
  return match
    .slice(1)
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** Tags as they stand; the names that Chinese programs write. */
export function languageTag(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^[a-z]{2}(?:-[A-Za-z]+)*$/.test(text)) return text;
  if (/中文|chinese|^chi$|^zho$/i.test(text)) return 'zh-CN';
  return /英文|english|^eng$/i.test(text) ? 'en' : undefined;
}

/** An object without the keys that have no value, at two levels. */
export function withoutGaps(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, key === 'custom' ? withoutGaps(part as Record<string, unknown>) : part]),
  );
}
