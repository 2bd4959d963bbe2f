import type { Case } from '#contract/case-tree.ts';
import { useCaseWords, yearOf } from '../../../app/i18n/use-case-words.ts';
import { useT, useWords } from '../../../app/i18n/use-t.tsx';
import { axisYears, toYears } from './dates.ts';
import { PictureFrame } from './picture-frame.tsx';
import styles from './pictures.module.css';

const RADIUS = 9;
const LANE = 22;
const SIDE = 16;

/** The dated facts of a case where they fall on a scale of years, numbered as in the table beneath. */
export function TimelinePicture({ front }: { readonly front: Case['front'] }) {
  const t = useT();
  const words = useCaseWords();
  const inWords = useWords();
  const events = front.events.toSorted((a, b) => toYears(a.date) - toYears(b.date));
  const start = yearOf(front.period.start);
  const end = yearOf(front.period.end);
  const times = events.map(({ date }) => toYears(date));
  const nameOf = (index: number) => `${index} ${events[index]?.what.en}`;

  const draw = (width: number) => {
    const from = Math.floor(Math.min(...times, start ?? Number.POSITIVE_INFINITY));
    const to = Math.max(Math.ceil(Math.max(...times, end ?? 0)), from + 1);
    const x = (year: number) => SIDE + ((year - from) / (to - from)) * (width - 2 * SIDE);
    const lanes: number[] = [];
    const placed = times.map((time) => {
      const at = x(time);
      const free = lanes.findIndex((edge) => at - edge >= 2 * RADIUS + 3);
      const lane = free < 0 ? lanes.length : free;
      lanes[lane] = at;
      return { at, lane };
    });
    const axis = lanes.length * LANE + 8;
    const until = end !== undefined ? end + 1 : front.period.status === 'ongoing' ? to : undefined;
    const marks = (
      <>
        {start !== undefined && until !== undefined && (
          <rect
            className={styles.span}
            x={x(start)}
            y={axis - 3}
            width={Math.max(4, x(Math.min(until, to)) - x(start))}
            height={6}
          />
        )}
        <line className={styles.axis} x1={0} x2={width} y1={axis} y2={axis} />
        {axisYears(from, to, Math.max(2, Math.floor(width / 64))).map((year) => (
          <g key={year}>
            <line className={styles.axis} x1={x(year)} x2={x(year)} y1={axis} y2={axis + 5} />
            <text className={styles.quiet} x={x(year)} y={axis + 20} textAnchor="middle">
              {year}
            </text>
          </g>
        ))}
        {placed.map(({ at, lane }, index) => (
          <line
            key={nameOf(index)}
            className={styles.stem}
            x1={at}
            x2={at}
            y1={axis - LANE * (lane + 0.5) - 4}
            y2={axis}
          />
        ))}
        {placed.map(({ at, lane }, index) => {
          const y = axis - LANE * (lane + 0.5) - 4;
          return (
            <g key={nameOf(index)}>
              <circle className={styles.number} cx={at} cy={y} r={RADIUS} />
              <text className={styles.numeral} x={at} y={y + 4} textAnchor="middle">
                {index + 1}
              </text>
            </g>
          );
        })}
      </>
    );
    return { height: axis + 28, marks };
  };

  return (
    <PictureFrame
      title={t('reader.picture.timeline')}
      alt={t('reader.picture.timeline-alt', {
        count: events.length,
        from: String(events[0]?.date ?? ''),
        to: String(events.at(-1)?.date ?? ''),
      })}
      isTableOpen
      table={{
        head: [
          t('reader.picture.number'),
          t('reader.picture.date'),
          t('reader.picture.fact'),
          t('reader.tab.sources'),
        ],
        rows: events.map(({ date, what, refs }, index) => [
          String(index + 1),
          words.date(date),
          inWords(what),
          refs.join(' '),
        ]),
      }}
      draw={draw}
    />
  );
}
