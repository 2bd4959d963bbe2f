import { type KeyboardEvent, type Ref, type RefObject, useEffect } from 'react';
import type { CaseId } from '#contract/ids.ts';
import type { CaseSummary } from '#contract/library.ts';
import type { SearchHit, Snippet } from '#contract/search.ts';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { keyOf as keyOfCommand } from '../../app/keys/command-table.ts';
import { useTray } from '../../app/preferences/use-tray.ts';
import { Blank, FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { SearchField } from '../../ui/field/search-field.tsx';
import { FilterIcon } from '../../ui/icons.tsx';
import { announce } from '../../ui/live-region/live-region.tsx';
import { Spoken } from '../../ui/live-region/spoken.tsx';
import { Select } from '../../ui/select/select.tsx';
import type { Picked } from '../../ui/virtual-list/use-picked.ts';
import { rowId, VirtualList, type VirtualListHandle } from '../../ui/virtual-list/virtual-list.tsx';
import { CasesBar } from './cases-bar.tsx';
import { ChipsRow, useConditions } from './chips-row.tsx';
import { IndexingLine } from './indexing-line.tsx';
import { NoResults } from './no-results.tsx';
import { type Results, useNoteCounts } from './queries.ts';
import { ResultRow } from './result-row.tsx';
import styles from './results-pane.module.css';
import { SearchHelp } from './search-help.tsx';
import { TrayStrip } from './tray-strip.tsx';
import type { useCollecting } from './use-collecting.ts';
import type { LibraryView } from './use-library-address.ts';
import { useRememberSearch } from './use-recent-searches.ts';
import { useTyping } from './use-typing.ts';

const listId = 'result-list';
const sorts = ['relevance', 'year', 'place', 'recent'] as const;
/** Quiet after which the count is spoken, milliseconds. */
const quietMs = 400;

/** The search box, what it understood, and the cases found. */
export function ResultsPane(props: {
  readonly view: LibraryView;
  readonly results: Results;
  readonly shown: readonly SearchHit[];
  readonly selected: SearchHit | undefined;
  readonly summaries: ReadonlyMap<string, CaseSummary>;
  /** Cases that came into a saved search since the user last looked. */
  readonly fresh: ReadonlySet<string>;
  readonly isLibraryEmpty: boolean;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly list: RefObject<VirtualListHandle | null>;
  readonly picked: Picked<CaseId>;
  readonly collecting: ReturnType<typeof useCollecting>;
  readonly onOpen: (hit: SearchHit, snippet?: Snippet) => void;
  readonly onShowFacets?: () => void;
}) {
  const { view, results, shown, selected, summaries, searchBox, list, picked, collecting } = props;
  const t = useT();
  const notes = useNoteCounts();
  const tray = useTray();
  const typing = useTyping(view);
  const conditions = useConditions(view, results.output);
  const describe = useFailure();
  const remember = useRememberSearch();
  const { output } = results;
  const total = output?.total;

  useEffect(() => {
    if (total === undefined) return;
    const timer = setTimeout(() => announce(t('library.count-announced', { count: total })), quietMs);
    return () => clearTimeout(timer);
  }, [total, t]);

  const open: typeof props.onOpen = (hit, snippet) => {
    remember(view.address.q);
    props.onOpen(hit, snippet);
  };
  const onSearchKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = conditions.at(-1);
    if (event.key === 'ArrowDown') list.current?.focus();
    else if (event.key === 'Enter' && selected !== undefined && !results.isOld) {
      remember(view.address.q);
      props.onOpen(selected);
    } else if (event.key === 'Escape' && typing.text !== '') typing.type('');
    else if (event.key === 'Backspace' && typing.text === '' && last !== undefined) view.dropChip(last.id);
    else return;
    event.preventDefault();
  };

  return (
    <section className={styles.pane}>
      <Spoken>
        <h1 tabIndex={-1}>{t('library.title')}</h1>
      </Spoken>
      <search className={styles.top}>
        <div className={styles.searchRow}>
          {props.onShowFacets !== undefined && (
            <Button onPress={props.onShowFacets} icon={<FilterIcon />} className={styles.facets}>
              {conditions.length === 0
                ? t('library.conditions')
                : t('library.conditions-count', { count: conditions.length })}
            </Button>
          )}
          <div className={styles.box}>
            <SearchField
              label={t('library.search')}
              clearLabel={t('library.clear-search')}
              placeholder={t('library.placeholder')}
              keyHint={keyOfCommand('library.search')}
              value={typing.text}
              onChange={typing.type}
              onKeyDown={onSearchKey}
              inputRef={searchBox as Ref<HTMLInputElement>}
              controls={listId}
              activeDescendant={selected === undefined ? undefined : rowId(listId, selected.id)}
            />
          </div>
        </div>
        <SearchHelp typing={typing} searchBox={searchBox} />
        <ChipsRow conditions={conditions} relax={output?.relax ?? []} onDrop={view.dropChip} />
      </search>
      {content()}
      <IndexingLine />
      <TrayStrip summaries={summaries} />
    </section>
  );

  function content() {
    if (output === undefined && shown.length === 0 && !props.isLibraryEmpty) {
      if (results.error === null) return <div className={styles.list} />;
      const failure = describe(results.error);
      return <FailureNote what={failure.what} next={failure.next} />;
    }
    if (props.isLibraryEmpty) {
      return <Blank title={t('library.empty.title')}>{t('library.empty.then')}</Blank>;
    }
    if (output?.total === 0 && !view.address.related) {
      return <NoResults view={view} output={output} conditions={conditions} />;
    }
    const firstRelated = shown.findIndex(({ tier }) => tier === 'related');
    return (
      <>
        <div className={styles.bar}>
          <p className={styles.count}>{t('library.count', { count: output?.total ?? shown.length })}</p>
          <Select
            label={t('library.sort')}
            isLabelHidden
            isQuiet
            items={sorts.map((id) => ({ id, label: t(`library.sort.${id}`) }))}
            value={view.address.sort ?? 'relevance'}
            onChange={(sort) => view.change({ sort })}
          />
        </div>
        {picked.ids.length > 0 && (
          <CasesBar
            ids={picked.ids}
            onTray={() => tray.add(picked.ids)}
            onAsk={(what) => collecting.ask(what, picked.ids)}
            collection={
              collecting.shown && {
                name: collecting.shown.name,
                onTakeOut: () => collecting.takeOut(picked.ids),
              }
            }
            onNone={picked.none}
          />
        )}
        <VirtualList
          id={listId}
          label={t('library.results')}
          className={styles.list}
          handle={list}
          items={shown}
          keyOf={({ id }) => id}
          estimateHeight={({ snippets }) => (snippets.length > 1 ? 93 : 72)}
          selected={selected?.id}
          onSelect={({ id }) => view.change({ at: id }, 'replace')}
          onOpen={(hit) => open(hit)}
          picking={{
            isAny: picked.ids.length > 0,
            has: picked.has,
            set: (hits, isPicked) =>
              picked.set(
                hits.map(({ id }) => id),
                isPicked,
              ),
            all: picked.all,
            end: picked.none,
          }}
          onKey={(event) => {
            if (event.key !== 'Escape' || picked.ids.length === 0) return false;
            picked.none();
            return true;
          }}
          rememberAs="library"
          isDimmed={results.isOld}
          {...(results.fetchMore === undefined ? {} : { onEndInSight: results.fetchMore })}
          renderRow={(hit, isSelected) => (
            <ResultRow
              hit={hit}
              summary={summaries.get(hit.id)}
              notes={notes.get(hit.id) ?? 0}
              isInTray={tray.has(hit.id)}
              isSelected={picked.ids.length > 0 ? picked.has(hit.id) : isSelected}
              dragged={() => (picked.has(hit.id) ? picked.ids : [hit.id])}
              isFresh={props.fresh.has(hit.id)}
              startsRelated={shown[firstRelated] === hit}
              onOpen={open}
            />
          )}
          footer={
            output !== undefined &&
            output.related > 0 && (
              <p className={styles.related}>
                <Button
                  variant="link"
                  onPress={() => view.change({ related: view.address.related !== true }, 'replace')}
                >
                  {view.address.related === true
                    ? t('library.related-hide')
                    : t('library.related', { count: output.related })}
                </Button>
              </p>
            )
          }
        />
      </>
    );
  }
}
