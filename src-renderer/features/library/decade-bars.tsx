import type { SearchOutput } from '#contract/search.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import styles from './decade-bars.module.css';
import { type FacetValue, useFacetValues } from './facet-values.ts';
import type { LibraryView } from './use-library-address.ts';

/** Height of the tallest bar, CSS px. */
const tallest = 31;

/** Cases by the decade in which they begin: bars to press, the number in each one's name. */
export function DecadeBars(props: { readonly view: LibraryView; readonly output: SearchOutput | undefined }) {
  const { view, output } = props;
  const t = useT();
  const values = useFacetValues('year', output?.facets);
  const decades = withoutGaps(values);
  if (decades.length === 0) return null;
  const most = Math.max(...decades.map(({ count = 0 }) => count));
  const ticked = view.address.filters?.year ?? [];
  return (
    <fieldset className={styles.group}>
      <legend className={styles.head}>{t('library.key.year')}</legend>
      <div className={styles.bars}>
        {decades.map(({ value, count = 0 }, index) => (
          <button
            key={value}
            type="button"
            className={styles.decade}
            aria-pressed={ticked.includes(value)}
            aria-label={t('library.decade', { decade: value, count })}
            title={t('library.decade', { decade: value, count })}
            disabled={count === 0}
            onClick={() => view.toggleFacet('year', value)}
          >
            <span
              className={styles.bar}
              style={{ blockSize: most === 0 ? 2 : Math.max(2, Math.round((count / most) * tallest)) }}
            />
            <span
              className={styles.label}
              data-label={index === 0 || value.endsWith('00') ? value : value.slice(2)}
            />
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** The decades from first to last, those without a case as well, so that distance on the axis is time. */
function withoutGaps(values: readonly FacetValue[]): readonly FacetValue[] {
  const counts = new Map(values.map(({ value, count }) => [Number(value), count]));
  const years = [...counts.keys()].filter((year) => year >= 1000);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  const length = (Math.max(...years) - first) / 10 + 1;
  return Array.from({ length }, (_, index) => {
    const value = String(first + index * 10);
    return { value, label: value, count: counts.get(first + index * 10) ?? 0 };
  });
}
