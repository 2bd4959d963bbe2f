import { SheetMenu } from '../../app/cases/sheet-menu.tsx';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { TabBar, TabPanel } from '../../ui/tabs/tabs.tsx';
import { MatrixTab } from './address.ts';
import { CaseList } from './case-list.tsx';
import { FilterBar } from './filter-bar.tsx';
import { MatrixPart, PickedCell } from './matrix-part.tsx';
import styles from './pictures.module.css';
import { PlainPart } from './plain-part.tsx';
import { TimelinePart } from './timeline-part.tsx';
import { TransferPart } from './transfer/transfer-part.tsx';
import { useMatrixAddress } from './use-picture-address.ts';

const TABS = 'matrix';

/** The library at a glance: lists against each other, years, stages, and what it does not say. */
export function MatrixScreen() {
  const t = useT();
  const inWords = useWords();
  const { address, change } = useMatrixAddress();
  const show = address.show ?? 'matrix';
  const picked = show === 'matrix' ? undefined : address.cases;
  const filters = (
    <FilterBar
      filters={address.filters}
      onChange={(next) => change({ filters: next, cases: undefined, cell: undefined })}
    />
  );
  return (
    <div className={styles.screen}>
      <div className={styles.page}>
        <TabBar
          name={TABS}
          label={t('pictures.tabs')}
          value={show}
          onChange={(id) => change({ show: id, cases: undefined, cell: undefined })}
          items={MatrixTab.options.map((id) => ({ id, label: t(`pictures.tab.${id}`) }))}
        />
        <TabPanel name={TABS} id={show} className={styles.panel}>
          {show === 'matrix' && <MatrixPart filters={filters} />}
          {show === 'timeline' && <TimelinePart filters={filters} />}
          {show === 'transfer' && <TransferPart />}
          {(show === 'life-cycle' || show === 'actors' || show === 'accounts' || show === 'silence') && (
            <PlainPart name={show} filters={filters} />
          )}
        </TabPanel>
      </div>
      {show === 'matrix' && <PickedCell />}
      {picked !== undefined && show !== 'transfer' && (
        <CaseList
          title={t('pictures.picked')}
          cases={picked}
          {...(show === 'silence' || show === 'accounts'
            ? { actions: (found) => <SheetMenu isQuiet id={found.id} title={inWords(found.title)} /> }
            : {})}
          onClose={() => change({ cases: undefined }, 'replace')}
        />
      )}
    </div>
  );
}
