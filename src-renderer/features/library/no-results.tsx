import type { SearchOutput } from '#contract/search.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Blank } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import type { Condition } from './chips-row.tsx';
import styles from './no-results.module.css';
import type { LibraryView } from './use-library-address.ts';

/** Nothing meets all conditions: which one to drop and what that gives, and the nearest terms there are. */
export function NoResults(props: {
  readonly view: LibraryView;
  readonly output: SearchOutput;
  readonly conditions: readonly Condition[];
}) {
  const { view, output, conditions } = props;
  const t = useT();
  const named = output.relax.flatMap(({ chip, total }) => {
    const condition = conditions.find(({ id }) => id === chip);
    return condition === undefined || total === 0 ? [] : [{ condition, total }];
  });
  const [best, next] = named;
  const sentence =
    best === undefined
      ? t('library.none.nothing')
      : next === undefined
        ? t('library.none.relax-one', { what: best.condition.text, count: best.total })
        : t('library.none.relax-two', {
            what: best.condition.text,
            count: best.total,
            other: next.condition.text,
            otherCount: next.total,
          });
  return (
    <div className={styles.none}>
      <Blank
        title={t('library.none.title', { count: conditions.length })}
        actions={
          <>
            {named.slice(0, 2).map(({ condition }, index) => (
              <Button
                key={condition.id}
                variant={index === 0 ? 'filled' : 'outlined'}
                onPress={() => view.dropChip(condition.id)}
              >
                {t('library.none.drop', { what: condition.kind ?? condition.text })}
              </Button>
            ))}
            <Button variant={best === undefined ? 'outlined' : 'plain'} onPress={view.clear}>
              {t('library.none.clear')}
            </Button>
          </>
        }
      >
        {sentence}
      </Blank>
      {output.nearest.length > 0 && (
        <div className={styles.nearest}>
          <p className={styles.head}>{t('library.none.nearest')}</p>
          <ul className={styles.terms}>
            {output.nearest.map((term) => (
              <li key={term}>
                <Button variant="link" onPress={() => view.change({ q: term, without: undefined })}>
                  {term}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
