import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import type { ImportPlan } from '#contract/exchange.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useOwnChanges } from '../../app/collect/use-own-changes.ts';
import { useColourName } from '../../app/i18n/use-colour-name.ts';
import { useFormats, useT } from '../../app/i18n/use-t.tsx';
import { Blank } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Sheet } from '../../ui/dialog/dialog.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { usePicked } from '../../ui/virtual-list/use-picked.ts';
import { VirtualList, type VirtualListHandle } from '../../ui/virtual-list/virtual-list.tsx';
import { type NotesAddress, toFilter } from './address.ts';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ImportDialog, usePlan } from './import-dialog.tsx';
import { NoteRow } from './note-row.tsx';
import styles from './notes-screen.module.css';
import { NotesSide } from './notes-side.tsx';
import { PickedBar } from './picked-bar.tsx';
import { type NotePlace, useCaseTitles, useNoteList } from './queries.ts';
import { ReportLine } from './report-line.tsx';

/** Least width of the screen, CSS px, at which tags and collections stand beside the list. */
const sideFrom = 900;

/** Every note the user has made: filtered, grouped, picked for one deed; each opens at its words. */
export function NotesScreen() {
  const t = useT();
  const navigate = useNavigate();
  const address = useSearch({ from: '/notes' });
  const titles = useCaseTitles();
  const run = useOwnChanges();
  const { query, client } = useApi();
  const { data: counts } = useQuery(query.annotations.counts.queryOptions());
  const filter = useMemo(() => toFilter(address), [address]);
  const group = address.group ?? 'none';
  const { places, isLoaded, isDimmed } = useNoteList(filter, group);
  const picked = usePicked(useMemo(() => places.map(({ id }) => id), [places]));
  const list = useRef<VirtualListHandle>(null);
  const groupName = useGroupName(group);
  const selected = places.find(({ id }) => id === address.at) ?? places[0];
  const change = (patch: Partial<NotesAddress>) =>
    void navigate({
      to: '/notes',
      search: (old) =>
        Object.fromEntries(
          Object.entries({ ...old, ...patch }).filter(([, value]) => value !== undefined && value !== ''),
        ),
      replace: true,
    });
  const open = (note: Annotation) => {
    if (note.on?.kind === 'cell' && note.status !== 'orphan') {
      const { comparisonId, row } = note.on;
      void navigate({
        to: '/compare/{-$comparisonId}',
        params: { comparisonId },
        search: { row, column: note.caseId, note: note.id },
      });
      return;
    }
    void navigate({
      to: '/case/$caseId',
      params: { caseId: note.caseId },
      search: {
        text: note.language,
        note: note.id,
        ...(note.on?.kind === 'figure' ? { margin: 'sources' } : {}),
      },
    });
  };
  const openPlace = async ({ id }: NotePlace) => {
    const [note] = await client.annotations.get({ ids: [id] });
    if (note !== undefined) open(note);
  };
  /** The picked notes, or the one that is dragged or in hand. */
  const meant = (id: Annotation['id'] | undefined) =>
    picked.ids.length > 0 || id === undefined ? [...picked.ids] : [id];
  const dragged = useRef<Annotation['id']>(undefined);
  const frame = useRef<HTMLDivElement>(null);
  const hasSide = (useWidth(frame) ?? window.innerWidth) >= sideFrom;
  const [isSideOpen, setSide] = useState(false);

  const isEmpty = counts !== undefined && counts.length === 0 && address.bin !== true && isLoaded;
  const side = (
    <NotesSide
      address={address}
      onChange={(patch) => {
        setSide(false);
        change(patch);
      }}
      run={run}
      onDropTag={(tag) => {
        const ids = meant(dragged.current);
        void run(
          (api) => api.annotations.change({ ids, addTags: [tag] }),
          t('act.change', { count: ids.length }),
        );
      }}
      onDropCollection={(id, name) => {
        const items = meant(dragged.current).map((one) => ({ kind: 'note' as const, id: one }));
        void run((api) => api.collections.add({ id, items }), t('act.collection-items', { name }));
      }}
    />
  );
  return (
    <div ref={frame} className={styles.frame} data-side={hasSide}>
      {hasSide && side}
      <Sheet
        isOpen={isSideOpen && !hasSide}
        onClose={() => setSide(false)}
        label={t('notes.side')}
        side="left"
      >
        {side}
      </Sheet>
      <section className={styles.screen}>
        <header className={styles.head}>
          <h1 className={styles.title} data-face="serif" tabIndex={-1}>
            {t('notes.title')}
          </h1>
          <p className={styles.count}>{t('notes.count', { count: places.length })}</p>
          <div className={styles.files}>
            {!hasSide && <Button onPress={() => setSide(true)}>{t('notes.side')}</Button>}
            <ImportButton run={run} />
            <ExportMenu run={run} />
          </div>
        </header>
        <FilterBar address={address} onChange={change} titles={titles} onDown={() => list.current?.focus()} />
        <ReportLine onShow={() => change({ status: ['to-confirm', 'orphan', 'moved'], bin: undefined })} />
        <PickedBar picked={picked} total={places.length} inBin={address.bin === true} run={run} />
        {places.length === 0 && isLoaded ? (
          <Empty isEmpty={isEmpty} onAll={() => void navigate({ to: '/notes', search: {} })} />
        ) : (
          <VirtualList
            id="notes"
            label={t('notes.list')}
            handle={list}
            className={styles.list}
            items={places}
            keyOf={({ id }) => id}
            estimateHeight={() => 92}
            selected={selected?.id}
            onSelect={({ id }) => change({ at: id })}
            onOpen={(place) => void openPlace(place)}
            isDimmed={isDimmed}
            picking={{
              isAny: picked.ids.length > 0,
              has: picked.has,
              set: (rows, isPicked) =>
                picked.set(
                  rows.map(({ id }) => id),
                  isPicked,
                ),
              all: picked.all,
            }}
            onKey={(event, place) => {
              if (place === undefined) return false;
              if (event.key === 'Delete') {
                const ids = meant(place.id);
                void run((api) => api.annotations.remove({ ids }), t('act.remove', { count: ids.length }));
              } else if (event.key === 'x' || event.key === ' ')
                picked.set([place.id], !picked.has(place.id));
              else if (event.key === 'Escape' && picked.ids.length > 0) picked.none();
              else return false;
              return true;
            }}
            rememberAs="notes"
            renderRow={(place, isSelected) => (
              <NoteRow
                place={place}
                groupName={place.groupHead && groupName(place.groupHead.key, titles)}
                titles={titles}
                isSelected={isSelected}
                isPicked={picked.has(place.id)}
                onPick={(isPicked) => picked.set([place.id], isPicked)}
                onOpen={open}
                onDragStart={(event) => {
                  dragged.current = place.id;
                  event.dataTransfer.effectAllowed = 'copy';
                  event.dataTransfer.setData('text/plain', place.id);
                }}
              />
            )}
          />
        )}
      </section>
    </div>
  );
}

function Empty({ isEmpty, onAll }: { readonly isEmpty: boolean; readonly onAll: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  if (isEmpty) {
    return (
      <Blank
        title={t('notes.empty.title')}
        actions={
          <Button variant="filled" onPress={() => void navigate({ to: '/library', search: {} })}>
            {t('notes.empty.go')}
          </Button>
        }
      >
        {t('notes.empty.then')}
      </Blank>
    );
  }
  return (
    <Blank title={t('notes.none.title')} actions={<Button onPress={onAll}>{t('notes.none.clear')}</Button>}>
      {t('notes.none.then')}
    </Blank>
  );
}

/** What a group is called, by what the list is grouped by. */
function useGroupName(group: NonNullable<NotesAddress['group']>) {
  const t = useT();
  const nameOf = useColourName();
  const { day } = useFormats();
  return (key: string, titles: ReturnType<typeof useCaseTitles>): string => {
    switch (group) {
      case 'case':
        return titles.get(key)?.title ?? key;
      case 'colour':
        return nameOf(key as Annotation['colour']);
      case 'kind':
        return t(`notes.kind.${key as Annotation['kind']}`);
      case 'status':
        return t(`notes.status.${key as Annotation['status']}`);
      case 'day':
        return day(`${key}T12:00:00Z`);
      case 'tag':
        return key === '' ? t('notes.untagged') : key;
      case 'none':
        return '';
    }
  };
}

/** Picks a file of notes and shows what it would bring. */
function ImportButton({ run }: { readonly run: ReturnType<typeof useOwnChanges> }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const { replan } = usePlan(run);
  const [read, setRead] = useState<{
    readonly name: string;
    readonly text: string;
    readonly plan: ImportPlan;
  }>();
  const take = async (file: File) => {
    const text = await file.text();
    const plan = await replan(text);
    if (plan !== undefined) setRead({ name: file.name, text, plan });
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".jsonld,.json,application/ld+json,application/json"
        hidden
        aria-label={t('notes.import')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void take(file);
        }}
      />
      <Button onPress={() => input.current?.click()}>{t('notes.import')}</Button>
      {read !== undefined && (
        <ImportDialog
          fileName={read.name}
          text={read.text}
          plan={read.plan}
          run={run}
          onClose={() => setRead(undefined)}
        />
      )}
    </>
  );
}
