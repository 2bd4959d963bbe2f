import type { Person } from '#contract/annotations.ts';
import { type AnchorReport, Annotation, NewAnnotation, NewThingNote } from '#contract/annotations.ts';
import { OkmError } from '#contract/errors.ts';
import { widenToGraphemes } from '#domain/anchoring/code-points.ts';
import { searchableText } from '#domain/annotation/searchable.ts';
import { textHash } from '#domain/text/hash.ts';
import type { Changes } from '../changes.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import type { AnnotationOutcome, AnnotationRow, AnnotationWords } from './annotation-row.ts';
import { createCaseTexts } from './case-texts.ts';
import type { CellWords } from './cell-words.ts';
import { findNotes } from './find-notes.ts';
import { describeAt, lookFor } from './outcome.ts';
import { candidatesOf } from './placing.ts';
import { sweepNotes } from './sweep.ts';
import { toAnnotation } from './to-annotation.ts';

interface Parts {
  readonly store: Store;
  readonly library: Library;
  readonly changes: Changes;
  readonly now: () => Date;
  /** What a cell of a comparison says; undefined where it is gone. */
  readonly cellWords?: CellWords;
}

type Words = { [F in 'kind' | 'colour' | 'body' | 'tags']?: AnnotationRow[F] | undefined };
const BIN_DAYS = 30;
const DAY_MS = 86_400_000;

/** The user's notes: made on a case's text, kept by W3C selectors, found again when the text has changed. */
export function createAnnotationService({ store, library, changes, now, cellWords }: Parts) {
  const texts = createCaseTexts(library);
  const at = () => now().toISOString();
  let people: ReadonlyMap<string, Person> | undefined;

  async function peopleById(): Promise<ReadonlyMap<string, Person>> {
    people ??= new Map((await store.call('listPeople', undefined)).map((one) => [one.id, one]));
    return people;
  }

  /** Rows as they stand today: those whose texts have changed since are looked for again. */
  async function upToDate(rows: readonly AnnotationRow[]): Promise<AnnotationRow[]> {
    const found: (AnnotationOutcome & { id: string })[] = [];
    const current = await Promise.all(
      rows.map(async (row) => {
        if (row.thing === 'cell') return { ...row, ...(await cellOutcome(row)) };
        if (row.seenHash === (texts.find(row.caseId, row.language)?.hash ?? '')) return row;
        const outcome = lookFor(row, texts);
        found.push({ id: row.id, ...outcome });
        return { ...row, ...outcome };
      }),
    );
    if (found.length > 0 && !store.readOnly) await store.call('writeAnnotationOutcomes', { outcomes: found });
    return current;
  }

  async function cellOutcome(row: AnnotationRow): Promise<AnnotationOutcome> {
    const { place, seenHash } = row;
    const words = await cellWords?.(row.thingId ?? '', row.caseId);
    if (words === undefined) return { status: 'orphan', place, spot: null, seenHash };
    // What the user himself writes into the cell later is no doubt about where the note belongs.
    return { status: 'anchored', place, spot: null, seenHash };
  }

  async function toAnnotations(rows: readonly AnnotationRow[]): Promise<Annotation[]> {
    const known = await peopleById();
    return (await upToDate(rows)).map((row) => toAnnotation(row, known));
  }

  async function one(row: AnnotationRow | undefined, id: string): Promise<Annotation> {
    if (!row) throw new OkmError('ANNOTATION_NOT_FOUND', { id });
    const [annotation] = await toAnnotations([row]);
    if (!annotation) throw new OkmError('ANNOTATION_NOT_FOUND', { id });
    return annotation;
  }

  /** Selectors of a range that the user picked, widened to whole graphemes, and the outcome of standing there. */
  function describe(caseId: string, language: string, section: string, from: number, to: number) {
    const text = texts.find(caseId, language);
    const found = text?.sections.find(({ id }) => id === section);
    if (!text || !found || from >= to || to > found.text.length || found.text.slice(from, to).trim() === '') {
      throw new OkmError('TARGET_NOT_FOUND', { id: caseId, section, start: from, end: to });
    }
    const spot = { section, ...widenToGraphemes(found.text, from, to) };
    const selectors = describeAt(text, spot);
    if (!selectors) throw new OkmError('TARGET_NOT_FOUND', { id: caseId, section, start: from, end: to });
    const outcome: AnnotationOutcome = { status: 'anchored', place: null, spot, seenHash: text.hash };
    return { selectors, outcome };
  }

  async function getRow(id: string): Promise<AnnotationRow> {
    const [row] = await store.call('getAnnotations', { ids: [id] });
    if (!row) throw new OkmError('ANNOTATION_NOT_FOUND', { id });
    return row;
  }

  async function create(row: Omit<AnnotationWords, 'folded'>, outcome: AnnotationOutcome) {
    const stored = await store.call('createAnnotation', {
      row: { ...row, folded: searchableText(row) },
      outcome,
    });
    changes.emit('annotations');
    return one(stored, row.id);
  }

  async function save(
    before: AnnotationRow,
    patch: Partial<AnnotationWords>,
    outcome: AnnotationOutcome,
    act: 'edit' | 'recolour' | 'place' | 'revert',
  ): Promise<Annotation> {
    const words = { ...before, ...patch, modifiedAt: at() };
    const row = { ...words, folded: searchableText(words) };
    const stored = await store.call('updateAnnotation', { row, outcome, act });
    changes.emit('annotations');
    return one(stored, before.id);
  }

  return {
    /** All notes, or those on one case or on the cells of one comparison, in the order they were made. */
    async list(input: {
      caseId?: string | undefined;
      comparisonId?: string | undefined;
    }): Promise<Annotation[]> {
      return toAnnotations(await store.call('listAnnotations', input));
    },

    async counts() {
      const rows = await store.call('countAnnotations', undefined);
      return rows.map(({ caseId, notes }) => ({ caseId: Annotation.shape.caseId.parse(caseId), notes }));
    },

    find: findNotes(store),

    /** Notes by their ids, in the bin or not; those that are gone are left out. */
    async get({ ids }: { ids: readonly string[] }): Promise<Annotation[]> {
      return toAnnotations(await store.call('getAnnotationsWithBin', { ids }));
    },

    /** @throws OkmError CASE_NOT_FOUND, TARGET_NOT_FOUND */
    async create(given: NewAnnotation): Promise<Annotation> {
      const { section, start, end, ...input } = NewAnnotation.parse(given);
      library.get(input.caseId);
      const { selectors, outcome } = describe(input.caseId, input.language, section, start, end);
      const words = { thing: 'text', thingId: null, personId: null, replyTo: input.replyTo ?? null } as const;
      return create({ ...input, ...selectors, ...words, createdAt: at(), modifiedAt: at() }, outcome);
    },

    /** A note on a cell or a figure. @throws OkmError CASE_NOT_FOUND, TARGET_NOT_FOUND */
    async createOn(given: NewThingNote): Promise<Annotation> {
      const { on, ...input } = NewThingNote.parse(given);
      library.get(input.caseId);
      const thingId = on.kind === 'cell' ? `${on.comparisonId}#${on.row}` : on.figureId;
      const exact =
        on.kind === 'cell'
          ? await cellWords?.(thingId, input.caseId)
          : texts.figure(input.caseId, thingId, input.language);
      if (exact === undefined) {
        throw new OkmError('TARGET_NOT_FOUND', { id: input.caseId, section: thingId, start: 0, end: 0 });
      }
      const target = {
        thing: on.kind,
        thingId,
        section: '',
        textHash: textHash(exact),
        start: 0,
        end: [...exact].length,
        prefix: '',
        exact,
        suffix: '',
        alike: [],
      };
      const outcome: AnnotationOutcome = {
        status: 'anchored',
        place: null,
        spot: null,
        seenHash: texts.find(input.caseId, input.language)?.hash ?? '',
      };
      const rest = { personId: null, replyTo: input.replyTo ?? null, createdAt: at(), modifiedAt: at() };
      return create({ ...input, ...target, ...rest }, outcome);
    },

    /** @throws OkmError ANNOTATION_NOT_FOUND */
    async update({ id, ...fields }: { id: string } & Words): Promise<Annotation> {
      const row = await getRow(id);
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const isColour = Object.keys(given).every((key) => key === 'colour');
      return save(row, given, row, isColour ? 'recolour' : 'edit');
    },

    /** One change to many notes; those that are gone are left out. */
    async change(input: {
      ids: readonly string[];
      colour?: string | undefined;
      kind?: string | undefined;
      addTags?: readonly string[] | undefined;
      removeTags?: readonly string[] | undefined;
    }): Promise<{ changed: number }> {
      const { ids, colour, kind, addTags = [], removeTags = [] } = input;
      const modifiedAt = at();
      const rows = (await store.call('getAnnotations', { ids })).map((row) => {
        const tags = [...new Set([...row.tags, ...addTags])].filter((tag) => !removeTags.includes(tag));
        const words = { ...row, colour: colour ?? row.colour, kind: kind ?? row.kind, tags, modifiedAt };
        return { row: { ...words, folded: searchableText(words) }, outcome: row };
      });
      const changed = await store.call('updateAnnotations', { rows, act: 'change', at: modifiedAt });
      if (changed > 0) changes.emit('annotations');
      return { changed };
    },

    /** @throws OkmError ANNOTATION_NOT_FOUND, TARGET_NOT_FOUND */
    async place({ id, section, start, end }: { id: string; section: string; start: number; end: number }) {
      const row = await getRow(id);
      const { selectors, outcome } = describe(row.caseId, row.language, section, start, end);
      return save(row, { ...selectors, thing: 'text', thingId: null }, outcome, 'place');
    },

    /** Agrees with where notes are shown now. */
    async confirm({ ids }: { ids: readonly string[] }): Promise<{ changed: number }> {
      const rows = (await upToDate(await store.call('getAnnotations', { ids }))).flatMap((row) => {
        if (row.status === 'orphan' || row.status === 'anchored') return [];
        if (row.thing === 'figure') {
          const exact = texts.figure(row.caseId, row.thingId ?? '', row.language) ?? row.exact;
          const words = {
            ...row,
            exact,
            textHash: textHash(exact),
            end: [...exact].length,
            modifiedAt: at(),
          };
          return [{ row: words, outcome: { ...row, status: 'anchored' as const } }];
        }
        const text = texts.find(row.caseId, row.language);
        const place = text && row.spot ? describeAt(text, row.spot) : undefined;
        return place ? [{ row, outcome: { ...row, place, status: 'anchored' as const } }] : [];
      });
      const changed = await store.call('updateAnnotations', { rows, act: 'confirm', at: at() });
      if (changed > 0) changes.emit('annotations');
      return { changed };
    },

    /** @throws OkmError ANNOTATION_NOT_FOUND */
    async candidates({ id }: { id: string }) {
      return candidatesOf(await getRow(id), texts);
    },

    async remove({ ids }: { ids: readonly string[] }): Promise<{ removed: number }> {
      const removed = await store.call('removeAnnotations', { ids, at: at() });
      if (removed > 0) changes.emit('annotations');
      return { removed };
    },

    async restore({ ids }: { ids: readonly string[] }): Promise<Annotation[]> {
      const rows = await store.call('restoreAnnotations', { ids, at: at() });
      changes.emit('annotations');
      return toAnnotations(rows);
    },

    async history({ id }: { id: string }) {
      const rows = await store.call('listAnnotationVersions', { id });
      return rows.map(({ seq, change, changedAt, version: { kind, colour, body, tags, exact } }) => ({
        seq,
        change,
        changedAt,
        kind: Annotation.shape.kind.parse(kind),
        colour: Annotation.shape.colour.parse(colour),
        body,
        tags: [...tags],
        quote: exact,
      }));
    },

    /** @throws OkmError ANNOTATION_NOT_FOUND; INPUT_INVALID where there is no such wording */
    async revert({ id, seq }: { id: string; seq: number }): Promise<Annotation> {
      const row = await getRow(id);
      const versions = await store.call('listAnnotationVersions', { id });
      const found = versions.find((one) => one.seq === seq)?.version;
      if (!found) throw new OkmError('INPUT_INVALID', { path: 'seq', issue: 'not_there' });
      const { kind, colour, body, tags } = found;
      return save(row, { kind, colour, body, tags }, row, 'revert');
    },

    async report(): Promise<AnchorReport | null> {
      const last = await store.call('lastAnchorReport', undefined);
      if (!last || last.seen) return null;
      return {
        ...(last.report as Omit<AnchorReport, 'id' | 'at' | 'seen'>),
        id: last.id,
        at: last.at,
        seen: false,
      };
    },

    async reportSeen({ id }: { id: number }) {
      await store.call('markAnchorReport', { id });
      changes.emit('annotations');
      return {};
    },

    /** Looks for all notes whose cases have changed, reports, and empties the bin of what is older than 30 days. */
    async tidy(signal?: AbortSignal): Promise<void> {
      if (store.readOnly) return;
      const before = new Date(now().getTime() - BIN_DAYS * DAY_MS).toISOString();
      await store.call('purgeAnnotations', { before });
      if (await sweepNotes({ store, texts, at: at(), signal })) changes.emit('annotations');
    },

    /** People whose notes were taken in have changed. */
    forgetPeople() {
      people = undefined;
    },
  };
}
export type AnnotationService = ReturnType<typeof createAnnotationService>;
