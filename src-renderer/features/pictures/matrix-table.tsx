import { type KeyboardEvent, useRef } from 'react';
import type { CaseType } from '#contract/case.ts';
import type { Matrix, PictureList } from '#contract/pictures.ts';
import { idsOf } from '#contract/vocabulary.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import { listOf } from './filter-bar.tsx';
import styles from './matrix-table.module.css';

/** Two lists against each other: a table of buttons, one stop of the tab key, moved through with the arrows. */
export function MatrixTable(props: {
  readonly matrix: Matrix;
  readonly rows: PictureList;
  readonly columns: PictureList;
  readonly share: boolean;
  readonly picked: { readonly row: number; readonly column: number } | undefined;
  readonly onPick: (row: string, column: string) => void;
  readonly name: string;
}) {
  const { matrix, rows, columns, share, picked, onPick, name } = props;
  const t = useT();
  const words = useCaseWords();
  const table = useRef<HTMLTableElement>(null);
  const rowList = listOf[rows];
  const columnList = listOf[columns];
  const stop = picked ?? { row: 0, column: 0 };
  const lastRow = matrix.rows.length - 1;
  const lastColumn = matrix.columns.length - 1;

  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = event.target instanceof Element ? event.target.closest('[data-at]') : null;
    const [row = 0, column = 0] = (cell?.getAttribute('data-at') ?? '').split(' ').map(Number);
    const isFar = event.ctrlKey || event.metaKey;
    const to: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [isFar ? 0 : row, 0],
      End: [isFar ? lastRow : row, lastColumn],
    };
    const next = to[event.key];
    if (cell === null || next === undefined || event.altKey) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-at="${next[0]} ${next[1]}"]`)?.focus();
  };

  const groups = matrix.columns.flatMap(({ group }, index) =>
    index > 0 && matrix.columns[index - 1]?.group === group
      ? []
      : [{ group, index, span: spanFrom(matrix, index) }],
  );
  const starts = new Set(groups.filter(({ index }) => index > 0).map(({ index }) => index));
  const isGrouped = groups.some(({ group }) => group !== undefined);
  return (
    <table ref={table} className={styles.table} aria-label={name} onKeyDown={move}>
      <colgroup>
        <col className={styles.heads} />
      </colgroup>
      <thead>
        {isGrouped && (
          <tr>
            <td />
            {groups.map(({ group, index, span }) => (
              <th
                key={index}
                scope="colgroup"
                colSpan={span}
                className={styles.group}
                data-starts={starts.has(index)}
              >
                {group === undefined ? '' : words.label('dimensionGroups', group)}
              </th>
            ))}
          </tr>
        )}
        <tr>
          <td />
          {matrix.columns.map(({ id }, index) => (
            <th
              key={id}
              scope="col"
              className={styles.column}
              data-starts={starts.has(index)}
              title={words.define(columnList, id)}
            >
              {inHalves(words.label(columnList, id))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map(({ id, count }, row) => (
          <tr key={id}>
            <th scope="row" className={styles.row} title={words.define(rowList, id)}>
              <span className={styles.rowName}>
                {rows === 'type' && <TypeShape type={asType(id)} />}
                {words.label(rowList, id)}
              </span>
              <span className={styles.rowCount}>{t('pictures.cases', { count })}</span>
            </th>
            {matrix.columns.map((column, index) => {
              const cases = matrix.cells[row]?.[index]?.length ?? 0;
              const percent = count === 0 ? 0 : Math.round((cases / count) * 100);
              const isPicked = picked?.row === row && picked.column === index;
              return (
                <td key={column.id} className={styles.place} data-starts={starts.has(index)}>
                  <button
                    type="button"
                    className={styles.cell}
                    data-heat={matrix.heats[row]?.[index] ?? 0}
                    data-at={`${row} ${index}`}
                    aria-pressed={isPicked}
                    aria-label={t('pictures.cell', {
                      row: words.label(rowList, id),
                      column: words.label(columnList, column.id),
                      count: cases,
                    })}
                    tabIndex={stop.row === row && stop.column === index ? 0 : -1}
                    onClick={() => onPick(id, column.id)}
                  >
                    {share ? `${percent}%` : cases}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The swatches under the table: which counts, or shares, each colour stands for. */
export function HeatLegend({ matrix, share }: { readonly matrix: Matrix; readonly share: boolean }) {
  return (
    <p className={styles.legend} aria-hidden="true">
      {matrix.ranges.map(({ heat, from, to }) => (
        <span key={heat}>
          <i data-heat={heat} />
          {from === to ? from : `${from}–${to}`}
          {share ? '%' : ''}
        </span>
      ))}
    </p>
  );
}

function spanFrom(matrix: Matrix, index: number): number {
  const { group } = matrix.columns[index] ?? {};
  const end = matrix.columns.findIndex((column, at) => at > index && column.group !== group);
  return (end < 0 ? matrix.columns.length : end) - index;
}

function asType(id: string): CaseType {
  return idsOf('type').find((one) => one === id) ?? 'project';
}

/** Chinese heads break in the middle, by sense more often than by width; English ones between their words. */
function inHalves(words: string) {
  const chars = [...words];
  if (words.includes(' ') || chars.length < 6) return words;
  const half = Math.ceil(chars.length / 2);
  return (
    <>
      {chars.slice(0, half).join('')}
      <wbr />
      {chars.slice(half).join('')}
    </>
  );
}
