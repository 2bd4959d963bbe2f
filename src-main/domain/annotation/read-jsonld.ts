import { AnnotationColour, type AnnotationKind } from '#contract/annotations.ts';
import { SectionId } from '#contract/case.ts';
import { AnnotationId } from '#contract/ids.ts';
import type { Alike } from '../anchoring/alike.ts';
import { type Cleaner, createCleaner, MAX_BODY, MAX_QUOTE } from './clean.ts';
import { type ExchangeNote, MAX_NOTES, type ReadItem, type ReadNotes, unplaced } from './exchange-note.ts';
import { isRecord, type Json, readList } from './json.ts';
import { parseSource } from './source.ts';
import { motivations, W3C_CONTEXT } from './write-jsonld.ts';

/**
 * Reads W3C annotations: a collection, a page, a list, or one. Each item is a note or the reasons why it is
 * none; nothing is fetched, whatever a context names.
 */
export function readJsonLd(file: Json): ReadNotes {
  const isForeign = isRecord(file) && '@context' in file && !isOurContext(file['@context']);
  const items = itemsOf(file).map((item, at) => readItem(item, at + 1, isForeign));
  return { format: 'jsonld', items };
}

function itemsOf(file: Json): readonly Json[] {
  if (Array.isArray(file)) return file;
  if (!isRecord(file)) return [file];
  if (isRecord(file.first)) return itemsOf(file.first);
  if (Array.isArray(file.items)) return file.items;
  return [file];
}

function isOurContext(context: Json | undefined): boolean {
  return readList(context)[0] === W3C_CONTEXT;
}

function readItem(item: Json, index: number, isForeign: boolean): ReadItem {
  const cleaner = createCleaner();
  const id = isRecord(item) && typeof item.id === 'string' ? item.id.slice(0, 100) : '';
  const note =
    index > MAX_NOTES ? cleaner.say('too-many', `${MAX_NOTES}`) : readNote(item, isForeign, cleaner);
  return { index, id: note?.id ?? id, note: note ?? undefined, reasons: cleaner.reasons };
}

function readNote(item: Json, isForeign: boolean, cleaner: Cleaner): ExchangeNote | undefined {
  const { say } = cleaner;
  if (!isRecord(item)) {
    say('not-an-object');
    return undefined;
  }
  if (isForeign || ('@context' in item && !isOurContext(item['@context']))) {
    say('context-foreign');
    return undefined;
  }
  const id = readId(item.id);
  if (id === undefined) {
    say('id-invalid', String(item.id).slice(0, 60));
    return undefined;
  }
  const targets = readList(item.target);
  const replyTo = targets.map(readId).find((one) => one !== undefined) ?? null;
  const target = targets.find(
    (one) => isRecord(one) || (typeof one === 'string' && readId(one) === undefined),
  );
  if (target === undefined && replyTo === null) {
    say('target-missing');
    return undefined;
  }
  const place = target === undefined ? { ...nowhere } : readTarget(target, cleaner);
  if (!place) return undefined;
  const { body, tags } = readBodies(item, cleaner);
  return {
    id,
    kind: readKind(item, replyTo, cleaner),
    body,
    tags,
    ...place,
    replyTo,
    person: readPerson(item.creator, cleaner),
    createdAt: cleaner.date(item.created),
    modifiedAt: cleaner.date(item.modified ?? item.created),
  };
}

type Target = Omit<
  ExchangeNote,
  'id' | 'kind' | 'body' | 'tags' | 'replyTo' | 'person' | 'createdAt' | 'modifiedAt'
>;

/** An answer without a place of its own: it stands where its question stands. */
const nowhere: Target = {
  ...unplaced,
  caseId: '',
  language: 'zh',
  colour: 'yellow',
  thing: 'text',
  thingId: null,
  exact: '',
  alike: null,
};

function readTarget(target: Json, cleaner: Cleaner): Target | undefined {
  const { say, text } = cleaner;
  const record = isRecord(target) ? target : { source: target };
  const source = parseSource(record.source ?? record.id);
  if (!source) {
    say('source-foreign', String(record.source ?? record.id ?? '').slice(0, 100));
    return undefined;
  }
  const selectors = readList(record.selector).filter(isRecord);
  const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
  const position = selectors.find((one) => one.type === 'TextPositionSelector');
  const exact = text(quote?.exact, MAX_QUOTE);
  const { start, end } = readPosition(position, cleaner);
  if (exact.trim() === '' && (start < 0 || source.thing !== 'text')) {
    say('quote-missing');
    return undefined;
  }
  const section = SectionId.safeParse(record['okm:section']);
  const hash = record['okm:textHash'];
  const language = record['okm:language'] === 'en' ? 'en' : 'zh';
  return {
    ...source,
    language: source.language ?? language,
    colour: readColour(record.styleClass, cleaner),
    section: section.success && source.thing === 'text' ? section.data : '',
    textHash: typeof hash === 'string' && /^sha256-[0-9a-f]{64}$/.test(hash) ? hash : '',
    start,
    end,
    prefix: [...text(quote?.prefix, 400)].slice(-32).join(''),
    exact,
    suffix: [...text(quote?.suffix, 400)].slice(0, 32).join(''),
    alike: readAlike(record['okm:alike']),
  };
}

function readPosition(position: Readonly<Record<string, Json>> | undefined, { say }: Cleaner) {
  if (!position) return { start: -1, end: -1 };
  const { start, end } = position;
  const isRight =
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    Number(start) >= 0 &&
    Number(end) > Number(start);
  if (isRight && Number(end) < 10_000_000) return { start: Number(start), end: Number(end) };
  say('offsets-invalid', `${String(start).slice(0, 20)}–${String(end).slice(0, 20)}`);
  return { start: -1, end: -1 };
}

function readBodies(
  item: Readonly<Record<string, Json>>,
  cleaner: Cleaner,
): { body: string; tags: string[] } {
  const texts: string[] = [];
  const tags: Json[] = [];
  for (const one of [...readList(item.body), ...readList(item.bodyValue)]) {
    const value = isRecord(one) ? one.value : one;
    if (typeof value !== 'string') continue;
    if (isRecord(one) && one.purpose === 'tagging') tags.push(value);
    else if (!(typeof one === 'string' && /^https?:/.test(one))) texts.push(cleaner.body(value));
  }
  return { body: cleaner.text(texts.join('\n\n'), MAX_BODY), tags: cleaner.tags(tags) };
}

function readKind(
  item: Readonly<Record<string, Json>>,
  replyTo: string | null,
  { say }: Cleaner,
): AnnotationKind {
  const motivation = readList(item.motivation)[0];
  const found = Object.entries(motivations).find(([, name]) => name === motivation)?.[0];
  if (found !== undefined) return found as AnnotationKind;
  if (motivation !== undefined && motivation !== 'tagging') {
    say('kind-unknown', String(motivation).slice(0, 40));
  }
  if (replyTo !== null) return 'answer';
  return motivation === 'tagging' ? 'highlight' : 'note';
}

function readColour(styleClass: Json | undefined, { say }: Cleaner): AnnotationColour {
  const named = readList(styleClass).find((one) => typeof one === 'string' && one.startsWith('okm-'));
  if (named === undefined) return 'yellow';
  const colour = AnnotationColour.safeParse(String(named).slice('okm-'.length));
  if (!colour.success) say('colour-unknown', String(named).slice(0, 40));
  return colour.success ? colour.data : 'yellow';
}

function readPerson(creator: Json | undefined, { text }: Cleaner): ExchangeNote['person'] {
  const one = readList(creator)[0];
  if (typeof one === 'string' && one !== '') return { id: text(one, 100), name: '' };
  if (!isRecord(one)) return null;
  const name = text(one.name, 200);
  const id = text(one.id, 100);
  if (id !== '') return { id, name };
  // Nobody else can be told apart by the name alone, but better that than to take the words for the user's own.
  return name === '' ? null : { id: `name:${name}`, name };
}

function readAlike(value: Json | undefined): readonly Alike[] | null {
  if (!Array.isArray(value)) return null;
  const found = value.slice(0, 5).filter(isRecord);
  const short = (one: Json | undefined) => (typeof one === 'string' ? one.slice(0, 400).toWellFormed() : '');
  return found.map((one) => ({
    prefix: short(one.prefix),
    exact: short(one.exact),
    suffix: short(one.suffix),
  }));
}

function readId(value: Json | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const parsed = AnnotationId.safeParse(value.replace(/^urn:uuid:/, '').toLowerCase());
  return parsed.success ? parsed.data : undefined;
}
