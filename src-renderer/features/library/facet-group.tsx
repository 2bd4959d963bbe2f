import { useId, useState } from 'react';
import { CaseType } from '#contract/case.ts';
import type { FacetId, SearchOutput } from '#contract/search.ts';
import { useFormats, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { ForwardIcon } from '../../ui/icons.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './facet-group.module.css';
import { type FacetValue, useFacetValues } from './facet-values.ts';
import type { LibraryView } from './use-library-address.ts';

/** Values shown before the rest is asked for. */
const few = 8;

/** One list to narrow by. Values without a case stay in sight, but cannot be ticked. */
export function FacetGroup(props: {
  readonly facet: FacetId;
  readonly view: LibraryView;
  readonly output: SearchOutput | undefined;
  readonly isFoldable?: boolean;
}) {
  const { facet, view, output, isFoldable = false } = props;
  const t = useT();
  const headId = useId();
  const values = useFacetValues(facet, output?.facets);
  const ticked = view.address.filters?.[facet] ?? [];
  const [isOpen, setIsOpen] = useState(!isFoldable || ticked.length > 0);
  const [showsAll, setShowsAll] = useState(false);
  if (values.length === 0) return null;
  const shown = showsAll ? values : values.filter(({ value }, at) => at < few || ticked.includes(value));
  const hidden = values.length - shown.length;
  return (
    <fieldset className={styles.group} aria-labelledby={headId}>
      {isFoldable ? (
        <button
          type="button"
          id={headId}
          className={styles.fold}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(`library.key.${facet}`)}
          <ForwardIcon size={13} />
        </button>
      ) : (
        <h2 id={headId} className={styles.head}>
          {t(`library.key.${facet}`)}
        </h2>
      )}
      {isOpen && (
        <>
          {shown.map((value) => (
            <FacetRow
              key={value.value}
              facet={facet}
              value={value}
              isTicked={ticked.includes(value.value)}
              onToggle={() => view.toggleFacet(facet, value.value)}
            />
          ))}
          {(hidden > 0 || showsAll) && values.length > few && (
            <Button variant="link" className={styles.more} onPress={() => setShowsAll(!showsAll)}>
              {showsAll ? t('library.fewer-values') : t('library.more-values', { count: hidden })}
            </Button>
          )}
        </>
      )}
    </fieldset>
  );
}

function FacetRow(props: {
  readonly facet: FacetId;
  readonly value: FacetValue;
  readonly isTicked: boolean;
  readonly onToggle: () => void;
}) {
  const { facet, value, isTicked, onToggle } = props;
  const { number } = useFormats();
  const type = facet === 'type' ? CaseType.safeParse(value.value).data : undefined;
  return (
    <Checkbox
      isQuiet
      isSelected={isTicked}
      isDisabled={value.count === 0 && !isTicked}
      onChange={onToggle}
      className={styles.row}
    >
      {type !== undefined && (
        <span className={styles.shape}>
          <TypeShape type={type} />
        </span>
      )}
      <span className={styles.label} title={value.label}>
        {value.label}
      </span>
      <span className={styles.count}>{value.count === undefined ? '' : number(value.count)}</span>
    </Checkbox>
  );
}
