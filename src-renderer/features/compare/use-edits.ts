import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { OpenComparison } from '#contract/comparisons.ts';
import type { CaseId } from '#contract/ids.ts';
import type { PresetKey, RowKey } from '#contract/rows.ts';
import { VersionId } from '#contract/versions.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useLanguage } from '../../app/i18n/use-t.tsx';
import { lastOfferedAt, undoLast } from '../../app/undo/undo.ts';
import { showToast } from '../../ui/toast/toast-queue.ts';

export interface Shape {
  readonly title?: string;
  readonly caseIds?: readonly CaseId[];
  readonly rows?: readonly RowKey[];
  readonly preset?: PresetKey | null;
}

export interface Edits {
  /** Writes words into a cell, null gives the draft back. Rejects with the words still in the field. */
  readonly editCell: (caseId: CaseId, row: RowKey, summary: string | null) => Promise<void>;
  readonly editFinding: (row: RowKey, finding: string) => Promise<void>;
  readonly reshape: (shape: Shape) => Promise<void>;
  /** Ends changes of cells whose cases have changed. */
  readonly resolve: (cells: readonly Resolved[]) => Promise<void>;
  /** Says that the changed figures were looked at. */
  readonly figuresSeen: () => Promise<void>;
  /** Puts the comparison back to a version. */
  readonly bringBack: (version: VersionId) => Promise<void>;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  readonly isSaving: boolean;
}

/** A cell whose case has changed, and what is to stand in it. */
export interface Resolved {
  readonly caseId: CaseId;
  readonly row: RowKey;
  readonly choice: { readonly do: 'accept' | 'keep' } | { readonly do: 'merge'; readonly text: string };
}

/** A change and what takes it back; both write through the contract. */
interface Step {
  readonly forward: () => Promise<unknown>;
  readonly back: () => Promise<unknown>;
  /** When it was done, by the clock of the page. */
  readonly at: number;
}

/** How many changes can be taken back. */
const memory = 100;

/** Changes to an open comparison: seen at once, stored, and each can be taken back and done again. */
export function useEdits(open: OpenComparison): Edits {
  const { query, client } = useApi();
  const queryClient = useQueryClient();
  const language = useLanguage();
  const describe = useFailure();
  const { id } = open.comparison;
  const latest = useRef(open);
  latest.current = open;
  const done = useRef<Step[]>([]);
  const undone = useRef<Step[]>([]);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const [, redraw] = useState(0);
  const cell = useMutation(query.comparisons.editCell.mutationOptions());
  const finding = useMutation(query.comparisons.editFinding.mutationOptions());
  const update = useMutation(query.comparisons.update.mutationOptions());
  const queryKey = query.comparisons.get.queryKey({ input: { id, language } });

  const patch = useCallback(
    (edit: (old: OpenComparison['comparison']) => OpenComparison['comparison']) => {
      queryClient.setQueryData<OpenComparison>(queryKey, (old) =>
        old === undefined ? old : { ...old, comparison: edit(old.comparison) },
      );
    },
    [queryClient, queryKey],
  );
  const refresh = useCallback(
    () => queryClient.invalidateQueries({ queryKey: query.comparisons.key() }),
    [queryClient, query],
  );

  const write = useMemo(() => {
    const settle = async (work: Promise<unknown>) => {
      try {
        await work;
      } finally {
        await refresh();
      }
    };
    return {
      cell: (caseId: CaseId, row: RowKey, summary: string | null) => {
        patch((old) => withCell(old, caseId, row, summary));
        return settle(cell.mutateAsync({ id, caseId, row, summary }));
      },
      finding: (row: RowKey, words: string) => {
        patch((old) => ({ ...old, findings: { ...old.findings, [row]: words } }));
        return settle(finding.mutateAsync({ id, row, finding: words }));
      },
      shape: (shape: Shape) => {
        const { caseIds, rows, ...rest } = shape;
        const lists = {
          ...(caseIds === undefined ? {} : { caseIds: [...caseIds] }),
          ...(rows === undefined ? {} : { rows: [...rows] }),
        };
        patch((old) => ({ ...old, ...rest, ...lists }));
        return settle(update.mutateAsync({ id, ...rest, ...lists }));
      },
    };
  }, [id, patch, refresh, cell.mutateAsync, finding.mutateAsync, update.mutateAsync]);

  /** One write after the other: what is undone at once must not overtake what it undoes. */
  const inTurn = useCallback((work: () => Promise<unknown>) => {
    const result = last.current.then(work);
    last.current = result.catch(() => undefined);
    return result;
  }, []);

  const act = useCallback(
    async (change: Omit<Step, 'at'>) => {
      const step: Step = { ...change, at: performance.now() };
      done.current.push(step);
      if (done.current.length > memory) done.current.shift();
      undone.current = [];
      redraw((count) => count + 1);
      try {
        await inTurn(step.forward);
      } catch (error) {
        // What was never stored cannot be taken back.
        done.current = done.current.filter((one) => one !== step);
        redraw((count) => count + 1);
        throw error;
      }
    },
    [inTurn],
  );

  const step = (from: Step[], to: Step[], how: 'forward' | 'back') => {
    const one = from.pop();
    if (one === undefined) return;
    to.push(one);
    redraw((count) => count + 1);
    inTurn(one[how]).catch((error: unknown) => {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
    });
  };

  return {
    editCell: (caseId, row, summary) => {
      const before = latest.current.comparison.cells.find((one) => one.caseId === caseId && one.row === row);
      const draft = latest.current.drafts.find((one) => one.caseId === caseId && one.row === row);
      const words =
        summary === null || summary.trim() === '' || summary === draft?.text ? null : summary.trim();
      if (words === (before?.summary ?? null)) return Promise.resolve();
      return act({
        forward: () => write.cell(caseId, row, words),
        back: () => write.cell(caseId, row, before?.summary ?? null),
      });
    },
    editFinding: (row, words) => {
      const before = latest.current.comparison.findings[row] ?? '';
      if (words.trim() === before) return Promise.resolve();
      return act({ forward: () => write.finding(row, words.trim()), back: () => write.finding(row, before) });
    },
    resolve: (cells) => {
      let before: VersionId | undefined;
      return act({
        forward: async () => {
          const done = await client.comparisons.resolve({ id, language, cells: [...cells] });
          before = VersionId.parse(done.before);
          await refresh();
        },
        back: async () => {
          if (before !== undefined) await client.versions.bringBack({ version: before });
          await refresh();
        },
      });
    },
    figuresSeen: async () => {
      await client.comparisons.figuresSeen({ id });
      await refresh();
    },
    bringBack: (version) => {
      let before: VersionId | undefined;
      return act({
        forward: async () => {
          before = (await client.versions.bringBack({ version })).before;
          await refresh();
        },
        back: async () => {
          if (before !== undefined) await client.versions.bringBack({ version: before });
          await refresh();
        },
      });
    },
    reshape: (shape) => {
      const { title, caseIds, rows, preset } = latest.current.comparison;
      const before: Shape = {
        ...(shape.title === undefined ? {} : { title }),
        ...(shape.caseIds === undefined ? {} : { caseIds }),
        ...(shape.rows === undefined && shape.preset === undefined ? {} : { rows, preset }),
      };
      return act({ forward: () => write.shape(shape), back: () => write.shape(before) });
    },
    undo:
      done.current.length === 0
        ? undefined
        : () => {
            // What was done elsewhere since, a brief taken in or a row of one's own deleted, comes back first.
            const isOlder = (done.current.at(-1)?.at ?? 0) < (lastOfferedAt() ?? 0);
            if (!isOlder || !undoLast()) step(done.current, undone.current, 'back');
          },
    redo: undone.current.length === 0 ? undefined : () => step(undone.current, done.current, 'forward'),
    isSaving: cell.isPending || finding.isPending || update.isPending,
  };
}

function withCell(
  old: OpenComparison['comparison'],
  caseId: CaseId,
  row: RowKey,
  summary: string | null,
): OpenComparison['comparison'] {
  const at = old.cells.findIndex((one) => one.caseId === caseId && one.row === row);
  const before = old.cells[at] ?? {
    caseId,
    row,
    revision: '',
    draft: { zh: '', en: '' },
    basis: '',
    summary: null,
  };
  const next = { ...before, summary };
  return { ...old, cells: at < 0 ? [...old.cells, next] : old.cells.with(at, next) };
}
