import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Matrix, PictureList } from '#contract/pictures.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { Select } from '../../ui/select/select.tsx';
import { CaseList } from './case-list.tsx';
import { ExportMenu } from './export-menu.tsx';
import { listOf } from './filter-bar.tsx';
import { HeatLegend, MatrixTable } from './matrix-table.tsx';
import { Footnotes } from './picture-view.tsx';
import styles from './pictures.module.css';
import { useMatrixAddress } from './use-picture-address.ts';

/** Two lists against each other; a picked cell lists its cases, each with the sentence that puts it there. */
export function MatrixPart({ filters }: { readonly filters: ReactNode }) {
  const t = useT();
  const describe = useFailure();
  const { address, change } = useMatrixAddress();
  const { matrix, error, rows, columns, share, asked } = useMatrix();
  const failure = error === null ? undefined : describe(error);
  const picked = matrix === undefined ? undefined : findCell(matrix, address.cell);
  const lists = PictureList.options.map((id) => ({ id, label: t(`pictures.list.${id}`) }));
  const name = t('pictures.matrix.name', {
    rows: t(`pictures.list.${rows}`),
    columns: t(`pictures.list.${columns}`),
  });
  const isStandard = rows === 'type' && columns === 'dimension';
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title} data-face="serif" tabIndex={-1}>
          {isStandard ? t('pictures.matrix.title') : name}
        </h1>
        <ExportMenu wanted={{ name: 'matrix', ...asked }} />
      </div>
      <div className={styles.sentence}>
        <span>{t('pictures.matrix.rows')}</span>
        <Select
          label={t('pictures.matrix.rows')}
          isLabelHidden
          isQuiet
          items={lists}
          value={rows}
          onChange={(id) => change({ rows: id, cell: undefined })}
        />
        <span>{t('pictures.matrix.columns')}</span>
        <Select
          label={t('pictures.matrix.columns')}
          isLabelHidden
          isQuiet
          items={lists}
          value={columns}
          onChange={(id) => change({ columns: id, cell: undefined })}
        />
        <span>{t('pictures.matrix.cells')}</span>
        <Select
          label={t('pictures.matrix.cells')}
          isLabelHidden
          isQuiet
          items={[
            { id: 'count', label: t('pictures.matrix.count') },
            { id: 'share', label: t('pictures.matrix.share') },
          ]}
          value={share ? 'share' : 'count'}
          onChange={(id) => change({ share: id === 'share' ? true : undefined })}
        />
        {filters}
      </div>
      {failure !== undefined && <FailureNote what={failure.what} next={failure.next} />}
      {matrix !== undefined && (
        <>
          <div className={styles.scroll} data-matrix={`${rows} ${columns}`}>
            <MatrixTable
              matrix={matrix}
              rows={rows}
              columns={columns}
              share={share}
              picked={picked}
              name={name}
              onPick={(row, column) => {
                const cell = `${row} ${column}`;
                change({ cell: cell === address.cell ? undefined : cell }, 'replace');
              }}
            />
            <HeatLegend matrix={matrix} share={share} />
          </div>
          <MatrixNotes matrix={matrix} lists={[rows, columns]} />
        </>
      )}
    </>
  );
}

/** The cases of the cell that is picked, beside the table. */
export function PickedCell() {
  const t = useT();
  const words = useCaseWords();
  const { address, change } = useMatrixAddress();
  const { matrix, rows, columns } = useMatrix();
  const picked = matrix === undefined ? undefined : findCell(matrix, address.cell);
  if (matrix === undefined || picked === undefined) return null;
  return (
    <CaseList
      title={t('pictures.matrix.cell', {
        row: words.label(listOf[rows], picked.rowId),
        column: words.label(listOf[columns], picked.columnId),
      })}
      cases={matrix.cells[picked.row]?.[picked.column] ?? []}
      onClose={() => change({ cell: undefined }, 'replace')}
      foot={
        <Link
          to="/library"
          search={{
            filters: { ...address.filters, [rows]: [picked.rowId], [columns]: [picked.columnId] },
          }}
        >
          {t('pictures.in-library')}
        </Link>
      }
    />
  );
}

/** The matrix that the address asks for. */
function useMatrix() {
  const { query } = useApi();
  const { address } = useMatrixAddress();
  const rows = address.rows ?? 'type';
  const columns = address.columns ?? 'dimension';
  const share = address.share ?? false;
  const asked = { rows, columns, share, ...(address.filters && { filters: address.filters }) };
  const { data: matrix, error } = useQuery({
    ...query.pictures.matrix.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
  });
  return { matrix, error, rows, columns, share, asked };
}

/** More cells without a case than these are counted, not named. */
const MOST_NAMED = 8;

function MatrixNotes({
  matrix,
  lists: [rows, columns],
}: {
  readonly matrix: Matrix;
  readonly lists: readonly [PictureList, PictureList];
}) {
  const t = useT();
  const words = useCaseWords();
  const empty = matrix.rows.flatMap((row, at) =>
    matrix.columns.flatMap((column, index) =>
      matrix.cells[at]?.[index]?.length === 0
        ? [
            t('pictures.matrix.cell', {
              row: words.label(listOf[rows], row.id),
              column: words.label(listOf[columns], column.id),
            }),
          ]
        : [],
    ),
  );
  const silent = (count: number, list: PictureList) =>
    count > 0 ? [t('pictures.matrix.silent', { count, list: t(`pictures.list.${list}`) })] : [];
  const named = empty.length <= MOST_NAMED ? empty.join(t('common.list-comma')) : '';
  return (
    <>
      <Footnotes
        lines={[
          t('pictures.matrix.several', { count: matrix.total }),
          ...silent(matrix.silentRows, rows),
          ...(rows === columns ? [] : silent(matrix.silentColumns, columns)),
          ...(empty.length === 0
            ? []
            : [
                named === ''
                  ? t('pictures.matrix.empty', { count: empty.length })
                  : t('pictures.matrix.empty-named', { count: empty.length, cells: named }),
              ]),
        ]}
      />
      <p className={styles.onward}>
        <Link to="/matrix" search={{ show: 'silence' }}>
          {t('pictures.matrix.to-silence')}
        </Link>
      </p>
    </>
  );
}

function findCell(matrix: Matrix, cell: string | undefined) {
  const [rowId = '', columnId = ''] = cell?.split(' ') ?? [];
  const row = matrix.rows.findIndex(({ id }) => id === rowId);
  const column = matrix.columns.findIndex(({ id }) => id === columnId);
  return row < 0 || column < 0 ? undefined : { row, column, rowId, columnId };
}
