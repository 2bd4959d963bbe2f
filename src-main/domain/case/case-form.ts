import { isMap, isScalar, isSeq, type ParsedNode, parseDocument, stringify } from 'yaml';
import type { CslItem } from '#contract/case.ts';
import type { Language } from '#contract/ids.ts';
import type { CaseForm, CaseFormPatch } from '#contract/own-cases.ts';
import { splitFrontMatter } from './front-matter.ts';

/** Both files of a case as they are being written. */
export interface CaseTexts {
  readonly main: string;
  readonly other: string | null;
}

/** What the form shows of a front matter, however far it is from right; undefined where it is no YAML map. */
export function readCaseForm(text: string): CaseForm | undefined {
  const front = readFront(text);
  if (!front) return undefined;
  const title = mapOf(front.get('title'));
  const place = mapOf(front.get('place'));
  const period = mapOf(front.get('period'));
  return {
    titleZh: wordsOf(title.get('zh')),
    titleEn: wordsOf(title.get('en')),
    type: wordsOf(front.get('type')),
    level: wordsOf(front.get('level')),
    country: wordsOf(place.get('country')),
    province: wordsOf(place.get('province')),
    city: wordsOf(place.get('city')),
    district: wordsOf(place.get('district')),
    site: wordsOf(place.get('site')),
    start: wordsOf(period.get('start')),
    end: wordsOf(period.get('end')),
    status: wordsOf(period.get('status')),
    aliases: listOf(front.get('aliases')),
    challenges: listOf(front.get('challenges')),
    space: listOf(front.get('space')),
    tools: listOf(front.get('tools')),
  };
}

/** The references that a text lists, by id and title, however incomplete. */
export function readReferences(text: string): { id: string; title: string }[] {
  const items = readFront(text)?.get('references');
  if (!Array.isArray(items)) return [];
  return items.map(mapOf).map((item) => ({ id: wordsOf(item.get('id')), title: wordsOf(item.get('title')) }));
}

/** Language of a main text: what its front matter says, else Chinese. */
export function languageOf(text: string): Language {
  return readFront(text)?.get('language') === 'en' ? 'en' : 'zh';
}

/** Puts what the form changes into both texts. Every line that it does not concern stays as it is. */
export function fillCaseForm(texts: CaseTexts, patch: CaseFormPatch): CaseTexts {
  const front = readFront(texts.main);
  if (!front) return texts;
  const { titleZh, titleEn, type, level, aliases, challenges, space, tools } = patch;
  const { country, province, city, district, site, start, end, status } = patch;
  const part = (key: string, changes: Readonly<Record<string, string | undefined>>) => {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    if (given.length === 0) return undefined;
    const before = mapOf(front.get(key));
    for (const [name, value] of given) {
      if (value === '') before.delete(name);
      else before.set(name, key === 'period' ? dateOf(value ?? '') : value);
    }
    return Object.fromEntries(before);
  };
  const several = (values: readonly string[] | undefined) =>
    values && (values.length === 0 ? 'not-stated' : values);
  const changed: Readonly<Record<string, unknown>> = {
    title: part('title', { zh: titleZh, en: titleEn }),
    aliases,
    type,
    place: part('place', { country, province, city, district, site }),
    level,
    period: part('period', { start: start === '' ? 'not-stated' : start, end, status }),
    challenges: several(challenges),
    space: several(space),
    tools: several(tools),
  };
  let { main, other } = texts;
  for (const [key, value] of Object.entries(changed)) {
    if (value !== undefined) main = putKey(main, key, value);
  }
  const title = languageOf(texts.main) === 'zh' ? titleEn : titleZh;
  if (other !== null && title !== undefined) other = putKey(other, 'title', title);
  return { main, other };
}

/** Adds a source to both texts under the next free id. */
export function addReference(
  texts: CaseTexts,
  reference: Omit<CslItem, 'id'>,
): CaseTexts & { readonly id: string } {
  const taken = [texts.main, texts.other ?? ''].flatMap(readReferences).map(({ id }) => id);
  const highest = Math.max(0, ...taken.map((id) => Number(/^S(\d+)$/.exec(id)?.[1] ?? 0)));
  const id = `S${highest + 1}`;
  const item = { id, ...reference };
  const other = texts.other === null ? null : appendReference(texts.other, item);
  return { main: appendReference(texts.main, item), other, id };
}

/** Puts a source below the others; where they do not stand below one another, the list is written anew. */
function appendReference(text: string, item: unknown): string {
  const front = editFront(text);
  const value = front?.pairOf('references')?.value;
  if (!front || !isSeq(value) || value.flow === true || value.items.length === 0) {
    const items = readFront(text)?.get('references');
    return putKey(text, 'references', [...(Array.isArray(items) ? items : []), item]);
  }
  const [start, end] = value.range;
  const indent = ' '.repeat(start - front.yaml.lastIndexOf('\n', start - 1) - 1);
  const lines = stringify([item], writing)
    .trimEnd()
    .split('\n')
    .map((line) => `${indent}${line}\n`);
  return front.replace(end, end, lines.join(''));
}

const writing = { lineWidth: 0, flowCollectionPadding: false } as const;

/** Sets a key of the front matter, or takes it out for an empty list; only the lines of that key change. */
function putKey(text: string, key: string, value: unknown): string {
  const front = editFront(text);
  if (!front) return text;
  const isRemoved = Array.isArray(value) && value.length === 0;
  // Short values stand on the line of their key, as in the bundled cases; sources stand below it.
  const written =
    key === 'references'
      ? stringify({ references: value }, writing).trimEnd()
      : `${key}: ${stringify(value, { ...writing, collectionStyle: 'flow' }).trimEnd()}`;
  const pair = front.pairOf(key);
  if (!pair) {
    return isRemoved ? text : front.replace(front.yaml.length, front.yaml.length, `${written}\n`);
  }
  const [from, , keyEnd] = pair.key.range;
  const [, end, after] = pair.value?.range ?? [keyEnd, keyEnd, keyEnd];
  if (isRemoved) return front.replace(from, after, '');
  return front.replace(from, end, front.yaml[end - 1] === '\n' ? `${written}\n` : written);
}

/** The YAML of a text with the places of its keys; undefined where it cannot be read. */
function editFront(text: string) {
  const split = splitFrontMatter(text);
  const document = split && parseDocument(split.front, { uniqueKeys: true, merge: false });
  if (!split || !document || document.errors.length > 0 || !isMap<ParsedNode>(document.contents)) {
    return undefined;
  }
  const { items } = document.contents;
  const start = text.indexOf('\n') + 1;
  return {
    yaml: split.front,
    pairOf: (key: string) => items.find((pair) => isScalar(pair.key) && pair.key.value === key),
    replace: (from: number, to: number, words: string) =>
      `${text.slice(0, start + from)}${words}${text.slice(start + to)}`,
  };
}

function readFront(text: string): Map<unknown, unknown> | undefined {
  const split = splitFrontMatter(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'));
  if (!split) return undefined;
  const document = parseDocument(split.front, { uniqueKeys: true, merge: false });
  if (document.errors.length > 0) return undefined;
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50, mapAsMap: true });
    return value instanceof Map ? value : undefined;
  } catch {
    return undefined; // an alias bomb; the check of the file names it
  }
}

function mapOf(value: unknown): Map<unknown, unknown> {
  return value instanceof Map ? new Map(value) : new Map();
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(wordsOf).filter((word) => word !== '') : [];
}

/** A year stands as a number, as the bundled cases have it. */
function dateOf(value: string): string | number {
  return /^\d{4}$/.test(value) ? Number(value) : value;
}
