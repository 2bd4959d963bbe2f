import type { OpenComparison } from '#contract/comparisons.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { InfoIcon, WarnIcon } from '../../ui/icons.tsx';
import styles from './notices.module.css';

/** What has happened to the cases since: changed, or gone from the library; and what can be done about it. */
export function Notices(props: {
  readonly open: OpenComparison;
  readonly titleOf: (caseId: string) => string;
  readonly onReview: () => void;
  /** Takes the vanished cases out; undefined where too few would be left. */
  readonly onTakeOut: (() => void) | undefined;
}) {
  const { open, titleOf, onReview, onTakeOut } = props;
  const t = useT();
  const words = useWords();
  const { changes, figures, missing } = open;
  const changed = open.cases.filter((one) =>
    [...changes, ...figures].some((change) => change.caseId === one.id),
  );
  const join = (names: readonly string[]) => names.join(t('common.list-comma'));
  return (
    <>
      {changed.length > 0 && (
        <p className={styles.notice} role="status">
          <InfoIcon />
          <span>
            {t('compare.living.notice', {
              cases: join(changed.map((one) => words(one.title).split(/[:：]/)[0] ?? one.id)),
              figures: figures.length,
              cells: changes.length,
            })}
          </span>
          <Button variant="link" onPress={onReview}>
            {t('compare.living.look')}
          </Button>
        </p>
      )}
      {missing.length > 0 && (
        <p className={styles.notice} role="status">
          <WarnIcon />
          <span>{t('compare.missing', { count: missing.length, cases: join(missing.map(titleOf)) })}</span>
          {onTakeOut !== undefined && (
            <Button variant="link" onPress={onTakeOut}>
              {t('compare.missing.take-out')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
