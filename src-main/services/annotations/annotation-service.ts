import { Annotation, NewAnnotation } from '#contract/annotations.ts';
import type { CaseText } from '#contract/case-tree.ts';
import { OkmError } from '#contract/errors.ts';
import { anchor } from '#domain/anchoring/anchor.ts';
import { widenToGraphemes } from '#domain/anchoring/code-points.ts';
import { prepareSections } from '#domain/anchoring/places.ts';
import { describeRange } from '#domain/anchoring/selectors.ts';
import type { Changes } from '../changes.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import type { AnnotationRow } from './annotations.sql.ts';

interface Parts {
  readonly store: Store;
  readonly library: Library;
  readonly changes: Changes;
  readonly now: () => Date;
}

/** The user's notes: made on a case's text, kept by W3C selectors, found again when the text has changed. */
export function createAnnotationService({ store, library, changes, now }: Parts) {
  const textOf = (caseId: string, language: string): CaseText | undefined =>
    library.find(caseId)?.texts[language as 'zh' | 'en'];

  /** Adds to a stored note where it stands today. */
  function toAnnotation(row: AnnotationRow): Annotation {
    const sections = prepareSections(textOf(row.caseId, row.language)?.sections ?? []);
    const placed = anchor({ selectors: row, home: { id: row.section, textHash: row.textHash } }, sections);
    const { start, end, prefix, exact, suffix } = row;
    return Annotation.parse({
      id: row.id,
      caseId: row.caseId,
      language: row.language,
      kind: row.kind,
      colour: row.colour,
      body: row.body,
      tags: row.tags,
      target: {
        source: `urn:okm:case:${row.caseId}:${row.language}`,
        section: row.section,
        textHash: row.textHash,
        selector: [
          { type: 'TextPositionSelector', start, end },
          { type: 'TextQuoteSelector', prefix, exact, suffix },
        ],
      },
      status: placed.status,
      range:
        placed.status === 'orphan' ? null : { section: placed.section, start: placed.start, end: placed.end },
      replyTo: row.replyTo,
      createdAt: row.createdAt,
      modifiedAt: row.modifiedAt,
    });
  }

  /** Selectors of a range that the user picked, widened to whole graphemes. */
  function describe(caseId: string, language: string, section: string, from: number, to: number) {
    const found = textOf(caseId, language)?.sections.find((one) => one.id === section);
    if (!found || from >= to || to > found.text.length || found.text.slice(from, to).trim() === '') {
      throw new OkmError('TARGET_NOT_FOUND', { id: caseId, section, start: from, end: to });
    }
    const { start, end } = widenToGraphemes(found.text, from, to);
    return { section, textHash: found.textHash, ...describeRange(found.text, start, end) };
  }

  async function getRow(id: string): Promise<AnnotationRow> {
    const [row] = await store.call('getAnnotations', { ids: [id] });
    if (!row) throw new OkmError('ANNOTATION_NOT_FOUND', { id });
    return row;
  }

  async function save(row: AnnotationRow): Promise<Annotation> {
    const saved = await store.call('updateAnnotation', row);
    if (!saved) throw new OkmError('ANNOTATION_NOT_FOUND', { id: row.id });
    changes.emit('annotations');
    return toAnnotation(saved);
  }

  return {
    /** All notes, or those on one case, in the order they were made. */
    async list(input: { caseId?: string | undefined }): Promise<Annotation[]> {
      return (await store.call('listAnnotations', input)).map(toAnnotation);
    },

    /** @throws OkmError CASE_NOT_FOUND, TARGET_NOT_FOUND */
    async create(given: NewAnnotation): Promise<Annotation> {
      const input = NewAnnotation.parse(given);
      library.get(input.caseId);
      const place = describe(input.caseId, input.language, input.section, input.start, input.end);
      const at = now().toISOString();
      const row = await store.call('createAnnotation', {
        id: input.id,
        caseId: input.caseId,
        language: input.language,
        kind: input.kind,
        colour: input.colour,
        body: input.body,
        tags: input.tags,
        ...place,
        replyTo: null,
        createdAt: at,
        modifiedAt: at,
      });
      changes.emit('annotations');
      return toAnnotation(row);
    },

    /** @throws OkmError ANNOTATION_NOT_FOUND */
    async update({
      id,
      ...fields
    }: { id: string } & { [F in 'kind' | 'colour' | 'body' | 'tags']?: AnnotationRow[F] | undefined }) {
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      return save({ ...(await getRow(id)), ...given, modifiedAt: now().toISOString() });
    },

    /** @throws OkmError ANNOTATION_NOT_FOUND, TARGET_NOT_FOUND */
    async place({ id, section, start, end }: { id: string; section: string; start: number; end: number }) {
      const row = await getRow(id);
      const place = describe(row.caseId, row.language, section, start, end);
      return save({ ...row, ...place, modifiedAt: now().toISOString() });
    },

    async remove({ ids }: { ids: readonly string[] }): Promise<{ removed: number }> {
      const removed = await store.call('removeAnnotations', { ids, at: now().toISOString() });
      if (removed > 0) changes.emit('annotations');
      return { removed };
    },

    async restore({ ids }: { ids: readonly string[] }): Promise<Annotation[]> {
      const rows = await store.call('restoreAnnotations', { ids });
      changes.emit('annotations');
      return rows.map(toAnnotation);
    },
  };
}
export type AnnotationService = ReturnType<typeof createAnnotationService>;
