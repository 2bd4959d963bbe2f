import { useId } from 'react';
import type { Actor } from '#contract/case.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useCaseWords } from '../../../app/i18n/use-case-words.ts';
import { useT, useWords } from '../../../app/i18n/use-t.tsx';
import { inOrder, tiesOf } from './actor-rows.ts';
import { PictureFrame } from './picture-frame.tsx';
import styles from './pictures.module.css';
import { widthOf, wrapWords } from './wrap-words.ts';

const NAME = 13;
const SMALL = 12;
const LINE = 18;
const GAP = 12;
const HEAD = 28;
const MARK = 11;

/** Who does what to whom, and in which stages: one row an actor, arcs at the left for those acted on. */
export function ActorMap({ actors: given }: { readonly actors: readonly Actor[] }) {
  const t = useT();
  const words = useCaseWords();
  const inWords = useWords();
  const arrow = useId();
  const actors = inOrder(given);
  const ties = tiesOf(actors);
  const stages = vocabulary.lifecycle;
  const silence = words.label('nothing', 'not-stated');
  const sayStages = ({ stages: list }: Actor) =>
    typeof list === 'string'
      ? silence
      : list.map((id) => words.label('lifecycle', id)).join(t('common.list-comma'));
  const sayTies = (index: number) =>
    ties
      .filter(([from]) => from === index)
      .map(([, to]) => actors[to])
      .flatMap((actor) => (actor === undefined ? [] : [inWords(actor.name)]))
      .join(t('common.list-comma'));
  const lead = actors.filter(({ lead }) => lead === true).map(({ name }) => inWords(name));

  const draw = (width: number) => {
    const left = ties.length > 0 ? 40 : 22;
    const column = Math.max(
      34,
      Math.min(
        64,
        ...[Math.max(...stages.map(({ id }) => widthOf(words.label('lifecycle', id)))) * SMALL + 10],
      ),
    );
    const table = column * stages.length;
    const text = width - left - table - 16;
    const rows = actors.map((actor) => ({
      actor,
      name: wrapWords(inWords(actor.name), text / NAME),
      does: wrapWords(`${words.label('role', actor.role)} · ${inWords(actor.does)}`, text / SMALL, 4),
    }));
    const heights = rows.map(({ name, does }) => (name.length + does.length) * LINE + GAP);
    const tops = heights.map((_, index) => HEAD + heights.slice(0, index).reduce((sum, one) => sum + one, 0));
    const anchor = (index: number) => (tops[index] ?? 0) + LINE / 2 + 6;
    const x = (index: number) => width - table + column * (index + 0.5);
    const height = HEAD + heights.reduce((sum, one) => sum + one, 0);
    const marks = (
      <>
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX={7}
            refY={4}
            markerWidth={7}
            markerHeight={7}
            orient="auto"
          >
            <path className={styles.arrow} d="M0 0.5 L8 4 L0 7.5 Z" />
          </marker>
        </defs>
        {stages.map(({ id }, index) => (
          <text key={id} className={styles.quiet} x={x(index)} y={14} textAnchor="middle">
            {words.label('lifecycle', id)}
          </text>
        ))}
        {rows.map(({ actor, name, does }, index) => {
          const top = tops[index] ?? 0;
          const at =
            typeof actor.stages === 'string'
              ? []
              : actor.stages.map((id) => stages.findIndex((stage) => stage.id === id));
          const first = Math.min(...at);
          const last = Math.max(...at);
          const y = anchor(index);
          return (
            <g key={actor.name.zh}>
              <line className={styles.grid} x1={left} x2={width} y1={top} y2={top} />
              <rect
                className={actor.lead === true ? styles.filled : styles.outlined}
                x={left - MARK - 5.5}
                y={y - MARK / 2}
                width={MARK}
                height={MARK}
                rx={actor.lead === true ? 2 : MARK / 2}
              />
              <text className={styles.strong} x={left} y={top + LINE + 3}>
                {name.map((line, row) => (
                  <tspan key={line} x={left} dy={row === 0 ? 0 : LINE}>
                    {line}
                  </tspan>
                ))}
              </text>
              <text className={styles.quiet} x={left} y={top + LINE + 3 + name.length * LINE}>
                {does.map((line, row) => (
                  <tspan key={line} x={left} dy={row === 0 ? 0 : LINE}>
                    {line}
                  </tspan>
                ))}
              </text>
              {at.length > 1 && <line className={styles.path} x1={x(first)} x2={x(last)} y1={y} y2={y} />}
              {at.map((stage) => (
                <circle key={stage} className={styles.dot} cx={x(stage)} cy={y} r={5} />
              ))}
              {at.length === 0 && (
                <text className={styles.quiet} x={width - table / 2} y={y + 4} textAnchor="middle">
                  {silence}
                </text>
              )}
            </g>
          );
        })}
        {ties.map(([from, to]) => {
          const [start, end] = [anchor(from), anchor(to)];
          const bend = Math.min(left - 20, 8 + Math.abs(end - start) / 12);
          const edge = left - MARK - 8;
          return (
            <path
              key={`${from}-${to}`}
              className={styles.tie}
              markerEnd={`url(#${arrow})`}
              d={`M ${edge} ${start} C ${edge - bend} ${start}, ${edge - bend} ${end}, ${edge} ${end}`}
            />
          );
        })}
      </>
    );
    return { height, marks };
  };

  return (
    <PictureFrame
      title={t('reader.picture.actors')}
      alt={t('reader.picture.actors-alt', {
        count: actors.length,
        lead: lead.join(t('common.list-comma')) || silence,
        ties: ties.length,
      })}
      table={{
        head: [
          t('reader.picture.actor'),
          t('reader.picture.role'),
          t('reader.picture.does'),
          t('reader.picture.to-whom'),
          t('reader.picture.stages'),
          t('reader.tab.sources'),
        ],
        rows: actors.map((actor, index) => [
          actor.lead === true
            ? t('reader.picture.leads', { name: inWords(actor.name) })
            : inWords(actor.name),
          words.label('role', actor.role),
          inWords(actor.does),
          sayTies(index) || '–',
          sayStages(actor),
          actor.refs.join(' '),
        ]),
      }}
      draw={draw}
    />
  );
}
