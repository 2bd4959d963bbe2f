import type { RowKey } from '#contract/rows.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Spoken } from '../../ui/live-region/spoken.tsx';
import styles from './comparison-table.module.css';
import type { Grid } from './grid.ts';
import { CaseHeadCell, RowHeadCell } from './table-row.tsx';
import { FindingCell, ValueCell } from './value-cell.tsx';

/** The table turned: a line a case, a column a row, the findings in the last line. */
export function TurnedBody(props: {
  readonly rows: readonly RowKey[];
  readonly grid: Grid;
  readonly headWidth: number;
}) {
  const { rows, grid, headWidth } = props;
  const t = useT();
  return (
    <>
      <colgroup>
        <col style={{ inlineSize: headWidth }} />
        {rows.map((row) => (
          <col key={row} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={styles.corner}>
            <Spoken>{t('compare.case')}</Spoken>
          </th>
          {rows.map((row) => (
            <RowHeadCell key={row} row={row} grid={grid} />
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.open.cases.map((one) => (
          <tr key={one.id}>
            <CaseHeadCell value={one} grid={grid} axis="y" />
            {rows.map((row) => (
              <ValueCell key={row} row={row} of={one} grid={grid} />
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">
            <FindingHead />
          </th>
          {rows.map((row) => (
            <FindingCell key={row} row={row} grid={grid} />
          ))}
        </tr>
      </tbody>
    </>
  );
}

/** Over the findings: what they are for. */
export function FindingHead() {
  const t = useT();
  return (
    <>
      <span className={styles.findingTitle}>{t('compare.finding')}</span>
      <span className={styles.findingNote}>{t('compare.finding.note')}</span>
    </>
  );
}
