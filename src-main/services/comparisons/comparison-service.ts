import { randomUUID } from 'node:crypto';
import {
  Comparison,
  MAX_CASES,
  MIN_CASES,
  type OpenComparison,
  type Passages,
} from '#contract/comparisons.ts';
import { OkmError } from '#contract/errors.ts';
import type { Language } from '#contract/ids.ts';
import {
  inGroupOrder,
  type OwnId,
  type OwnPreset,
  type PresetId,
  type PresetKey,
  type RowId,
  RowKey,
} from '#contract/rows.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { placeName } from '#domain/case/place-name.ts';
import { differingRows } from '#domain/comparison/differing-rows.ts';
import { draftCells } from '#domain/comparison/draft-cell.ts';
import { weighDrafts } from '#domain/comparison/living.ts';
import { passagesFor } from '#domain/comparison/passages.ts';
import { periodWords } from '#domain/comparison/period-words.ts';
import type { Changes } from '../changes.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import {
  baselineOf,
  basisOf,
  figuresSince,
  type Resolution,
  summaryAfter,
  toCells,
  toComparison,
} from './cells-of-case.ts';
import type { BaselineRow, ComparisonRow, StoredComparison } from './comparisons.sql.ts';
import { defaultTitle } from './default-title.ts';

interface Parts {
  readonly store: Store;
  readonly library: Library;
  readonly changes: Changes;
  readonly now: () => Date;
  readonly newId?: () => string;
}

/** Comparisons: cases side by side, the drafts as the cases stand now, and what the user made of them. */
export function createComparisonService({ store, library, changes, now, newId = randomUUID }: Parts) {
  async function stored(id: string): Promise<StoredComparison> {
    const found = await store.call('getComparison', { id });
    if (!found) throw new OkmError('COMPARISON_NOT_FOUND', { id });
    return found;
  }

  /**
   * The cases of a comparison, each once, in order; one that has left the library stays if it was there.
   *
   * @throws OkmError COMPARISON_SIZE, CASE_NOT_FOUND
   */
  function idsOf(ids: readonly string[], known: readonly string[] = []): string[] {
    const distinct = [...new Set(ids)];
    if (distinct.length < MIN_CASES || distinct.length > MAX_CASES) {
      throw new OkmError('COMPARISON_SIZE', { count: distinct.length });
    }
    return distinct.map((id) => (known.includes(id) ? id : library.get(id).id));
  }

  /** Shows a stored comparison beside the cases as they stand; one that has left the library has no column. */
  async function open(
    value: StoredComparison,
    language = value.language as Language,
  ): Promise<OpenComparison> {
    const [own, baselines] = await Promise.all([
      store.call('listOwnRows', { withRemoved: true }),
      store.call('listComparisonBaselines', { id: value.id }),
    ]);
    const cases = value.caseIds.map((id) => library.find(id)).filter((one) => one !== undefined);
    const comparison = toComparison(value);
    const { drafts, changes: cellChanges } = weighDrafts(
      comparison,
      cases.flatMap((one) => draftCells(one, comparison.rows, language)),
      cases.map((one) => ({ id: one.id, revision: one.revision, basisOf: basisOf(one, comparison.rows) })),
      language,
    );
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
      ownRows: own.filter((row) => comparison.rows.includes(row.id)),
      differing: differingRows(comparison.rows, words),
      changes: cellChanges,
      figures: cases.flatMap((one) => figuresSince(one, baselines)),
      missing: comparison.caseIds.filter((id) => library.find(id) === undefined),
    };
  }

  async function changed(value: StoredComparison | undefined, id: string): Promise<OpenComparison> {
    if (!value) throw new OkmError('COMPARISON_NOT_FOUND', { id });
    changes.emit('comparisons');
    return open(value);
  }

  /** The rows of a preset, the vocabulary's or the user's own. @throws OkmError INPUT_INVALID */
  async function rowsOfKey(preset: PresetKey): Promise<readonly RowKey[]> {
    if (!isOwn(preset)) return rowsOf(preset);
    const found = (await store.call('listOwnPresets', undefined)).find(({ id }: OwnPreset) => id === preset);
    if (!found) throw new OkmError('INPUT_INVALID', { path: 'preset', issue: 'unknown' });
    return found.rows;
  }

  const figuresNow = (ids: readonly string[], reason: BaselineRow['reason']) =>
    ids.flatMap((id) => {
      const one = library.find(id);
      return one === undefined ? [] : [baselineOf(one, reason, now().toISOString())];
    });

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
      preset?: PresetKey | undefined;
      title?: string | undefined;
      language: Language;
    }): Promise<OpenComparison> {
      const cases = idsOf(input.caseIds).map((id) => library.get(id));
      const preset = input.preset ?? 'meeting';
      const rows = await rowsOfKey(preset);
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
      const cells = cases.flatMap((one) => toCells(one, rows));
      const baselines = figuresNow(comparison.caseIds, 'made');
      return changed(await store.call('createComparison', { comparison, cells, baselines }), input.id);
    },

    /** @throws OkmError COMPARISON_NOT_FOUND */
    async get({ id, language }: { id: string; language?: Language | undefined }): Promise<OpenComparison> {
      return await open(await stored(id), language);
    },

    /** What a cell says, for notes on it; `cell` is `<comparison>#<row>`, undefined where it is gone. */
    async cellWords(cell: string, caseId: string): Promise<string | undefined> {
      const [id = '', row = ''] = cell.split('#');
      const value = await store.call('getComparison', { id });
      if (!value?.caseIds.includes(caseId) || !value.rowIds.includes(row)) return undefined;
      const found = value.cells.find((one) => one.caseId === caseId && one.row === row);
      return found && (found.summary ?? found.draft[value.language as Language]);
    },

    /** @throws OkmError COMPARISON_NOT_FOUND, COMPARISON_SIZE, CASE_NOT_FOUND */
    async update(input: {
      id: string;
      title?: string | undefined;
      language?: Language | undefined;
      caseIds?: readonly string[] | undefined;
      rows?: readonly RowKey[] | undefined;
      preset?: PresetKey | null | undefined;
    }): Promise<OpenComparison> {
      const { cells: before, findings: _, ...old } = await stored(input.id);
      const language = input.language ?? (old.language as Language);
      const caseIds = input.caseIds === undefined ? old.caseIds : idsOf(input.caseIds, old.caseIds);
      const preset = input.preset === undefined ? old.preset : input.preset;
      const given = input.rows ?? (input.preset ? await rowsOfKey(input.preset) : old.rowIds);
      const rows = [...new Set(given)].map((row) => RowKey.parse(row));
      const comparison: ComparisonRow = {
        ...old,
        title: input.title?.trim() || old.title,
        language,
        caseIds,
        rowIds: rows,
        preset,
        modifiedAt: now().toISOString(),
      };
      const known = new Set(before.map((cell) => `${cell.caseId} ${cell.row}`));
      const cells = caseIds.flatMap((id) => {
        const one = library.find(id);
        if (!one) return [];
        return toCells(
          one,
          rows.filter((row) => !known.has(`${id} ${row}`)),
        );
      });
      const baselines = figuresNow(caseIds, 'made');
      const version = newId();
      return changed(
        await store.call('updateComparison', { comparison, cells, baselines, version }),
        input.id,
      );
    },

    /** @throws OkmError CASE_NOT_FOUND */
    passages({ caseId, row, language }: { caseId: string; row: RowKey; language: Language }): Passages {
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
      row: RowKey;
      summary: string | null;
    }): Promise<OpenComparison> {
      const value = await stored(input.id);
      if (!value.caseIds.includes(input.caseId)) {
        throw new OkmError('CASE_NOT_FOUND', { id: input.caseId, nearest: [...value.caseIds] });
      }
      const one = library.get(input.caseId);
      const [cell] = toCells(one, [input.row]);
      if (!cell) throw new Error('a row makes a cell');
      const summary = input.summary?.trim() ?? null;
      // Words equal to the draft are the draft: nothing of the user's own is in them.
      const isDraft = summary === cell.draft.zh || summary === cell.draft.en;
      const own = summary === null || summary === '' || isDraft ? null : summary;
      return changed(
        await store.call('editComparisonCells', {
          id: input.id,
          cells: [{ ...cell, summary: own }],
          at: now().toISOString(),
          version: newId(),
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
      row: RowKey;
      finding: string;
    }): Promise<OpenComparison> {
      const at = now().toISOString();
      const edit = { id, row, finding: finding.trim(), at, version: newId() };
      return changed(await store.call('editComparisonFinding', edit), id);
    },

    /** @throws OkmError COMPARISON_NOT_FOUND */
    async resolve(input: {
      id: string;
      language: Language;
      cells: readonly Resolution[];
    }): Promise<{ open: OpenComparison; before: string }> {
      const { id } = input;
      const value = await stored(id);
      const at = now().toISOString();
      const cells = input.cells.flatMap(({ caseId, row, choice }) => {
        const one = library.find(caseId);
        const old = value.cells.find((cell) => cell.caseId === caseId && cell.row === row);
        const [fresh] = one === undefined ? [] : toCells(one, [row]);
        if (fresh === undefined || old === undefined || !value.caseIds.includes(caseId)) return [];
        return [{ ...fresh, summary: summaryAfter(choice, old, fresh, input.language) }];
      });
      const kept = await store.call('keepComparisonVersion', {
        id,
        version: newId(),
        reason: 'before',
        name: '',
        at,
      });
      const after = await store.call('editComparisonCells', { id, cells, at, version: newId() });
      return { open: await changed(after, id), before: kept?.id ?? '' };
    },

    /** @throws OkmError COMPARISON_NOT_FOUND */
    async figuresSeen({ id }: { id: string }): Promise<OpenComparison> {
      const value = await stored(id);
      await store.call('setComparisonBaselines', { id, rows: figuresNow(value.caseIds, 'seen') });
      return changed(value, id);
    },

    /**
     * Writes down that a brief has gone out: a version of its own, and the figures that it carries. A folder
     * that cannot be written keeps nothing, and the brief is made all the same.
     */
    async noteExport({ id }: { id: string }): Promise<void> {
      if (store.readOnly) return;
      const value = await stored(id);
      const at = now().toISOString();
      await store.call('keepComparisonVersion', { id, version: newId(), reason: 'export', name: '', at });
      await store.call('setComparisonBaselines', { id, rows: figuresNow(value.caseIds, 'export') });
      changes.emit('comparisons');
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

/** The rows of a preset of the vocabulary, under their groups. */
export function rowsOf(preset: PresetId): readonly RowId[] {
  return inGroupOrder(vocabulary.preset.find((entry) => entry.id === preset)?.rows ?? [], []);
}

function isOwn(preset: PresetKey): preset is OwnId {
  return preset.startsWith('own-');
}
