import { AnnotationId, type Language } from '#contract/ids.ts';
import { createCleaner, MAX_QUOTE } from './clean.ts';
import { type ExchangeNote, MAX_NOTES, type ReadItem, type ReadNotes, unplaced } from './exchange-note.ts';
import { isRecord, type Json, readList } from './json.ts';
import { parseSource } from './source.ts';
import { sourceOf } from './write-jsonld.ts';

/** Whether a file is an export of Hypothesis: an object with a list of annotations, no more is known of it. */
export function isHypothesis(file: Json): boolean {
  return isRecord(file) && Array.isArray(file.annotations);
}

/**
 * Reads an export of Hypothesis. Only quotes place its notes: its offsets count other units of another document.
 *
 * @param given the case that foreign pages are about, as the user says
 * @param toId makes a UUID of an id of theirs, always the same
 */
export function readHypothesis(
  file: Json,
  given: { caseId: string; language: Language } | undefined,
  toId: (foreign: string) => string,
): ReadNotes {
  const list = isRecord(file) ? readList(file.annotations) : [];
  return { format: 'hypothesis', items: list.map((item, at) => readItem(item, at + 1, given, toId)) };
}

function readItem(
  item: Json,
  index: number,
  given: { caseId: string; language: Language } | undefined,
  toId: (foreign: string) => string,
): ReadItem {
  const cleaner = createCleaner();
  const { say, text } = cleaner;
  const foreign = isRecord(item) && typeof item.id === 'string' ? item.id.slice(0, 100) : '';
  const refuse = (...why: Parameters<typeof say>): ReadItem => {
    say(...why);
    return { index, id: foreign, note: undefined, reasons: cleaner.reasons };
  };
  if (index > MAX_NOTES) return refuse('too-many', `${MAX_NOTES}`);
  if (!isRecord(item)) return refuse('not-an-object');
  if (foreign === '') return refuse('id-invalid');
  const target = readList(item.target).filter(isRecord)[0];
  const own = parseSource(item.uri);
  const place = own ?? (given && { caseId: given.caseId, thing: 'text' as const, thingId: null });
  if (!place) return refuse('source-foreign', String(item.uri ?? '').slice(0, 100));
  const quote = readList(target?.selector)
    .filter(isRecord)
    .find((one) => one.type === 'TextQuoteSelector');
  const references = readList(item.references).filter((one) => typeof one === 'string');
  const exact = text(quote?.exact, MAX_QUOTE);
  if (exact.trim() === '' && references.length === 0) return refuse('quote-missing');
  const user = typeof item.user === 'string' && item.user !== '' ? text(item.user, 100) : undefined;
  const body = cleaner.body(item.text);
  const replyTo = references.at(-1);
  const note: ExchangeNote = {
    ...unplaced,
    ...place,
    id: idOf(foreign, toId),
    kind: replyTo === undefined ? (body === '' ? 'highlight' : 'note') : 'answer',
    colour: 'yellow',
    body,
    tags: cleaner.tags(readList(item.tags)),
    language: own?.language ?? given?.language ?? 'zh',
    prefix: [...text(quote?.prefix, 400)].slice(-32).join(''),
    exact,
    suffix: [...text(quote?.suffix, 400)].slice(0, 32).join(''),
    alike: null,
    replyTo: replyTo === undefined ? null : idOf(String(replyTo), toId),
    person: user === undefined ? null : { id: user, name: user.replace(/^acct:/, '').replace(/@.*$/, '') },
    createdAt: cleaner.date(item.created),
    modifiedAt: cleaner.date(item.updated ?? item.created),
  };
  return { index, id: note.id, note, reasons: cleaner.reasons };
}

function idOf(foreign: string, toId: (foreign: string) => string): string {
  const parsed = AnnotationId.safeParse(foreign);
  return parsed.success ? parsed.data : toId(foreign);
}

/** Notes in the shape of a Hypothesis export; positions count UTF-16 units, as it does. */
export function writeHypothesis(
  notes: readonly (ExchangeNote & { readonly utf16?: { readonly start: number; readonly end: number } })[],
  owner: string,
  at: string,
): unknown {
  return {
    export_date: at,
    export_userid: owner,
    client_version: 'one-kilometre',
    annotations: notes.map((note) => ({
      id: note.id,
      created: note.createdAt,
      updated: note.modifiedAt,
      user: note.person?.id ?? owner,
      uri: sourceOf(note),
      text: note.body,
      tags: note.tags,
      ...(note.replyTo === null ? {} : { references: [note.replyTo] }),
      target: [
        {
          source: sourceOf(note),
          selector: [
            ...(note.utf16 ? [{ type: 'TextPositionSelector', ...note.utf16 }] : []),
            { type: 'TextQuoteSelector', exact: note.exact, prefix: note.prefix, suffix: note.suffix },
          ],
        },
      ],
    })),
  };
}
