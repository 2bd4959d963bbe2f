import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { SearchHit, Snippet } from '#contract/search.ts';
import { CollectDialog } from '../../app/collect/collect-dialog.tsx';
import { TagDialog } from '../../app/collect/tag-dialog.tsx';
import { useT } from '../../app/i18n/use-t.tsx';
import { useCommands } from '../../app/keys/use-commands.tsx';
import { useSettings, useUpdateSettings } from '../../app/preferences/use-settings.ts';
import { useTray } from '../../app/preferences/use-tray.ts';
import { Sheet } from '../../ui/dialog/dialog.tsx';
import { type Pane, SplitView } from '../../ui/split-view/split-view.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { usePicked } from '../../ui/virtual-list/use-picked.ts';
import type { VirtualListHandle } from '../../ui/virtual-list/virtual-list.tsx';
import { FacetsPane } from './facets-pane.tsx';
import styles from './library-screen.module.css';
import { PreviewPane } from './preview-pane.tsx';
import { useResults, useSummaries } from './queries.ts';
import { ResultsPane } from './results-pane.tsx';
import { useCollecting } from './use-collecting.ts';
import { useLibraryAddress } from './use-library-address.ts';

/** Least widths of the screen, CSS px, at which the conditions and the preview stand beside the results. */
const facetsFrom = 1100;
const previewFrom = 880;

/** The library: conditions at the left, results in the middle, a preview at the right. */
export function LibraryScreen() {
  const t = useT();
  const navigate = useNavigate();
  const view = useLibraryAddress();
  const results = useResults(view.address);
  const { byId, isLoaded } = useSummaries();
  const tray = useTray();
  const { panes, recent } = useSettings();
  const update = useUpdateSettings();
  const screen = useRef<HTMLDivElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useRef<VirtualListHandle>(null);
  const width = useWidth(screen) ?? window.innerWidth;
  const [sheet, setSheet] = useState<'none' | 'facets' | 'preview'>('none');
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const hasFacets = width >= facetsFrom;
  const hasPreview = width >= previewFrom;

  const shown = useMemo(
    () => results.hits.filter(({ tier }) => tier === 'match' || view.address.related === true),
    [results.hits, view.address.related],
  );
  const picked = usePicked(useMemo(() => shown.map(({ id }) => id), [shown]));
  const collecting = useCollecting(view);
  const selected = shown.find(({ id }) => id === view.address.at) ?? shown[0];
  const summary = selected === undefined ? undefined : byId.get(selected.id);

  const open = useCallback(
    (hit: SearchHit, snippet: Snippet | undefined = hit.snippets[0]) => {
      const range = snippet?.ranges[0];
      void navigate({
        to: '/case/$caseId',
        params: { caseId: hit.id },
        search:
          snippet === undefined || range === undefined
            ? {}
            : {
                text: snippet.language,
                at: `${snippet.section}.${snippet.start + range[0]}.${snippet.start + range[1]}`,
              },
      });
    },
    [navigate],
  );

  /** The picked cases, or the one in hand. */
  const meant = picked.ids.length > 0 ? picked.ids : summary === undefined ? [] : [summary.id];
  useCommands(
    {
      'library.search': () => {
        searchBox.current?.focus();
        searchBox.current?.select();
      },
      'library.look': () => (hasPreview || selected === undefined ? false : setSheet('preview')),
      'library.open': () => (selected === undefined ? false : open(selected)),
      'library.beside': () => {
        const [first, second] =
          picked.ids.length === 2 ? picked.ids : [recent.find((id) => id !== selected?.id), selected?.id];
        if (second === undefined) return false;
        void navigate({
          to: '/case/$caseId',
          params: { caseId: first ?? second },
          search: first === undefined ? {} : { beside: { case: second } },
        });
        return undefined;
      },
      'library.tray': () => {
        if (picked.ids.length > 0) tray.add(picked.ids);
        else if (summary !== undefined) tray.toggle(summary.id);
        else return false;
        return undefined;
      },
      'library.collect': () => (meant.length === 0 ? false : collecting.ask('collect', meant)),
      'library.tag': () => (meant.length === 0 ? false : collecting.ask('tag', meant)),
      'library.clear': () => view.clear(),
      'library.facets': () => setSheet(hasFacets ? 'none' : 'facets'),
    },
    screen,
  );

  const facets = <FacetsPane view={view} output={results.output} onFresh={(ids) => setFresh(new Set(ids))} />;
  const preview = (
    <PreviewPane
      hit={selected}
      summary={summary}
      onOpen={(snippet) => selected !== undefined && open(selected, snippet)}
      {...(hasPreview ? {} : { onClose: () => setSheet('none') })}
    />
  );
  const middle = (
    <ResultsPane
      view={view}
      results={results}
      shown={shown}
      selected={selected}
      summaries={byId}
      fresh={fresh}
      isLibraryEmpty={isLoaded && byId.size === 0}
      searchBox={searchBox}
      list={list}
      picked={picked}
      collecting={collecting}
      onOpen={open}
      {...(hasFacets ? {} : { onShowFacets: () => setSheet('facets') })}
    />
  );
  const shownPanes: Pane[] = [
    ...(hasFacets ? [{ id: 'facets', width: 220, minWidth: 200, maxWidth: 340, content: facets }] : []),
    { id: 'results', minWidth: 420, content: middle },
    ...(hasPreview ? [{ id: 'preview', width: 320, minWidth: 280, maxWidth: 520, content: preview }] : []),
  ];
  const layoutName = `library-${shownPanes.length}`;
  const kept = panes[layoutName];

  return (
    <div ref={screen} className={styles.screen}>
      <SplitView
        key={layoutName}
        id={layoutName}
        panes={shownPanes}
        separatorLabel={t('library.panes')}
        layout={
          kept?.length === shownPanes.length
            ? Object.fromEntries(shownPanes.map(({ id }, index) => [id, kept[index] ?? 0]))
            : undefined
        }
        onLayout={(layout) =>
          update({ panes: { ...panes, [layoutName]: shownPanes.map(({ id }) => layout[id] ?? 0) } })
        }
      />
      <Sheet
        isOpen={sheet === 'facets' && !hasFacets}
        onClose={() => setSheet('none')}
        label={t('library.conditions')}
        side="left"
      >
        {facets}
      </Sheet>
      <Sheet
        isOpen={sheet === 'preview' && !hasPreview}
        onClose={() => setSheet('none')}
        label={t('library.preview')}
        side="right"
      >
        {preview}
      </Sheet>
      {collecting.asking?.what === 'collect' && (
        <CollectDialog
          items={collecting.asking.ids.map((id) => ({ kind: 'case', id }))}
          run={collecting.run}
          onClose={collecting.close}
        />
      )}
      {collecting.asking?.what === 'tag' && (
        <TagDialog caseIds={collecting.asking.ids} run={collecting.run} onClose={collecting.close} />
      )}
    </div>
  );
}
