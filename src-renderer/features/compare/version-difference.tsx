import type { VersionDifference } from '#contract/versions.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { ChangedWords } from './changed-words.tsx';
import type { RowWords } from './use-row-words.ts';
import styles from './versions-dialog.module.css';

/** What a version has otherwise than the comparison of now: cases, rows, and words, then over now. */
export function VersionDifferenceView(props: {
  readonly value: VersionDifference;
  readonly rowWords: RowWords;
  readonly titleOf: (caseId: string) => string;
}) {
  const { value, rowWords, titleOf } = props;
  const { title, cases, rows, cells, findings } = value;
  const t = useT();
  const join = (names: readonly string[]) => names.join(t('common.list-comma'));
  const shape = [
    cases.was.length > 0 && t('compare.version.cases-back', { names: join(cases.was.map(titleOf)) }),
    cases.now.length > 0 && t('compare.version.cases-gone', { names: join(cases.now.map(titleOf)) }),
    rows.was.length > 0 && t('compare.version.rows-back', { names: join(rows.was.map(rowWords.title)) }),
    rows.now.length > 0 && t('compare.version.rows-gone', { names: join(rows.now.map(rowWords.title)) }),
    (cases.reordered || rows.reordered) && t('compare.version.reordered'),
  ].filter((line) => line !== false);
  const words = [
    ...(title === null ? [] : [{ key: 'title', head: t('compare.name'), words: title }]),
    ...cells.map((cell) => ({
      key: `${cell.caseId} ${cell.row}`,
      head: `${titleOf(cell.caseId)} · ${rowWords.title(cell.row)}`,
      words: cell.words,
    })),
    ...findings.map((finding) => ({
      key: `finding ${finding.row}`,
      head: t('compare.finding.label', { row: rowWords.title(finding.row) }),
      words: finding.words,
    })),
  ];
  if (shape.length === 0 && words.length === 0) {
    return <p className={styles.none}>{t('compare.version.same')}</p>;
  }
  return (
    <>
      {shape.map((line) => (
        <p key={line} className={styles.shape}>
          {line}
        </p>
      ))}
      <dl className={styles.words}>
        {words.map((one) => (
          <div key={one.key} className={styles.change}>
            <dt>{one.head}</dt>
            <dd>
              <span className={styles.label}>{t('compare.version.was')}</span>
              <span>
                <ChangedWords words={one.words.was} as="was" />
              </span>
            </dd>
            <dd>
              <span className={styles.label}>{t('compare.version.now')}</span>
              <span>
                <ChangedWords words={one.words.now} as="now" />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
