import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import type { Picture } from '#contract/pictures.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Segmented } from '../../ui/button/segmented.tsx';
import {
  BackIcon,
  ForwardIcon,
  NextIcon,
  PreviousIcon,
  ResetIcon,
  ZoomInIcon,
  ZoomOutIcon,
} from '../../ui/icons.tsx';
import { CaseList } from './case-list.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { PictureView } from './picture-view.tsx';
import styles from './pictures.module.css';
import { usePlacesAddress } from './use-picture-address.ts';

const MOST_ZOOM = 64;
/** Degrees that one step moves over at no magnification. */
const STEP = 40;

/** A place on the globe, round the back where it must be, and where there is land to see. */
function turn(longitude: number, latitude: number): readonly [number, number] {
  const east = longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
  return [east, Math.min(80, Math.max(-56, latitude))];
}

/** Where the cases are: the land of the world with signs, and beside it the list, which is the truth. */
export function PlacesScreen() {
  const t = useT();
  const language = useLanguage();
  const { query } = useApi();
  const { address, change } = usePlacesAddress();
  const view = address.view ?? 'world';
  const zoom = address.zoom ?? 1;
  const narrowed = address.filters === undefined ? {} : { filters: address.filters };
  const wanted = {
    name: 'places' as const,
    view,
    zoom,
    ...(address.at && { centre: address.at }),
    ...narrowed,
  };
  // The list is that of the whole world, whatever part of it the map shows.
  const { data: all } = useQuery(
    query.pictures.draw.queryOptions({ input: { name: 'places', language, ...narrowed } }),
  );
  const cases = address.cases ?? all?.table.rows.flatMap((row) => row.cases) ?? [];

  const tools = (picture: Picture | undefined) => {
    const [longitude, latitude] = address.at ?? picture?.centre ?? [0, 0];
    const look = (next: { zoom?: number; east?: number; north?: number }) => {
      const to = Math.min(MOST_ZOOM, Math.max(1, next.zoom ?? zoom));
      const step = STEP / to;
      const [east, north] = turn(longitude + (next.east ?? 0) * step, latitude + (next.north ?? 0) * step);
      change({ zoom: to === 1 ? undefined : to, at: [east, north] }, 'replace');
    };
    const reset = () => change({ zoom: undefined, at: undefined }, 'replace');
    const keys: Readonly<Record<string, () => void>> = {
      '+': () => look({ zoom: zoom * 2 }),
      '=': () => look({ zoom: zoom * 2 }),
      '-': () => look({ zoom: zoom / 2 }),
      '0': reset,
      ArrowLeft: () => look({ east: -1 }),
      ArrowRight: () => look({ east: 1 }),
      ArrowUp: () => look({ north: 1 }),
      ArrowDown: () => look({ north: -1 }),
    };
    const press = (event: KeyboardEvent) => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    return (
      <div className={styles.tools} role="toolbar" aria-label={t('pictures.places.look')} onKeyDown={press}>
        <IconButton label={t('pictures.zoom-in')} keyHint="+" onPress={() => look({ zoom: zoom * 2 })}>
          <ZoomInIcon />
        </IconButton>
        <IconButton label={t('pictures.zoom-out')} keyHint="-" onPress={() => look({ zoom: zoom / 2 })}>
          <ZoomOutIcon />
        </IconButton>
        <IconButton label={t('pictures.places.west')} keyHint="←" onPress={() => look({ east: -1 })}>
          <BackIcon />
        </IconButton>
        <IconButton label={t('pictures.places.east')} keyHint="→" onPress={() => look({ east: 1 })}>
          <ForwardIcon />
        </IconButton>
        <IconButton label={t('pictures.places.north')} keyHint="↑" onPress={() => look({ north: 1 })}>
          <PreviousIcon />
        </IconButton>
        <IconButton label={t('pictures.places.south')} keyHint="↓" onPress={() => look({ north: -1 })}>
          <NextIcon />
        </IconButton>
        <IconButton label={t('pictures.places.all')} keyHint="0" onPress={reset}>
          <ResetIcon />
        </IconButton>
      </div>
    );
  };

  return (
    <div className={styles.screen}>
      <div className={styles.page}>
        <div className={styles.head}>
          <h1 className={styles.title} data-face="serif" tabIndex={-1}>
            {t('pictures.places.title')}
          </h1>
          <ExportMenu wanted={wanted} />
        </div>
        <div className={styles.sentence}>
          <Segmented
            label={t('pictures.places.view')}
            value={view}
            onChange={(next) =>
              change({ view: next === 'world' ? undefined : next, zoom: undefined, at: undefined })
            }
            items={[
              { id: 'world', label: t('pictures.places.world') },
              { id: 'cases', label: t('pictures.places.fit') },
            ]}
          />
          <FilterBar
            filters={address.filters}
            onChange={(next) => change({ filters: next, cases: undefined })}
          />
        </div>
        <PictureView
          wanted={wanted}
          picked={address.cases}
          onPick={(picked) => change({ cases: [...picked] }, 'replace')}
          tools={tools}
          drag={({ centre, degrees }) => ({
            onPan: (dx, dy) => {
              if (degrees === undefined) return;
              const [longitude, latitude] = address.at ?? centre ?? [0, 0];
              const at = turn(longitude - dx * degrees[0], latitude + dy * degrees[1]);
              change({ at: [at[0], at[1]] }, 'replace');
            },
          })}
        />
      </div>
      <CaseList
        title={t(address.cases === undefined ? 'pictures.places.list' : 'pictures.picked')}
        cases={cases}
        {...(address.cases === undefined ? {} : { onClose: () => change({ cases: undefined }, 'replace') })}
      />
    </div>
  );
}
