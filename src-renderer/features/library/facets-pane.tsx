import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FacetId, SearchOutput } from '#contract/search.ts';
import { useFormats, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Switch } from '../../ui/choice/switch.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { LibraryIcon, WarnIcon } from '../../ui/icons.tsx';
import { CollectionsPart } from './collections-part.tsx';
import { DecadeBars } from './decade-bars.tsx';
import { FacetGroup } from './facet-group.tsx';
import styles from './facets-pane.module.css';
import { LeftOutList } from './left-out-list.tsx';
import { useSummaries } from './queries.ts';
import { SavedSearches } from './saved-searches.tsx';
import type { LibraryView } from './use-library-address.ts';

/** Facets always open, then the period, then those that open when asked for. */
const open = ['type', 'funding', 'level'] as const satisfies readonly FacetId[];
const folded = [
  'challenge',
  'dimension',
  'stage',
  'space',
  'participation',
  'actor',
  'tool',
  'evidence',
  'place',
  'tag',
] as const satisfies readonly FacetId[];

/** What results can be narrowed by, with the number of cases that each value would leave. */
export function FacetsPane(props: {
  readonly view: LibraryView;
  readonly output: SearchOutput | undefined;
  /** Told which cases are new in a saved search that was opened. */
  readonly onFresh: (ids: readonly string[]) => void;
}) {
  const { view, output } = props;
  const t = useT();
  const { number } = useFormats();
  const { byId, leftOut } = useSummaries();
  const [showsLeftOut, setShowsLeftOut] = useState(false);
  const { filters, q, years } = view.address;
  const isAll = q === undefined && filters === undefined && years === undefined;
  return (
    <aside className={styles.pane} aria-label={t('library.conditions')}>
      <button type="button" className={styles.all} aria-current={isAll} onClick={view.clear}>
        <LibraryIcon size={16} />
        <span>{t('library.all')}</span>
        <span className={styles.count}>{number(byId.size)}</span>
      </button>
      <Link to="/precedents" search={{}} className={styles.precedents}>
        {t('precedents.title')}
      </Link>
      <CollectionsPart view={view} />
      <SavedSearches view={view} onFresh={props.onFresh} />
      {open.map((facet) => (
        <FacetGroup key={facet} facet={facet} view={view} output={output} />
      ))}
      <DecadeBars view={view} output={output} />
      <div className={styles.switch}>
        <Switch
          isSelected={view.address.independent === true}
          onChange={(isOn) => view.change({ independent: isOn ? true : undefined })}
        >
          {t('library.independent')}
        </Switch>
      </div>
      {folded.map((facet) => (
        <FacetGroup key={facet} facet={facet} view={view} output={output} isFoldable />
      ))}
      <Link to="/own" search={{}} className={styles.framework}>
        {t('own.title')}
      </Link>
      <Link to="/framework" search={{}} className={styles.framework}>
        {t('framework.title')}
      </Link>
      {leftOut.length > 0 && (
        <p className={styles.leftOut}>
          <WarnIcon size={14} />
          <Button variant="link" onPress={() => setShowsLeftOut(true)}>
            {t('library.left-out', { count: new Set(leftOut.map(({ file }) => file)).size })}
          </Button>
        </p>
      )}
      <Dialog
        isOpen={showsLeftOut}
        onClose={() => setShowsLeftOut(false)}
        title={t('library.left-out.title')}
        width="wide"
        actions={<Button onPress={() => setShowsLeftOut(false)}>{t('common.close')}</Button>}
      >
        <LeftOutList problems={leftOut} />
      </Dialog>
    </aside>
  );
}
