import { Link } from '@tanstack/react-router';
import type { Picture } from '#contract/pictures.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import styles from './pictures.module.css';

/** The picture as a table: the same numbers, and the way to the cases for the keyboard and for those who listen. */
export function PictureTable(props: {
  readonly table: Picture['table'];
  readonly name: string;
  readonly onPick: (cases: readonly string[]) => void;
}) {
  const { table, name, onPick } = props;
  const t = useT();
  const head = (words: string, cases: readonly string[]) => {
    const [only] = cases;
    if (only === undefined) return words;
    if (cases.length === 1) {
      return (
        <Link to="/case/$caseId" params={{ caseId: only }} search={{}} className={styles.case}>
          {words}
        </Link>
      );
    }
    return (
      <Button
        variant="link"
        aria-label={t('pictures.show-cases', { what: words, count: cases.length })}
        onPress={() => onPick(cases)}
      >
        {words}
      </Button>
    );
  };
  const cellOf = (words: string, what: string, cases: readonly string[]) =>
    cases.length === 0 ? (
      words
    ) : (
      <Button
        variant="link"
        aria-label={t('pictures.show-cases', { what, count: cases.length })}
        onPress={() => onPick(cases)}
      >
        {words}
      </Button>
    );
  return (
    <table className={styles.table} aria-label={name}>
      <thead>
        <tr>
          {table.head.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ cells: [first = '', ...cells], cases, cellCases }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows never change places
          <tr key={row}>
            <th scope="row">{head(first, cases)}</th>
            {cells.map((words, index) => (
              <td key={table.head[index + 1]} data-number={/^[\d–%]+$/.test(words)}>
                {cellOf(words, `${first}, ${table.head[index + 1] ?? ''}`, cellCases?.[index + 1] ?? [])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
