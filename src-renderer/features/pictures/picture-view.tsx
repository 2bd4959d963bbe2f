import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { Picture, PictureInput } from '#contract/pictures.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { DrawingView } from './drawing-view.tsx';
import { PictureTable } from './picture-table.tsx';
import styles from './pictures.module.css';

/** Widths are asked for in such steps, so that a pane being dragged does not ask at every pixel. */
const STEP = 8;
/** Narrower, the words of a picture would not fit: it scrolls instead. */
const LEAST_WIDTH = 560;

type Wanted = Partial<PictureInput> & Pick<PictureInput, 'name'>;

/** A picture drawn by the services for the room that there is, with its table, and what it does not show. */
export function PictureView(props: {
  readonly wanted: Wanted;
  readonly picked: readonly string[] | undefined;
  readonly onPick: (cases: readonly string[]) => void;
  /** What stands above the drawing, given the picture that is there. */
  readonly tools?: (picture: Picture | undefined) => ReactNode;
  /** What dragging over the drawing does, given the picture that is there. */
  readonly drag?: (picture: Picture) => Pick<Parameters<typeof DrawingView>[0], 'brush' | 'onPan'>;
}) {
  const { wanted, picked, onPick, tools, drag } = props;
  const t = useT();
  const describe = useFailure();
  const language = useLanguage();
  const { query } = useApi();
  // A table of thousands of rows is made only when it is asked for.
  const [isTableOpen, setTable] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const room = useWidth(frame) ?? 0;
  const width = Math.min(2400, Math.max(LEAST_WIDTH, Math.floor(room / STEP) * STEP));
  const { data: picture, error } = useQuery({
    ...query.pictures.draw.queryOptions({ input: { ...wanted, language, width, withTable: false } }),
    enabled: room > 0,
    placeholderData: keepPreviousData,
  });
  const { data: read } = useQuery({
    ...query.pictures.draw.queryOptions({ input: { ...wanted, language } }),
    enabled: isTableOpen,
    placeholderData: keepPreviousData,
  });
  const failure = error === null ? undefined : describe(error);
  return (
    <div>
      {tools?.(picture)}
      <div className={styles.scroll}>
        <div ref={frame}>
          {picture !== undefined && (
            <DrawingView
              drawing={picture.drawing}
              alt={picture.alt}
              picked={picked}
              onPick={onPick}
              {...drag?.(picture)}
            />
          )}
        </div>
      </div>
      {failure !== undefined && <FailureNote what={failure.what} next={failure.next} />}
      {picture !== undefined && (
        <>
          <Footnotes lines={[...picture.notShown, picture.source]} />
          <details className={styles.details} onToggle={(event) => setTable(event.currentTarget.open)}>
            <summary>{t('pictures.as-table')}</summary>
            {isTableOpen && read !== undefined && (
              <PictureTable table={read.table} name={read.title} onPick={onPick} />
            )}
          </details>
        </>
      )}
    </div>
  );
}

/** What a picture does not show, and where it comes from. */
export function Footnotes({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div className={styles.notes}>
      {lines.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </div>
  );
}
