import { figureText } from '#contract/figure-units.ts';
import { useCaseWords } from '../../../app/i18n/use-case-words.ts';
import { useLanguage, useT, useWords } from '../../../app/i18n/use-t.tsx';
import type { Series } from './figure-series.ts';
import { PictureFrame } from './picture-frame.tsx';
import styles from './pictures.module.css';
import { widthOf } from './wrap-words.ts';

const TOP = 26;
const PLOT = 110;
const SIDE = 12;
const SMALL = 12;

/** One quantity over the years, from zero: each account a dot with its number, a range a bar. */
export function FiguresChart({ series }: { readonly series: Series }) {
  const t = useT();
  const language = useLanguage();
  const words = useCaseWords();
  const inWords = useWords();
  const { points } = series;
  const title = inWords(points[0]?.figure.counts ?? { zh: series.quantity, en: series.quantity });
  const labels = points.map(({ figure }) => figureText(figure, language));

  const draw = (width: number) => {
    const from = points[0]?.at ?? 0;
    const to = points.at(-1)?.at ?? from + 1;
    const most = Math.max(...points.map(({ max }) => max));
    const inset = SIDE + (Math.max(...labels.map(widthOf)) * SMALL) / 2;
    const x = (at: number) => inset + ((at - from) / Math.max(0.01, to - from)) * (width - 2 * inset);
    const y = (value: number) => TOP + PLOT * (1 - value / Math.max(most, 1e-9));
    const base = TOP + PLOT;
    const middle = ({ min, max }: { min: number; max: number }) => (min + max) / 2;
    const shown = labelled(
      points.map(({ at }) => x(at)),
      labels.map((label) => widthOf(label) * SMALL),
    );
    const marks = (
      <>
        <line className={styles.axis} x1={0} x2={width} y1={base} y2={base} />
        <text className={styles.quiet} x={0} y={base - 5}>
          0
        </text>
        {points.slice(1).map((point, index) => {
          const before = points[index];
          if (before === undefined) return null;
          return (
            <line
              key={point.figure.id}
              className={styles.path}
              x1={x(before.at)}
              y1={y(middle(before))}
              x2={x(point.at)}
              y2={y(middle(point))}
            />
          );
        })}
        {points.map(({ figure, at, min, max }, index) => (
          <g key={figure.id}>
            {min < max && <line className={styles.range} x1={x(at)} x2={x(at)} y1={y(min)} y2={y(max)} />}
            <circle className={styles.dot} cx={x(at)} cy={y((min + max) / 2)} r={5} />
            {shown[index] === true && (
              <>
                <text className={styles.value} x={x(at)} y={y(max) - 10} textAnchor="middle">
                  {labels[index]}
                </text>
                <text className={styles.quiet} x={x(at)} y={base + 18} textAnchor="middle">
                  {words.date(figure.asOf === 'not-stated' ? undefined : (figure.asOf as number | string))}
                </text>
              </>
            )}
          </g>
        ))}
      </>
    );
    return { height: base + 26, marks };
  };

  return (
    <PictureFrame
      title={title}
      alt={points
        .map(({ figure }, index) =>
          t('reader.picture.figure-alt', { date: String(figure.asOf), value: labels[index] ?? '' }),
        )
        .join(' ')}
      table={{
        head: [
          t('reader.picture.date'),
          t('reader.picture.value'),
          t('reader.picture.counts'),
          t('reader.tab.sources'),
        ],
        rows: points.map(({ figure }, index) => [
          String(figure.asOf),
          labels[index] ?? '',
          inWords(figure.counts),
          figure.refs.join(' '),
        ]),
      }}
      draw={draw}
    />
  );
}

/** Which labels have room: the last always, then from the left those that touch no other. The table has all. */
function labelled(places: readonly number[], widths: readonly number[]): boolean[] {
  const last = places.length - 1;
  const edge = (index: number, side: 1 | -1) => (places[index] ?? 0) + (side * (widths[index] ?? 0)) / 2;
  let taken = Number.NEGATIVE_INFINITY;
  return places.map((_, index) => {
    if (index === last) return true;
    const fits = edge(index, -1) > taken + 6 && edge(index, 1) < edge(last, -1) - 6;
    if (fits) taken = edge(index, 1);
    return fits;
  });
}
