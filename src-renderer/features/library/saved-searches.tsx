import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Collection, CollectionId, type SavedQuery } from '#contract/collections.ts';
import { FacetId } from '#contract/search.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useOwnChanges } from '../../app/collect/use-own-changes.ts';
import { useFormats, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { MoreIcon, SearchIcon } from '../../ui/icons.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu/menu.tsx';
import type { LibraryAddress } from './address.ts';
import styles from './collections-part.module.css';
import { NameDialog } from './collections-part.tsx';
import type { LibraryView } from './use-library-address.ts';
import { useRememberSearch } from './use-recent-searches.ts';

type Naming = { readonly id: string; readonly name: string };

/** Searches that were saved: each is asked anew when it is opened, and says how much of it is new. */
export function SavedSearches(props: {
  readonly view: LibraryView;
  readonly onFresh: (ids: readonly string[]) => void;
}) {
  const { view, onFresh } = props;
  const t = useT();
  const { query } = useApi();
  const run = useOwnChanges();
  const remember = useRememberSearch();
  const { data } = useQuery(query.collections.list.queryOptions());
  const { data: fresh } = useQuery(query.collections.fresh.queryOptions());
  const [naming, setNaming] = useState<Naming>();
  const saved = data?.filter((one) => one.saved !== null) ?? [];
  const present = toSaved(view.address);
  const isSaved = saved.some((one) => isSame(one.saved, present));
  return (
    <section className={styles.part} aria-label={t('saved.title')}>
      <h2 className={styles.head}>{t('saved.title')}</h2>
      {data !== undefined && saved.length === 0 && <p className={styles.none}>{t('saved.none')}</p>}
      {saved.map((one) => (
        <SavedRow
          key={one.id}
          collection={one}
          found={fresh?.find(({ id }) => id === one.id)}
          isCurrent={isSame(one.saved, present)}
          onOpen={(ids) => {
            if (one.saved === null) return;
            view.change({ ...none, ...toAddress(one.saved) });
            onFresh(ids);
            void run((api) => api.collections.seen({ id: one.id }));
          }}
          onRename={() => setNaming({ id: one.id, name: one.name })}
          onReplace={
            present &&
            (() =>
              void run(
                (api) => api.collections.update({ id: one.id, saved: present }),
                t('act.collection-edit', { name: one.name }),
              ))
          }
        />
      ))}
      {present !== undefined && !isSaved && (
        <Button
          variant="link"
          className={styles.new}
          onPress={() => setNaming({ id: '', name: present.query.slice(0, 120) })}
        >
          {t('saved.save')}
        </Button>
      )}
      {naming !== undefined && (
        <NameDialog
          title={t(naming.id === '' ? 'saved.save' : 'collect.rename')}
          label={t('saved.name')}
          first={naming.name}
          onClose={() => setNaming(undefined)}
          onName={(name) => {
            const id = CollectionId.parse(naming.id === '' ? crypto.randomUUID() : naming.id);
            if (naming.id === '') remember(present?.query);
            void run(
              (api) =>
                naming.id === ''
                  ? api.collections.create({ id, name, ...(present ? { saved: present } : {}) })
                  : api.collections.update({ id, name }),
              t(naming.id === '' ? 'act.collection-create' : 'act.collection-edit', { name }),
            );
          }}
        />
      )}
    </section>
  );
}

function SavedRow(props: {
  readonly collection: Collection;
  readonly found: { readonly total: number; readonly fresh: readonly string[] } | undefined;
  readonly isCurrent: boolean;
  readonly onOpen: (fresh: readonly string[]) => void;
  readonly onRename: () => void;
  readonly onReplace: (() => void) | undefined;
}) {
  const { collection, found, isCurrent, onOpen, onRename, onReplace } = props;
  const { id, name } = collection;
  const t = useT();
  const { number } = useFormats();
  const run = useOwnChanges();
  const isNew = found !== undefined && found.fresh.length > 0;
  const spoken =
    found === undefined
      ? name
      : isNew
        ? t('saved.fresh-spoken', { name, total: found.total, count: found.fresh.length })
        : t('saved.spoken', { name, total: found.total });
  return (
    <div className={styles.row} data-current={isCurrent}>
      <button
        type="button"
        className={styles.name}
        aria-label={spoken}
        aria-pressed={isCurrent}
        title={name}
        onClick={() => onOpen(found?.fresh ?? [])}
      >
        <SearchIcon size={14} />
        <span className={styles.label}>{name}</span>
        {isNew && <span className={styles.fresh}>{t('saved.fresh', { count: found.fresh.length })}</span>}
        <span className={styles.count}>{found === undefined ? '' : number(found.total)}</span>
      </button>
      <Menu
        label={name}
        placement="bottom end"
        trigger={
          <IconButton isSmall label={t('collect.more-of', { name })}>
            <MoreIcon size={14} />
          </IconButton>
        }
      >
        <MenuItem id="rename" textValue={t('collect.rename')} onAction={onRename} />
        <MenuItem
          id="replace"
          textValue={t('saved.update')}
          isDisabled={onReplace === undefined || isCurrent}
          onAction={() => onReplace?.()}
        />
        <MenuLine />
        <MenuItem
          id="remove"
          isDanger
          textValue={t('saved.remove')}
          onAction={() =>
            void run((api) => api.collections.remove({ id }), t('act.collection-remove', { name }))
          }
        />
      </Menu>
    </div>
  );
}

/** Everything of an address that a saved search sets. */
const none: Partial<LibraryAddress> = {
  q: undefined,
  filters: undefined,
  years: undefined,
  without: undefined,
  sort: undefined,
  independent: undefined,
  at: undefined,
  related: undefined,
};

/** The search of an address; undefined where nothing is asked. */
function toSaved({ q, filters, years, without, sort, independent }: LibraryAddress): SavedQuery | undefined {
  if (q === undefined && filters === undefined && years === undefined) return undefined;
  const ticked = Object.entries(filters ?? {}).filter(([, values]) => values !== undefined);
  return {
    query: (q ?? '').slice(0, 500),
    ...(ticked.length === 0 ? {} : { filters: Object.fromEntries(ticked) as Record<string, string[]> }),
    ...(years === undefined ? {} : { years }),
    ...(without === undefined ? {} : { without }),
    ...(sort === undefined ? {} : { sort }),
    ...(independent === true ? { independent } : {}),
    version: 1,
  };
}

function toAddress({
  query,
  filters,
  years,
  without,
  sort,
  independent,
}: SavedQuery): Partial<LibraryAddress> {
  const ticked = Object.entries(filters ?? {}).filter(([key]) => FacetId.safeParse(key).success);
  return {
    q: query === '' ? undefined : query,
    filters: Object.fromEntries(ticked),
    years,
    without,
    sort,
    independent,
  };
}

function isSame(saved: SavedQuery | null, present: SavedQuery | undefined): boolean {
  return saved !== null && present !== undefined && keyOf(saved) === keyOf(present);
}

function keyOf({ query, filters = {}, years, without = [], sort, independent = false }: SavedQuery): string {
  const ticked = Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([query, ticked, years?.from, years?.to, without, sort, independent]);
}
