import { Link } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode } from 'react';
import { type Picture, PictureList } from '#contract/pictures.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { BackIcon, ForwardIcon, ResetIcon, ZoomInIcon, ZoomOutIcon } from '../../ui/icons.tsx';
import { Select } from '../../ui/select/select.tsx';
import { Stepper } from '../../ui/stepper/stepper.tsx';
import type { Stretch } from './drawing-view.tsx';
import { ExportMenu } from './export-menu.tsx';
import { PictureView } from './picture-view.tsx';
import styles from './pictures.module.css';
import { useMatrixAddress } from './use-picture-address.ts';

/** Fewer years than these are not looked at. */
const LEAST_YEARS = 3;

interface Years {
  readonly from: number;
  readonly to: number;
}

/** The middle third of some years, from which keys go on. */
function thirdOf({ from, to }: Years): Years {
  const third = Math.floor((to - from) / 3);
  return { from: from + third, to: to - third };
}

/** Years as wide as can be looked at. */
function wide({ from, to }: Years): Years {
  return to - from >= LEAST_YEARS - 1 ? { from, to } : { from: from - 1, to: to + 1 };
}

/** Each case over the years, in groups; the years are moved and narrowed by buttons and keys. */
export function TimelinePart({ filters }: { readonly filters: ReactNode }) {
  const t = useT();
  const { address, change } = useMatrixAddress();
  const by = address.by ?? 'type';
  const own =
    address.from !== undefined && address.to !== undefined && address.from < address.to
      ? { from: address.from, to: address.to }
      : undefined;
  const wanted = {
    name: 'timeline' as const,
    by,
    ...(own && { years: own }),
    ...(address.filters && { filters: address.filters }),
  };

  const [first, last] = address.marked ?? [];
  const marked =
    first !== undefined && last !== undefined && first <= last ? { from: first, to: last } : undefined;
  const mark = (years: Years | undefined) =>
    change({ marked: years === undefined ? undefined : [years.from, years.to] }, 'replace');
  const brushOf = ({ axis }: Picture) => {
    if (axis === undefined) return {};
    const px = (axis.right - axis.left) / (axis.to - axis.from);
    const at = (year: number) =>
      Math.min(axis.right, Math.max(axis.left, axis.left + (year - axis.from) * px));
    const yearAt = (x: number) => Math.floor(axis.from + (x - axis.left) / px);
    return {
      brush: {
        within: { from: axis.left, to: axis.right },
        marked: marked === undefined ? undefined : { from: at(marked.from), to: at(marked.to + 1) },
        onBrush: (stretch: Stretch) =>
          mark({ from: yearAt(stretch.from), to: Math.min(axis.to - 1, yearAt(stretch.to)) }),
      },
    };
  };

  const tools = (picture: Picture | undefined) => {
    const all = picture?.years;
    const now = own ?? all;
    if (all === undefined || now === undefined) return null;
    const show = (next: Years | undefined) => {
      const isAll = next === undefined || (next.from <= all.from && next.to >= all.to);
      change(isAll ? { from: undefined, to: undefined } : next, 'replace');
    };
    const span = now.to - now.from;
    const shift = Math.max(1, Math.round(span / 4));
    const acts: Readonly<Record<'in' | 'out' | 'earlier' | 'later' | 'all', () => void>> = {
      in: () =>
        span > LEAST_YEARS && show({ from: now.from + shift, to: Math.max(now.to, now.from + shift + 2) }),
      out: () =>
        show({ from: Math.max(all.from, now.from - shift * 2), to: Math.min(all.to, now.to + shift) }),
      earlier: () => {
        const by = Math.min(shift, now.from - all.from);
        if (by > 0) show({ from: now.from - by, to: now.to - by });
      },
      later: () => {
        const by = Math.min(shift, all.to - now.to);
        if (by > 0) show({ from: now.from + by, to: now.to + by });
      },
      all: () => show(undefined),
    };
    const keys: Readonly<Record<string, () => void>> = {
      '+': acts.in,
      '=': acts.in,
      '-': acts.out,
      '0': acts.all,
      ArrowLeft: acts.earlier,
      ArrowRight: acts.later,
    };
    const press = (event: KeyboardEvent) => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    return (
      <div
        className={styles.tools}
        role="toolbar"
        aria-label={t('pictures.timeline.years')}
        onKeyDown={press}
      >
        <IconButton label={t('pictures.timeline.earlier')} keyHint="←" onPress={acts.earlier}>
          <BackIcon />
        </IconButton>
        <span className={styles.span}>
          {now.from}–{now.to}
        </span>
        <IconButton label={t('pictures.timeline.later')} keyHint="→" onPress={acts.later}>
          <ForwardIcon />
        </IconButton>
        <IconButton label={t('pictures.zoom-in')} keyHint="+" onPress={acts.in}>
          <ZoomInIcon />
        </IconButton>
        <IconButton label={t('pictures.zoom-out')} keyHint="-" onPress={acts.out}>
          <ZoomOutIcon />
        </IconButton>
        <IconButton label={t('pictures.timeline.all')} keyHint="0" onPress={acts.all}>
          <ResetIcon />
        </IconButton>
        {marked === undefined ? (
          <Button variant="link" onPress={() => mark(thirdOf(now))}>
            {t('pictures.timeline.mark')}
          </Button>
        ) : (
          <fieldset className={styles.marked}>
            <legend>{t('pictures.timeline.marked')}</legend>
            <Stepper
              label={t('pictures.timeline.first')}
              lessLabel={t('pictures.timeline.earlier')}
              moreLabel={t('pictures.timeline.later')}
              value={marked.from}
              min={all.from}
              max={marked.to}
              onChange={(from) => mark({ from, to: marked.to })}
            />
            <Stepper
              label={t('pictures.timeline.last')}
              lessLabel={t('pictures.timeline.earlier')}
              moreLabel={t('pictures.timeline.later')}
              value={marked.to}
              min={marked.from}
              max={all.to}
              onChange={(to) => mark({ from: marked.from, to })}
            />
            <Button variant="link" onPress={() => show(wide(marked))}>
              {t('pictures.timeline.zoom')}
            </Button>
            <Button variant="link" onPress={() => mark(undefined)}>
              {t('pictures.timeline.unmark')}
            </Button>
          </fieldset>
        )}
        <Link
          to="/library"
          search={{
            years: marked ?? { from: now.from, to: now.to },
            ...(address.filters && { filters: address.filters }),
          }}
        >
          {t(marked === undefined ? 'pictures.timeline.in-library' : 'pictures.timeline.marked-in-library')}
        </Link>
      </div>
    );
  };

  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title} data-face="serif" tabIndex={-1}>
          {t('pictures.timeline.title')}
        </h1>
        <ExportMenu wanted={wanted} />
      </div>
      <div className={styles.sentence}>
        <span>{t('pictures.timeline.by')}</span>
        <Select
          label={t('pictures.timeline.by')}
          isLabelHidden
          isQuiet
          items={PictureList.options.map((id) => ({ id, label: t(`pictures.list.${id}`) }))}
          value={by}
          onChange={(id) => change({ by: id })}
        />
        {filters}
      </div>
      <PictureView
        wanted={wanted}
        picked={address.cases}
        onPick={(cases) => change({ cases: [...cases] }, 'replace')}
        tools={tools}
        drag={brushOf}
      />
    </>
  );
}
