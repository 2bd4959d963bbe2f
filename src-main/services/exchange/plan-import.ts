import { setImmediate } from 'node:timers/promises';
import type { AnchorStatus } from '#contract/annotations.ts';
import type { ImportPlan, PlanItem, PlanOutcome } from '#contract/exchange.ts';
import { alikeOf } from '#domain/anchoring/alike.ts';
import { anchor } from '#domain/anchoring/anchor.ts';
import { toUtf16 } from '#domain/anchoring/code-points.ts';
import type { ExchangeNote, ReadItem, ReadNotes, Reason } from '#domain/annotation/exchange-note.ts';
import { wordsKey } from '#domain/annotation/merge-notes.ts';
import { searchableText } from '#domain/annotation/searchable.ts';
import type { AnnotationOutcome, AnnotationRow, AnnotationWords } from '../annotations/annotation-row.ts';
import type { CaseTexts, NotedText } from '../annotations/case-texts.ts';
import { lookFor, selectorsAt } from '../annotations/outcome.ts';

/** A note as it would be stored. */
export interface PlannedRow {
  readonly row: AnnotationWords;
  readonly outcome: AnnotationOutcome;
}

export interface Planned {
  readonly added: readonly PlannedRow[];
  readonly changed: readonly PlannedRow[];
  /** Wordings older than those here, for the history. */
  readonly older: readonly { readonly id: string; readonly note: ExchangeNote }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly summary: Omit<ImportPlan, 'plan'>;
}

interface Parts {
  readonly read: ReadNotes;
  readonly texts: CaseTexts;
  readonly existing: ReadonlyMap<string, AnnotationRow>;
  /** The installation's own person; its notes come home. */
  readonly owner: string | null;
  readonly at: string;
  /** Several files as one: a note may stand in it in several wordings, the standing one first. */
  readonly isMerged: boolean;
}

/** Places that were looked for while a file is read. */
interface Looked {
  readonly looked: Map<
    string,
    { readonly around: Partial<AnnotationWords>; readonly outcome: AnnotationOutcome }
  >;
}

const TURN = 100;
const MOST_ITEMS = 1000;
const QUOTE = 120;
const rank: Record<PlanOutcome, number> = { refused: 0, differs: 1, new: 2, same: 3 };

/** Says what a file would bring, item by item; nothing is stored. */
export async function planImport(parts: Parts): Promise<Planned> {
  const { read, existing, isMerged } = parts;
  const added: PlannedRow[] = [];
  const changed: PlannedRow[] = [];
  const older: { id: string; note: ExchangeNote }[] = [];
  const items: PlanItem[] = [];
  const counts: Record<PlanOutcome, number> = { new: 0, same: 0, differs: 0, refused: 0 };
  const places: Record<AnchorStatus, number> = { anchored: 0, moved: 0, 'to-confirm': 0, orphan: 0 };
  const people = new Map<string, { id: string; name: string; notes: number }>();
  const inFile = new Map(read.items.flatMap(({ note }) => (note ? [[note.id, note] as const] : [])));
  const seen = new Set<string>();
  const looked: Looked['looked'] = new Map();
  /** What each note will be once the plan is carried out. */
  const stands = new Map<string, AnnotationWords>();

  for (const [at_, item] of read.items.entries()) {
    if (at_ % TURN === TURN - 1) await setImmediate();
    const { note, reasons } = settle(item, inFile, existing, seen, isMerged);
    const say = (outcome: PlanOutcome, more: readonly Reason[] = []) => {
      counts[outcome]++;
      const all = [...reasons, ...more];
      if (outcome === 'same' && all.length === 0) return;
      if (outcome === 'new' && all.length === 0) return;
      items.push({
        index: item.index,
        id: item.id,
        outcome,
        caseId: note?.caseId ?? '',
        quote: (note?.exact ?? '').slice(0, QUOTE),
        reasons: all,
      });
    };
    if (!note) {
      say('refused');
      continue;
    }
    seen.add(item.id);
    const person = note.person && note.person.id !== parts.owner ? note.person : null;
    const before = existing.get(note.id);
    const planned = toRow({ ...note, person }, { ...parts, looked });
    if (!planned) {
      say('refused', [{ reason: 'quote-missing', detail: '' }]);
      continue;
    }
    if (person) {
      const known = people.get(person.id) ?? { ...person, notes: 0 };
      people.set(person.id, { ...known, notes: known.notes + 1 });
    }
    const standing = stands.get(note.id);
    if (standing) {
      // Another wording of a note of this very file, or of another file taken in with it.
      older.push({ id: note.id, note: { ...note, person } });
      const isConflict = standing.modifiedAt === planned.row.modifiedAt;
      say('differs', [{ reason: isConflict ? 'conflict' : 'newer-here', detail: standing.modifiedAt }]);
      continue;
    }
    stands.set(note.id, before && !isLater(planned.row, before) ? before : planned.row);
    if (!before) {
      added.push(planned);
      places[planned.outcome.status]++;
      const gone = parts.texts.find(note.caseId, note.language) === undefined;
      say('new', gone ? [{ reason: 'case-unknown', detail: note.caseId }] : []);
    } else if (before.deletedAt !== null) {
      say('same', [{ reason: 'in-bin', detail: '' }]);
    } else if (isSame(before, planned.row)) {
      // The same words at a later moment: the moment counts, so that the order of files does not.
      if (planned.row.modifiedAt > before.modifiedAt) {
        changed.push({ row: { ...planned.row, createdAt: before.createdAt }, outcome: planned.outcome });
      }
      say('same');
    } else if (isLater(planned.row, before)) {
      changed.push({ row: { ...planned.row, createdAt: before.createdAt }, outcome: planned.outcome });
      const isConflict = planned.row.modifiedAt === before.modifiedAt;
      say('differs', isConflict ? [{ reason: 'conflict', detail: '' }] : []);
    } else {
      older.push({ id: note.id, note: { ...note, person } });
      const isConflict = planned.row.modifiedAt === before.modifiedAt;
      say('differs', [{ reason: isConflict ? 'conflict' : 'newer-here', detail: before.modifiedAt }]);
    }
  }
  items.sort((a, b) => rank[a.outcome] - rank[b.outcome] || a.index - b.index);
  return {
    added,
    changed,
    older,
    people: [...people.values()].map(({ id, name }) => ({ id, name })),
    summary: {
      format: read.format,
      people: [...people.values()],
      counts,
      places,
      items: items.slice(0, MOST_ITEMS),
    },
  };
}

/** Refuses an id that came before, and gives an answer without a place that of its question. */
function settle(
  { note, reasons }: ReadItem,
  inFile: ReadonlyMap<string, ExchangeNote>,
  existing: ReadonlyMap<string, AnnotationRow>,
  seen: ReadonlySet<string>,
  isMerged: boolean,
): { note: ExchangeNote | undefined; reasons: readonly Reason[] } {
  if (!note) return { note, reasons };
  const refuse = (reason: Reason['reason'], detail = '') => ({
    note: undefined,
    reasons: [...reasons, { reason, detail }],
  });
  if (!isMerged && seen.has(note.id)) return refuse('id-twice', note.id);
  if (note.caseId !== '' && note.exact !== '') return { note, reasons };
  if (note.replyTo === null) return { note, reasons };
  const question = inFile.get(note.replyTo) ?? fromRow(existing.get(note.replyTo));
  if (!question || question.caseId === '') return refuse('reply-unknown', note.replyTo);
  const { caseId, language, thing, thingId, section, textHash, start, end, prefix, exact, suffix, alike } =
    question;
  const place = {
    caseId,
    language,
    thing,
    thingId,
    section,
    textHash,
    start,
    end,
    prefix,
    exact,
    suffix,
    alike,
  };
  return { note: { ...note, ...place }, reasons };
}

function fromRow(row: AnnotationRow | undefined): ExchangeNote | undefined {
  return row && toExchange(row, new Map());
}

/** A stored note as other programs get it. */
export function toExchange(
  row: AnnotationRow,
  people: ReadonlyMap<string, { readonly id: string; readonly name: string }>,
): ExchangeNote {
  const { folded: _, status, place, spot, seenHash, deletedAt, personId, ...words } = row;
  return {
    ...words,
    kind: words.kind as ExchangeNote['kind'],
    colour: words.colour as ExchangeNote['colour'],
    language: words.language === 'en' ? 'en' : 'zh',
    person: personId === null ? null : (people.get(personId) ?? { id: personId, name: '' }),
  };
}

/** The row that a note would be, and where it would stand; undefined where nothing says what it was about. */
function toRow(note: ExchangeNote, parts: Parts & Looked): PlannedRow | undefined {
  const { texts, at } = parts;
  const text = texts.find(note.caseId, note.language);
  const home = text?.sections.find(({ id, textHash }) => id === note.section && textHash === note.textHash);
  let { exact } = note;
  if (exact === '') {
    // A position without a quote counts in the very text that it was made on, and in no other.
    if (!home) return undefined;
    exact = home.text.slice(toUtf16(home.text, note.start), toUtf16(home.text, note.end));
    if (exact.trim() === '') return undefined;
  }
  const length = [...exact].length;
  const start = Math.max(0, note.start);
  const { person, createdAt, modifiedAt, ...rest } = note;
  const made: AnnotationWords = {
    ...rest,
    exact,
    start,
    end: start + length,
    personId: person?.id ?? null,
    createdAt: createdAt ?? at,
    modifiedAt: modifiedAt ?? createdAt ?? at,
    folded: searchableText({ exact, body: note.body, tags: note.tags }),
  };
  if (note.start < 0 && note.thing === 'text') return withoutPosition(made, text);
  return found(made, parts);
}

/** Where a note stands, and what looks like it there. A class marks the same sentences: each is looked for once. */
function found(made: AnnotationWords, { texts, looked }: Parts & Looked): PlannedRow {
  const { caseId, language, thing, thingId, section, textHash, start, end, prefix, exact, suffix, alike } =
    made;
  const key = JSON.stringify([
    [caseId, language, thing, thingId, section, textHash],
    [start, end, prefix, exact, suffix, alike],
  ]);
  const known = looked.get(key);
  if (known) return { row: { ...made, ...known.around }, outcome: known.outcome };
  const around = lookAround(made, texts);
  const row = { ...made, ...around };
  const outcome = lookFor({ ...row, place: null }, texts);
  looked.set(key, { around, outcome });
  return { row, outcome };
}

/** What came without a position gets that of the place where its quote is found, if that is sure. */
function withoutPosition(row: AnnotationWords, text: NotedText | undefined): PlannedRow {
  const seenHash = text?.hash ?? '';
  const lost = { row, outcome: { status: 'orphan', place: null, spot: null, seenHash } as const };
  if (!text) return lost;
  const found = anchor(
    { selectors: row, home: { id: row.section, textHash: '' }, alike: undefined },
    text.sections,
  );
  if (found.status === 'orphan') return lost;
  const { status, ...spot } = found;
  const outcome = { status, place: null, spot, seenHash };
  const selectors = status === 'to-confirm' ? undefined : selectorsAt(text, spot);
  if (!selectors) return { row, outcome };
  const { section, textHash, start, end } = selectors;
  return { row: { ...row, section, textHash, start, end }, outcome };
}

/** Where the text is still the one that the note was made on, its look-alikes can be seen as its maker's would. */
function lookAround(row: AnnotationWords, texts: CaseTexts): Partial<AnnotationWords> {
  if (row.alike !== null || row.thing !== 'text') return {};
  const text = texts.find(row.caseId, row.language);
  const home = text?.sections.find(({ id, textHash }) => id === row.section && textHash === row.textHash);
  if (!text || !home) return {};
  const range = { section: home.id, start: toUtf16(home.text, row.start), end: toUtf16(home.text, row.end) };
  if (home.text.slice(range.start, range.end) !== row.exact) return {};
  return { alike: alikeOf(row, range, text.sections) };
}

/** Whether a wording stands over another: the later one; of one moment, the same one whichever came first. */
function isLater(a: AnnotationWords, b: AnnotationWords): boolean {
  if (a.modifiedAt !== b.modifiedAt) return a.modifiedAt > b.modifiedAt;
  return wordsKey(a) < wordsKey(b);
}

function isSame(a: AnnotationWords, b: AnnotationWords): boolean {
  return wordsKey(a) === wordsKey(b);
}
