import { type ReactNode, useId, useRef } from 'react';
import { useT } from '../../../app/i18n/use-t.tsx';
import { useWidth } from '../../../ui/use-width.ts';
import styles from './pictures.module.css';

/** A table's head and its rows; the first cell of a row is its head. */
export interface PictureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Below this width, CSS px, a picture could not be read and only its table is shown. */
const LEAST_WIDTH = 360;

/**
 * A picture that the program draws from a case's data: its title, what it shows in one sentence, the drawing,
 * and the same as a table.
 */
export function PictureFrame(props: {
  readonly title: string;
  /** What is to be seen, in words, for those who do not see it. */
  readonly alt: string;
  readonly table: PictureTable;
  /** Tables that are part of the picture stand open. */
  readonly isTableOpen?: boolean;
  readonly draw: (width: number) => { readonly height: number; readonly marks: ReactNode };
}) {
  const { title, alt, table, isTableOpen = false, draw } = props;
  const t = useT();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 0;
  const drawing = width >= LEAST_WIDTH ? draw(width) : undefined;
  return (
    <figure className={styles.picture} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      <div ref={frame}>
        {drawing !== undefined && (
          <svg
            role="img"
            aria-label={alt}
            className={styles.drawing}
            width={width}
            height={drawing.height}
            viewBox={`0 0 ${width} ${drawing.height}`}
          >
            {drawing.marks}
          </svg>
        )}
      </div>
      {isTableOpen || (width > 0 && drawing === undefined) ? (
        <DataTable table={table} name={title} />
      ) : (
        <details className={styles.details}>
          <summary>{t('reader.picture.table')}</summary>
          <DataTable table={table} name={title} />
        </details>
      )}
    </figure>
  );
}

function DataTable({ table, name }: { readonly table: PictureTable; readonly name: string }) {
  return (
    <table className={styles.table} aria-label={name}>
      <thead>
        <tr>
          {table.head.map((words) => (
            <th key={words} scope="col" data-short={isShort(words)}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([head, ...cells], row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows never change places
          <tr key={row}>
            <th scope="row" data-short={isShort(head)}>
              {head}
            </th>
            {cells.map((words, index) => (
              <td key={table.head[index + 1]} data-short={isShort(words)}>
                {words}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Dates, numbers and the like are never broken. */
function isShort(words: string | undefined): boolean {
  return (words ?? '').length <= 11;
}
