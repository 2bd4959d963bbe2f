import type { Case } from '#contract/case-tree.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useCaseWords } from '../../../app/i18n/use-case-words.ts';
import { useT } from '../../../app/i18n/use-t.tsx';
import { PictureFrame } from './picture-frame.tsx';
import styles from './pictures.module.css';

const ROW = 26;
const BAR = 8;
const LABELS = 84;

/** The stages that the professional service reaches and, where the case tells, how far people took part in each. */
export function LifeCyclePicture({ front }: { readonly front: Case['front'] }) {
  const t = useT();
  const words = useCaseWords();
  const covered = new Map(
    typeof front.lifecycle === 'string' ? [] : front.lifecycle.map((stage) => [stage.id, stage]),
  );
  const rungs = typeof front.participation === 'string' ? [] : front.participation;
  const isCovered = (id: string) => [...covered.keys()].some((stage) => stage === id);
  const silence = words.label('nothing', 'not-stated');
  const rungsOf = (id: string) => rungs.filter(({ stage }) => stage === id);
  const sayRungs = (id: string) =>
    rungsOf(id)
      .map(({ rung }) => words.label('participation', rung))
      .join(t('common.list-comma')) || silence;
  const stages = vocabulary.lifecycle;
  const alt = stages
    .map(({ id }) =>
      t('reader.picture.stage-alt', {
        stage: words.label('lifecycle', id),
        covered: isCovered(id) ? t('reader.picture.covered') : t('reader.picture.not-covered'),
        rung: sayRungs(id),
      }),
    )
    .join(' ');

  const draw = (width: number) => {
    const left = rungs.length > 0 ? LABELS : 0;
    const column = (width - left) / stages.length;
    const x = (index: number) => left + column * (index + 0.5);
    const levels = vocabulary.participation;
    const chart = rungs.length > 0 ? levels.length * ROW + 8 : 0;
    const y = (rung: string) =>
      ROW * (levels.length - levels.findIndex(({ id }) => id === rung)) - ROW / 2 + 2;
    const points = rungs
      .map(({ stage, rung }) => ({ at: stages.findIndex(({ id }) => id === stage), y: y(rung), rung }))
      .sort((a, b) => a.at - b.at || a.y - b.y);
    const marks = (
      <>
        {rungs.length > 0 &&
          levels.map(({ id }) => (
            <g key={id}>
              <text className={styles.quiet} x={0} y={y(id) + 4}>
                {words.label('participation', id)}
              </text>
              <line className={styles.grid} x1={left} x2={width} y1={y(id)} y2={y(id)} />
            </g>
          ))}
        {points.slice(1).map((point, index) => {
          const before = points[index];
          if (before === undefined || before.at === point.at) return null;
          return (
            <line
              key={`${point.at}-${point.rung}`}
              className={styles.path}
              x1={x(before.at)}
              y1={before.y}
              x2={x(point.at)}
              y2={point.y}
            />
          );
        })}
        {points.map(({ at, y: top, rung }) => (
          <circle key={`${at}-${rung}`} className={styles.dot} cx={x(at)} cy={top} r={5} />
        ))}
        {stages.map(({ id }, index) => (
          <g key={id}>
            <rect
              className={isCovered(id) ? styles.filled : styles.outlined}
              x={left + column * index + 2.5}
              y={chart + 0.5}
              width={column - 5}
              height={BAR}
              rx={2}
            />
            <text
              className={isCovered(id) ? styles.word : styles.quiet}
              x={x(index)}
              y={chart + BAR + 18}
              textAnchor="middle"
            >
              {words.label('lifecycle', id)}
            </text>
            {!isCovered(id) && (
              <text className={styles.quiet} x={x(index)} y={chart + BAR + 34} textAnchor="middle">
                {silence}
              </text>
            )}
          </g>
        ))}
      </>
    );
    return { height: chart + BAR + (stages.every(({ id }) => isCovered(id)) ? 26 : 42), marks };
  };

  return (
    <PictureFrame
      title={rungs.length > 0 ? t('reader.picture.life-cycle-rungs') : t('reader.picture.life-cycle')}
      alt={alt}
      table={{
        head: [
          t('reader.picture.stage'),
          t('reader.picture.service'),
          t('reader.picture.rung'),
          t('reader.tab.sources'),
        ],
        rows: stages.map(({ id }) => [
          words.label('lifecycle', id),
          isCovered(id) ? t('reader.picture.covered') : silence,
          sayRungs(id),
          [...new Set([...(covered.get(id)?.refs ?? []), ...rungsOf(id).flatMap(({ refs }) => refs)])].join(
            ' ',
          ),
        ]),
      }}
      draw={draw}
    />
  );
}
