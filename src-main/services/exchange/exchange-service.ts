import { randomUUID } from 'node:crypto';
import { zipSync } from 'fflate';
import type { NoteFilter, Person } from '#contract/annotations.ts';
import { OkmError } from '#contract/errors.ts';
import { type ImportPlan, type NotesFormat, Quote } from '#contract/exchange.ts';
import type { CitationStyle, Delivery } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import type { RowKey } from '#contract/rows.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import type { ReadNotes } from '#domain/annotation/exchange-note.ts';
import { writeHypothesis } from '#domain/annotation/hypothesis.ts';
import { mergeNotes } from '#domain/annotation/merge-notes.ts';
import { writeJsonLd } from '#domain/annotation/write-jsonld.ts';
import type { AnnotationRow } from '../annotations/annotation-row.ts';
import { createCaseTexts } from '../annotations/case-texts.ts';
import { toFound } from '../annotations/find-notes.ts';
import type { Changes } from '../changes.ts';
import type { ComparisonService } from '../comparisons/comparison-service.ts';
import type { Deliveries } from '../exports/deliveries.ts';
import { safeFileName } from '../exports/file-name.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import { citationOf } from './citation.ts';
import { type Planned, planImport, toExchange } from './plan-import.ts';
import { readNotesFile } from './read-file.ts';
import { notesTexts } from './texts.ts';
import { createUploads } from './uploads.ts';
import { writeNotesAsOne, writeNotesMarkdown } from './write-markdown.ts';
import { type NoteLine, writeNotesCsv, writeNotesXlsx } from './write-tables.ts';

interface Parts {
  readonly store: Store;
  readonly library: Library;
  readonly changes: Changes;
  readonly deliveries: Deliveries;
  readonly comparisons: Pick<ComparisonService, 'cellWords' | 'editCell'>;
  readonly now: () => Date;
  readonly newId?: () => string;
  /** Called when notes of other people have come in. */
  readonly onPeople?: () => void;
}

interface Chosen {
  readonly ids?: readonly string[] | undefined;
  readonly filter?: NoteFilter | undefined;
}

/** A finished file of notes. */
export interface NotesFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly citations: number;
}

const MOST_PLANS = 4;
/** As much as a cell takes by hand. */
const MAX_CELL = 4000;
const epoch = new Date(1980, 0, 1);
const mediaTypes: Record<NotesFormat, string> = {
  jsonld: 'application/ld+json',
  hypothesis: 'application/json',
  md: 'text/markdown',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Notes out of the program and into it: a plan first, then one transaction, then undo. */
export function createExchangeService(parts: Parts) {
  const { store, library, changes, deliveries, comparisons, now, newId = randomUUID, onPeople } = parts;
  const texts = createCaseTexts(library);
  const uploads = createUploads(now);
  const plans = new Map<string, Planned>();

  async function chosenRows({ ids, filter }: Chosen): Promise<AnnotationRow[]> {
    if (ids === undefined && filter === undefined) return store.call('listAnnotations', {});
    if (ids !== undefined) return store.call('getAnnotations', { ids });
    const found = await store.call('findAnnotations', { filter: toFound(filter ?? {}), group: 'case' });
    return store.call('getAnnotationsWithBin', { ids: found.map(([id]) => id) });
  }

  async function peopleById(): Promise<ReadonlyMap<string, Person>> {
    return new Map((await store.call('listPeople', undefined)).map((one) => [one.id, one]));
  }

  /** The id under which own notes go out. A folder that cannot be written lends one for this time only. */
  async function owner(): Promise<string> {
    const known = await store.call('findOwner', undefined);
    if (known !== null) return known;
    const offer = `urn:uuid:${newId()}`;
    return store.readOnly ? offer : store.call('ensureOwner', { offer });
  }

  async function toFile(
    input: Chosen & {
      format: NotesFormat;
      language: Language;
      style?: CitationStyle | undefined;
      asOne?: boolean | undefined;
    },
  ): Promise<NotesFile> {
    const { format, language, style = 'gb-2025' } = input;
    const rows = await chosenRows(input);
    const people = await peopleById();
    const words = notesTexts[language];
    const cited = rows.map((row) => ({ row, citation: citationOf(row, library, { language, style }) }));
    const citations = cited.reduce((sum, { citation }) => sum + citation.references.length, 0);
    const file = (ending: string, mediaType: string, bytes: Uint8Array): NotesFile => ({
      fileName: safeFileName(words.file, ending),
      mediaType,
      bytes,
      citations,
    });
    const notes = rows.map((row) => toExchange(row, people));
    switch (format) {
      case 'jsonld':
        return file('jsonld', mediaTypes.jsonld, json(writeJsonLd(notes, { id: await owner(), name: '' })));
      case 'hypothesis': {
        const counted = rows.map((row) => ({ ...toExchange(row, people), ...utf16Of(row, texts) }));
        return file(
          'json',
          mediaTypes.hypothesis,
          json(writeHypothesis(counted, await owner(), now().toISOString())),
        );
      }
      case 'md': {
        const cases = [...Map.groupBy(cited, ({ row }) => row.caseId)];
        if (input.asOne === true) {
          const ordered = cases.map(([id, own]) => [id, inReadingOrder(own, library)] as const);
          return file('md', mediaTypes.md, writeNotesAsOne(ordered, words));
        }
        const byCase = cases.map(
          ([caseId, own]) =>
            [`${caseId}.md`, writeNotesMarkdown(caseId, inReadingOrder(own, library), words)] as const,
        );
        const [only] = byCase;
        if (byCase.length === 1 && only) {
          return { fileName: only[0], mediaType: mediaTypes.md, bytes: only[1], citations };
        }
        const files = Object.fromEntries(byCase.toSorted(([a], [b]) => (a < b ? -1 : 1)));
        return file('zip', 'application/zip', zipSync(files, { mtime: epoch, level: 9 }));
      }
      case 'csv':
      case 'xlsx': {
        const lines = cited.map(
          ({ row, citation }): NoteLine => [
            row.id,
            row.caseId,
            citation.title,
            citation.heading,
            row.exact,
            row.body,
            format === 'csv' ? row.kind : (words.kinds[row.kind] ?? row.kind),
            format === 'csv' ? row.colour : (words.colours[row.colour] ?? row.colour),
            row.tags.join(' | '),
            row.personId === null ? '' : (people.get(row.personId)?.name ?? row.personId),
            row.createdAt,
            row.modifiedAt,
            format === 'csv' ? row.status : (words.statuses[row.status] ?? row.status),
            citation.references.join(' '),
          ],
        );
        const bytes = format === 'csv' ? writeNotesCsv(lines) : await writeNotesXlsx(lines, words);
        return file(format, mediaTypes[format], bytes);
      }
    }
  }

  async function plan(text: string, given: { caseId?: string | undefined; language?: Language | undefined }) {
    if (given.caseId !== undefined) library.get(given.caseId);
    const foreign =
      given.caseId === undefined ? undefined : { caseId: given.caseId, language: given.language ?? 'zh' };
    return planRead(readNotesFile(text, foreign), false);
  }

  /** Says what notes that were read would bring, one file or many. */
  async function planRead(read: ReadNotes, isMerged: boolean) {
    const ids = read.items.flatMap(({ note }) =>
      note ? [note.id, ...(note.replyTo === null ? [] : [note.replyTo])] : [],
    );
    const existing = new Map(
      (await store.call('getAnnotationsWithBin', { ids: [...new Set(ids)] })).map((row) => [row.id, row]),
    );
    const planned = await planImport({
      read,
      texts,
      existing,
      owner: await store.call('findOwner', undefined),
      at: now().toISOString(),
      isMerged,
    });
    const id = newId();
    plans.set(id, planned);
    for (const old of [...plans.keys()].slice(0, -MOST_PLANS)) plans.delete(old);
    return { ...planned.summary, plan: id } satisfies ImportPlan;
  }

  return {
    toFile,
    /** Reads the text of a file and says what it would bring. @throws OkmError INPUT_INVALID, CASE_NOT_FOUND */
    planText: plan,

    /** The same of several files of W3C annotations at once, in whichever order. @throws OkmError INPUT_INVALID */
    planTexts: (files: readonly string[]): Promise<ImportPlan> =>
      planRead(mergeNotes(files.map((text) => readNotesFile(text, undefined))), true),

    /** What a plan would write, once, for who writes it with other things. @throws OkmError TICKET_EXPIRED */
    takePlan(id: string): Planned {
      const planned = plans.get(id);
      plans.delete(id);
      if (!planned) throw new OkmError('TICKET_EXPIRED', {});
      return planned;
    },

    async export(
      input: Chosen & {
        format: NotesFormat;
        language: Language;
        style?: CitationStyle | undefined;
        asOne?: boolean | undefined;
      },
    ): Promise<Delivery> {
      const { fileName, mediaType, bytes, citations } = await toFile(input);
      const ticket = deliveries.put({ fileName, mediaType, bytes });
      return { ticket, fileName, sizeBytes: bytes.byteLength, citations, unsupported: 0, missing: [] };
    },

    upload: uploads.add,

    async plan(input: {
      upload: string;
      caseId?: string | undefined;
      language?: Language | undefined;
    }): Promise<ImportPlan> {
      return plan(uploads.take(input.upload), input);
    },

    /** @throws OkmError TICKET_EXPIRED where the plan is no longer known */
    async carryOut({ plan: id }: { plan: string }): Promise<{ added: number; changed: number }> {
      const planned = plans.get(id);
      if (!planned) throw new OkmError('TICKET_EXPIRED', {});
      const { added, changed, older, people } = planned;
      const at = now().toISOString();
      const result = await store.call('takeInAnnotations', { people, added, changed, older, name: '', at });
      plans.delete(id);
      onPeople?.();
      changes.emit('annotations');
      return result;
    },

    async asText(input: { ids: readonly string[]; language: Language; style?: CitationStyle | undefined }) {
      const { language, style = 'gb-2025' } = input;
      const words = notesTexts[language];
      const parts_ = (await store.call('getAnnotations', { ids: input.ids })).map((row) => {
        const { title, heading, references } = citationOf(row, library, { language, style });
        return [
          language === 'zh'
            ? `“${row.exact}”${words.from(title, heading)}`
            : `“${row.exact}” ${words.from(title, heading)}`,
          row.body,
          references.length > 0 ? words.sources + references.join(' ') : '',
        ]
          .filter((line) => line !== '')
          .join('\n');
      });
      return { text: parts_.join('\n\n') };
    },

    async quotes({ caseId }: { caseId: string }): Promise<Quote[]> {
      const rows = await store.call('listAnnotations', { caseId });
      return rows
        .filter((row) => row.thing === 'text' && row.exact.trim() !== '')
        .map((row) =>
          Quote.parse({
            id: row.id,
            language: row.language,
            colour: row.colour,
            text: row.exact.replace(/\s+/g, ' ').trim(),
            body: row.body,
            section: row.spot?.section ?? (row.section === '' ? null : row.section),
            refs: citationOf(row, library, { language: 'zh', style: 'gb-2025' }).refs,
          }),
        );
    },

    /**
     * Adds the quotes of notes, with the sources of their sentences, to a cell's own words.
     *
     * @throws OkmError COMPARISON_NOT_FOUND, INPUT_INVALID where the cell would grow too long
     */
    async toCell(input: {
      ids: readonly string[];
      comparisonId: string;
      caseId: string;
      row: RowKey;
    }): Promise<{ text: string }> {
      const { ids, comparisonId, caseId, row } = input;
      const before = await comparisons.cellWords(`${comparisonId}#${row}`, caseId);
      if (before === undefined) throw new OkmError('COMPARISON_NOT_FOUND', { id: comparisonId });
      const quotes = (await store.call('getAnnotations', { ids })).map((note) => {
        const { refs } = citationOf(note, library, { language: 'zh', style: 'gb-2025' });
        // A cell's own case is understood; a source of another is named with it.
        const prefix = note.caseId === caseId ? '' : `${note.caseId}_`;
        return note.exact + (refs.length > 0 ? `[${refs.map((ref) => `@${prefix}${ref}`).join('; ')}]` : '');
      });
      // What the case does not say gives way to what the user found.
      const isNothing = vocabulary.nothing.some(({ zh, en }) => before.trim() === zh || before.trim() === en);
      const text = [isNothing ? '' : before, ...quotes].filter((part) => part !== '').join('\n');
      if (text.length > MAX_CELL) throw new OkmError('INPUT_INVALID', { path: 'ids', issue: 'too_big' });
      await comparisons.editCell({ id: comparisonId, caseId, row, summary: text });
      return { text };
    },
  };
}
export type ExchangeService = ReturnType<typeof createExchangeService>;

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
}

function utf16Of(row: AnnotationRow, texts: ReturnType<typeof createCaseTexts>) {
  const section = texts.find(row.caseId, row.language)?.sections.find(({ id }) => id === row.spot?.section);
  if (!section || !row.spot) return {};
  let before = 0;
  for (const one of texts.find(row.caseId, row.language)?.sections ?? []) {
    if (one.id === section.id) break;
    before += one.text.length + 1;
  }
  return { utf16: { start: before + row.spot.start, end: before + row.spot.end } };
}

/** Notes of one case by their place in the text; those without one at the end. */
function inReadingOrder<T extends { readonly row: AnnotationRow }>(
  notes: readonly T[],
  library: Library,
): T[] {
  const order = (row: AnnotationRow): number => {
    const sections = library.find(row.caseId)?.texts[row.language === 'en' ? 'en' : 'zh']?.sections ?? [];
    const at = sections.findIndex(({ id }) => id === row.spot?.section);
    return at < 0 ? Number.MAX_SAFE_INTEGER : at * 1e7 + (row.spot?.start ?? 0);
  };
  return notes.toSorted((a, b) => order(a.row) - order(b.row));
}
