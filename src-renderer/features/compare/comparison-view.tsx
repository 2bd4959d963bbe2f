import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { MIN_CASES, type OpenComparison } from '#contract/comparisons.ts';
import type { RowKey } from '#contract/rows.ts';
import { useFailure } from '../../app/api/use-failure.ts';
import { useSummaries } from '../../app/cases/use-summaries.ts';
import { useLanguage, useT, useWords } from '../../app/i18n/use-t.tsx';
import { keyOf } from '../../app/keys/command-table.ts';
import { useCommands } from '../../app/keys/use-commands.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { useWidth } from '../../ui/use-width.ts';
import type { CellEditorHandle } from './cell-editor.tsx';
import { type CompareDialog, CompareDialogs } from './compare-dialogs.tsx';
import { ComparisonBar } from './comparison-bar.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import styles from './comparison-view.module.css';
import { EvidencePane } from './evidence-pane.tsx';
import { elementAt, type Place } from './grid-place.ts';
import { Notices } from './notices.tsx';
import { cellOf } from './queries.ts';
import { widthsOf } from './table-widths.ts';
import { useCellNotes } from './use-cell-notes.ts';
import { useCopies } from './use-copies.ts';
import { useEdits } from './use-edits.ts';
import { useGoToCell } from './use-go-to-cell.ts';
import { useProjection } from './use-projection.ts';
import { useReceipts } from './use-receipts.ts';
import { useRowWords } from './use-row-words.ts';
import { useTableActions } from './use-table-actions.ts';

/** Least width of the screen, CSS px, at which the sentences stand beside the table without being asked for. */
const paneFrom = 1120;
/** The same with more cases than three. */
const widePaneFrom = 1520;

/** An open comparison: the bar, the table, the sentences behind the cell with the focus, the foot. */
export function ComparisonView({ open }: { readonly open: OpenComparison }) {
  const t = useT();
  const words = useWords();
  const language = useLanguage();
  const describe = useFailure();
  const navigate = useNavigate({ from: '/compare/{-$comparisonId}' });
  const address = useSearch({ from: '/compare/{-$comparisonId}' });
  const summaries = useSummaries();
  const screen = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const editor = useRef<CellEditorHandle>(null);
  const width = useWidth(screen) ?? window.innerWidth;
  const [pane, setPane] = useState<boolean>();
  const [editing, setEditing] = useState<Place>();
  const [dialog, setDialog] = useState<CompareDialog>();
  const edits = useEdits(open);
  const notes = useCellNotes(open.comparison.id);
  const { comparison, differing } = open;
  const rowWords = useRowWords(open.ownRows);
  const copies = useCopies(open, rowWords);
  const projection = useProjection();
  const isTurned = address.turned === true;
  const isPaneOpen =
    !projection.isOn && (pane ?? width >= (open.cases.length > 3 || isTurned ? widePaneFrom : paneFrom));
  const place: Place | undefined =
    address.column === undefined ? undefined : { row: address.row ?? 'head', column: address.column };

  const rows = useMemo(
    () =>
      address.differ === true ? comparison.rows.filter((row) => differing.includes(row)) : comparison.rows,
    [address.differ, comparison.rows, differing],
  );
  const goTo = (next: Place) => {
    if (next.row === place?.row && next.column === place.column) return;
    void navigate({
      search: (old) => ({ ...old, row: next.row === 'head' ? undefined : next.row, column: next.column }),
      replace: true,
    });
  };
  const go = useMemo(
    () => ({
      edit: (next: Place) => {
        if (next.row !== 'head' && next.column !== 'name') setEditing(next);
      },
      showPassages: (next: Place) => {
        elementAt(table.current, next)?.focus();
        setPane(true);
      },
      editRow: (row: RowKey) => setDialog({ kind: 'row', row }),
      review: (next: Place) => setDialog({ kind: 'living', place: next }),
    }),
    [],
  );
  const actions = useTableActions(open, edits, rows, go, rowWords);
  const fail = (error: unknown) => {
    const { what, next } = describe(error);
    showToast({ tone: 'failed', title: what, detail: next });
  };

  useGoToCell(table, address.note === undefined ? undefined : place);
  const caseOf = (at: Place | undefined) => comparison.caseIds.find((id) => id === at?.column);
  const rowOf = (at: Place | undefined) => (at === undefined || at.row === 'head' ? undefined : at.row);
  const move = (by: -1 | 1) => {
    const row = rowOf(place);
    return row === undefined ? false : actions.moveRow?.(row, by) === true ? undefined : false;
  };
  const moveCase = (by: -1 | 1) => {
    const id = caseOf(place);
    return id === undefined ? false : actions.moveCase(id, by) ? undefined : false;
  };
  useCommands(
    {
      undo: () => (edits.undo === undefined ? false : edits.undo()),
      'compare.redo': () => (edits.redo === undefined ? false : edits.redo()),
      'compare.edit': () => (place === undefined || editing !== undefined ? false : go.edit(place)),
      'compare.reset': () => {
        const [id, row] = [caseOf(place), rowOf(place)];
        return id !== undefined && row !== undefined && actions.reset(id, row) ? undefined : false;
      },
      'compare.note': () => {
        const [id, row] = [caseOf(place), rowOf(place)];
        if (id === undefined || row === undefined) return false;
        // The field is there before the next key is heard.
        flushSync(() => {
          notes.begin(row, id);
          setPane(true);
        });
        return undefined;
      },
      'compare.row-up': () => move(-1),
      'compare.row-down': () => move(1),
      'compare.case-left': () => moveCase(-1),
      'compare.case-right': () => moveCase(1),
      'compare.evidence': () => setPane(!isPaneOpen),
      'compare.differ': () => toggleDiffer(address.differ !== true),
      'compare.copy': () => (copies.cell(place) ? undefined : false),
      'compare.table': () => void copies.table(rows, isTurned).catch(fail),
      'compare.turn': () => turn(!isTurned),
      'compare.project': projection.begin,
      'compare.versions': () => setDialog({ kind: 'versions' }),
      'compare.export': () => setDialog({ kind: 'export' }),
    },
    table,
  );
  const toggleDiffer = (differ: boolean) =>
    void navigate({ search: (old) => ({ ...old, differ: differ || undefined }), replace: true });

  const turn = (turned: boolean) =>
    void navigate({ search: (old) => ({ ...old, turned: turned || undefined }), replace: true });
  const left = comparison.caseIds.filter((id) => !open.missing.includes(id));

  const cells = comparison.rows.flatMap((row) => open.cases.map((one) => cellOf(open, row, one.id)));
  const unsupported = cells.filter((cell) => cell?.isUnsupported).length;
  const silent = cells.filter((cell) => cell?.isNothing).length;

  const { cite, pull } = useReceipts({ open, place, editing, editor, keep: actions.keepCell, onFail: fail });
  const widths = widthsOf({ cases: open.cases.length, rows: rows.length, isTurned, language });
  const zoom = projection.isOn ? Math.min(1.8, Math.max(1, width / widths.least)) : 1;

  return (
    <div ref={screen} className={styles.view} data-projected={projection.isOn}>
      {projection.isOn ? (
        <span className={styles.leave}>
          <IconButton label={t('compare.project.leave')} keyHint="Esc" onPress={projection.end}>
            <CloseIcon size={20} />
          </IconButton>
        </span>
      ) : (
        <>
          <ComparisonBar
            open={open}
            edits={edits}
            differ={address.differ === true}
            onDiffer={toggleDiffer}
            isPaneOpen={isPaneOpen}
            onPane={setPane}
            onList={() =>
              void navigate({
                to: '/compare/{-$comparisonId}',
                params: { comparisonId: undefined },
                search: {},
              })
            }
            onRows={() => setDialog({ kind: 'rows' })}
            onCases={() => setDialog({ kind: 'cases' })}
            onExport={() => setDialog({ kind: 'export' })}
            onFail={fail}
            view={{
              onTurn: () => turn(!isTurned),
              onProject: projection.begin,
              onVersions: () => setDialog({ kind: 'versions' }),
              onTable: () => void copies.table(rows, isTurned).catch(fail),
              onCopy: place === undefined ? undefined : () => void copies.cell(place),
            }}
          />
          <Notices
            open={open}
            titleOf={(id) => {
              const found = summaries.get(id);
              return found === undefined ? id : words(found.title);
            }}
            onReview={() => setDialog({ kind: 'living' })}
            onTakeOut={
              left.length < MIN_CASES ? undefined : () => void edits.reshape({ caseIds: left }).catch(fail)
            }
          />
        </>
      )}
      <div className={styles.middle} data-narrow={width < 880}>
        <div className={styles.scroll}>
          {rows.length === 0 ? (
            <div className={styles.same}>
              <p>{t('compare.none-differ')}</p>
              <Button onPress={() => toggleDiffer(false)}>{t('compare.show-all')}</Button>
            </div>
          ) : (
            <ComparisonTable
              open={open}
              rows={rows}
              place={place}
              onPlace={goTo}
              editing={editing}
              onEditing={setEditing}
              actions={actions}
              table={table}
              editor={editor}
              notes={notes}
              rowWords={rowWords}
              isTurned={isTurned}
              zoom={zoom}
            />
          )}
        </div>
        {isPaneOpen && (
          <EvidencePane
            open={open}
            place={place}
            actions={actions}
            onCite={cite}
            onPull={pull}
            onClose={() => setPane(false)}
            notes={notes}
            activeNote={address.note}
          />
        )}
      </div>
      {!projection.isOn && (
        <footer className={styles.foot}>
          <span>
            {unsupported > 0 && t('compare.foot.unsupported', { count: unsupported })}
            {unsupported > 0 && silent > 0 && '　'}
            {silent > 0 && t('compare.foot.silent', { count: silent })}
          </span>
          <span className={styles.keys} aria-hidden="true">
            {t('compare.foot.keys', {
              edit: t('common.key.enter'),
              reset: keyOf('compare.reset') ?? '',
              move: keyOf('compare.row-up')?.replace('↑', '↑↓') ?? '',
            })}
          </span>
        </footer>
      )}
      <CompareDialogs
        dialog={dialog}
        open={open}
        edits={edits}
        rowWords={rowWords}
        summaries={summaries}
        unsupported={unsupported}
        onClose={() => setDialog(undefined)}
        onFail={fail}
      />
    </div>
  );
}
