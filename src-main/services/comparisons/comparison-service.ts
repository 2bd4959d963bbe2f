import type { Case } from '#contract/case-tree.ts';
import {
  Comparison,
  type Draft,
  MAX_CASES,
  MIN_CASES,
  type OpenComparison,
  type Passages,
  type PresetId,
  RowId,
} from '#contract/comparisons.ts';
import { OkmError } from '#contract/errors.ts';
import type { Language } from '#contract/ids.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { placeName } from '#domain/case/place-name.ts';
import { differingRows } from '#domain/comparison/differing-rows.ts';
import { draftCell, draftCells } from '#domain/comparison/draft-cell.ts';
import { passagesFor } from '#domain/comparison/passages.ts';
import { periodWords } from '#domain/comparison/period-words.ts';
import type { Changes } from '../changes.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import type { CellRow, ComparisonRow, StoredComparison } from './comparisons.sql.ts';
import { defaultTitle } from './default-title.ts';

interface Parts {
  readonly store: Store;
  readonly library: Library;
  readonly changes: Changes;
  readonly now: () => Date;
}

/** Comparisons: cases side by side, the drafts as the cases stand now, and what the user made of them. */
export function createComparisonService({ store, library, changes, now }: Parts) {
  async function stored(id: string): Promise<StoredComparison> {
    const found = await store.call('getComparison', { id });
    if (!found) throw new OkmError('COMPARISON_NOT_FOUND', { id });
    return found;
  }

  /** The cases of a comparison, each once, in order. @throws OkmError COMPARISON_SIZE, CASE_NOT_FOUND */
  function casesOf(ids: readonly string[]): Case[] {
    const distinct = [...new Set(ids)];
    if (distinct.length < MIN_CASES || distinct.length > MAX_CASES) {
      throw new OkmError('COMPARISON_SIZE', { count: distinct.length });
    }
    return distinct.map((id) => library.get(id));
  }

  /** Shows a stored comparison with the drafts of today; a case that has left the library has no column. */
  function open(value: StoredComparison, language = value.language as Language): OpenComparison {
    const { cells, findings, rowIds, ...rest } = value;
    const cases = value.caseIds.map((id) => library.find(id)).filter((one) => one !== undefined);
    const comparison = Comparison.parse({
      ...rest,
      rows: rowIds,
      cells: cells.filter((cell) => value.caseIds.includes(cell.caseId)),
      findings: Object.fromEntries(findings.map(({ row, finding }) => [row, finding])),
    });
    const drafts = cases.flatMap((one) => draftCells(one, comparison.rows, language));
    const words = drafts.map((draft) => ({
      row: draft.row,
      text:
        comparison.cells.find((cell) => cell.caseId === draft.caseId && cell.row === draft.row)?.summary ??
        draft.text,
    }));
    return {
      comparison,
      cases: cases.map(({ id, revision, front }) => ({
        id,
        title: front.title,
        type: front.type,
        place: placeName(front.place),
        period: periodWords(front.period),
        revision,
      })),
      drafts,
      differing: differingRows(comparison.rows, words),
    };
  }

  function changed(value: StoredComparison | undefined, id: string): OpenComparison {
    if (!value) throw new OkmError('COMPARISON_NOT_FOUND', { id });
    changes.emit('comparisons');
    return open(value);
  }

  return {
    async list() {
      const rows = await store.call('listComparisons', undefined);
      return rows.map((row) =>
        Comparison.pick({ id: true, title: true, caseIds: true, modifiedAt: true }).parse(row),
      );
    },

    /** @throws OkmError COMPARISON_SIZE, CASE_NOT_FOUND */
    async create(input: {
      id: string;
      caseIds: readonly string[];
      preset?: PresetId | undefined;
      title?: string | undefined;
      language: Language;
    }): Promise<OpenComparison> {
      const cases = casesOf(input.caseIds);
      const preset = input.preset ?? 'meeting';
      const rows = rowsOf(preset);
      const at = now().toISOString();
      const comparison: ComparisonRow = {
        id: input.id,
        title: input.title?.trim() || defaultTitle(cases, input.language),
        language: input.language,
        caseIds: cases.map((one) => one.id),
        rowIds: rows,
        preset,
        createdAt: at,
        modifiedAt: at,
      };
      const cells = cases.flatMap((one) => toCells(one, draftCells(one, rows, input.language)));
      return changed(await store.call('createComparison', { comparison, cells }), input.id);
    },

    /** @throws OkmError COMPARISON_NOT_FOUND */
    async get({ id, language }: { id: string; language?: Language | undefined }): Promise<OpenComparison> {
      return open(await stored(id), language);
    },

    /** What a cell says, for notes on it; `cell` is `<comparison>#<row>`, undefined where it is gone. */
    async cellWords(cell: string, caseId: string): Promise<string | undefined> {
      const [id = '', row = ''] = cell.split('#');
      const value = await store.call('getComparison', { id });
      if (!value?.caseIds.includes(caseId) || !value.rowIds.includes(row)) return undefined;
      const found = value.cells.find((one) => one.caseId === caseId && one.row === row);
      return found && (found.summary ?? found.draft);
    },

    /** @throws OkmError COMPARISON_NOT_FOUND, COMPARISON_SIZE, CASE_NOT_FOUND */
    async update(input: {
      id: string;
      title?: string | undefined;
      language?: Language | undefined;
      caseIds?: readonly string[] | undefined;
      rows?: readonly RowId[] | undefined;
      preset?: PresetId | null | undefined;
    }): Promise<OpenComparison> {
      const { cells: before, findings: _, ...old } = await stored(input.id);
      const language = input.language ?? (old.language as Language);
      const caseIds = input.caseIds === undefined ? old.caseIds : casesOf(input.caseIds).map((one) => one.id);
      const preset = input.preset === undefined ? old.preset : input.preset;
      const given = input.rows ?? (input.preset ? rowsOf(input.preset) : old.rowIds);
      const rows = [...new Set(given)].map((row) => RowId.parse(row));
      const comparison: ComparisonRow = {
        ...old,
        title: input.title?.trim() || old.title,
        language,
        caseIds,
        rowIds: rows,
        preset,
        modifiedAt: now().toISOString(),
      };
      const relabelled = language !== old.language;
      const known = new Map(before.map((cell) => [`${cell.caseId} ${cell.row}`, cell]));
      const cells = caseIds.flatMap((id) => {
        const one = library.find(id);
        if (!one) return [];
        // What the user wrote stays; a draft is taken anew only where none was seen in this language.
        const missing = rows.filter((row) => {
          const cell = known.get(`${id} ${row}`);
          return cell === undefined || (relabelled && cell.summary === null);
        });
        return toCells(one, draftCells(one, missing, language));
      });
      return changed(await store.call('updateComparison', { comparison, cells }), input.id);
    },

    /** @throws OkmError CASE_NOT_FOUND */
    passages({ caseId, row, language }: { caseId: string; row: RowId; language: Language }): Passages {
      const value = library.get(caseId);
      const passages = passagesFor(value, row, language);
      const cited = new Set(passages.flatMap((passage) => passage.refs));
      return {
        passages,
        sources: value.front.references
          .filter((item) => cited.has(item.id))
          .map((item) => ({
            id: item.id,
            title: item['container-title'] ?? item.title,
            issued: item.issued === undefined ? null : String(item.issued),
          })),
      };
    },

    /** @throws OkmError COMPARISON_NOT_FOUND, CASE_NOT_FOUND */
    async editCell(input: {
      id: string;
      caseId: string;
      row: RowId;
      summary: string | null;
    }): Promise<OpenComparison> {
      const value = await stored(input.id);
      if (!value.caseIds.includes(input.caseId)) {
        throw new OkmError('CASE_NOT_FOUND', { id: input.caseId, nearest: [...value.caseIds] });
      }
      const one = library.get(input.caseId);
      const draft = draftCell(one, input.row, value.language as Language);
      const summary = input.summary?.trim() ?? null;
      // Words equal to the draft are the draft: nothing of the user's own is in them.
      const own = summary === null || summary === '' || summary === draft.text ? null : summary;
      const [cell] = toCells(one, [draft]);
      if (!cell) throw new Error('a draft makes a cell');
      return changed(
        await store.call('editComparisonCell', {
          id: input.id,
          cell: { ...cell, summary: own },
          at: now().toISOString(),
        }),
        input.id,
      );
    },

    /** @throws OkmError COMPARISON_NOT_FOUND */
    async editFinding({
      id,
      row,
      finding,
    }: {
      id: string;
      row: RowId;
      finding: string;
    }): Promise<OpenComparison> {
      const at = now().toISOString();
      return changed(await store.call('editComparisonFinding', { id, row, finding: finding.trim(), at }), id);
    },

    /** Moves a comparison to the bin. @throws OkmError COMPARISON_NOT_FOUND */
    async remove({ id }: { id: string }) {
      const removed = await store.call('removeComparison', { id, at: now().toISOString() });
      if (!removed) throw new OkmError('COMPARISON_NOT_FOUND', { id });
      changes.emit('comparisons');
      return {};
    },

    /** Takes a comparison out of the bin. @throws OkmError COMPARISON_NOT_FOUND */
    async restore({ id }: { id: string }): Promise<OpenComparison> {
      return changed(await store.call('restoreComparison', { id }), id);
    },
  };
}
export type ComparisonService = ReturnType<typeof createComparisonService>;

/** The rows of a preset, in its order. */
export function rowsOf(preset: PresetId): readonly RowId[] {
  return vocabulary.preset.find((entry) => entry.id === preset)?.rows ?? [];
}

function toCells(value: Case, drafts: readonly Draft[]): CellRow[] {
  return drafts.map(({ row, text }) => ({
    caseId: value.id,
    row,
    revision: value.revision,
    draft: text,
    summary: null,
  }));
}
