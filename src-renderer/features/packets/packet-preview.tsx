import type { PacketBlock, PacketDocument, PacketEdition, PacketRun } from '#contract/packet-document.ts';
import type { PacketId } from '#contract/packets.ts';
import { langOf } from '../../app/i18n/i18n.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Segmented } from '../../ui/button/segmented.tsx';
import styles from './packet-preview.module.css';
import { usePreview } from './queries.ts';

/** The session, or the whole packet, in one edition: the words that every export sets, in their order. */
export function PacketPreview(props: {
  readonly id: PacketId;
  readonly revision: number;
  readonly edition: PacketEdition;
  readonly sessionId: string | undefined;
  readonly onEdition: (edition: PacketEdition) => void;
}) {
  const { edition, onEdition, ...wanted } = props;
  const t = useT();
  const { data } = usePreview({ ...wanted, edition });
  return (
    <div className={styles.preview}>
      <div className={styles.head}>
        <Segmented<PacketEdition>
          label={t('packets.edition')}
          value={edition}
          onChange={onEdition}
          items={[
            { id: 'student', label: t('packets.edition.student') },
            { id: 'trainer', label: t('packets.edition.trainer') },
          ]}
        />
      </div>
      {data !== undefined && <Pages pages={data} isWhole={wanted.sessionId === undefined} />}
    </div>
  );
}

function Pages({ pages, isWhole }: { readonly pages: PacketDocument; readonly isWhole: boolean }) {
  const t = useT();
  return (
    <div className={styles.paper} lang={langOf[pages.language]}>
      <p className={styles.running}>
        <span>{pages.title}</span>
        <span>{t(`packets.edition.${pages.edition}`)}</span>
      </p>
      {isWhole && (
        <div className={styles.cover}>
          <p className={styles.title}>{pages.title}</p>
          <p>{pages.subtitle}</p>
          <p>{pages.audience}</p>
          <ol className={styles.contents}>
            {pages.sessions.map(({ id, number, title, facts }) => (
              <li key={id}>
                {number}. {title} <span className={styles.small}>{facts}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
      {!isWhole &&
        pages.sessions.map((session) => (
          <section key={session.id}>
            <p className={styles.title}>
              {session.number}. {session.title}
            </p>
            <p className={styles.small}>{session.facts}</p>
            <Blocks blocks={session.blocks} />
            {session.notes.length > 0 && (
              <div className={styles.notes}>
                <Blocks blocks={session.notes} />
              </div>
            )}
          </section>
        ))}
    </div>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly PacketBlock[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a document have no other name, and do not move
  return blocks.map((block, index) => <Block key={index} block={block} />);
}

function Block({ block }: { readonly block: PacketBlock }) {
  switch (block.type) {
    case 'heading':
      return (
        <p className={styles.heading} data-level={block.level}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'paragraph':
      return (
        <p className={styles.text}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'source':
      return (
        <p className={styles.small}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'list':
      return (
        <ol className={styles.list} start={block.start} data-ordered={block.ordered}>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={index}>
              <Blocks blocks={item} />
            </li>
          ))}
        </ol>
      );
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case 'table':
      return (
        <table className={styles.table}>
          <thead>
            <tr>
              {block.head.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <th key={index} scope="col">
                  <Runs runs={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <tr key={at}>
                {row.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={index} data-numeric={block.numeric[index] ?? false}>
                    <Runs runs={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'lines':
      return (
        <div className={styles.lines} style={{ blockSize: `${block.count * 20}px` }} aria-hidden="true" />
      );
    case 'forecast':
      return <p className={styles.forecast}>{block.question}</p>;
  }
}

function Runs({ runs }: { readonly runs: readonly PacketRun[] }) {
  return runs.map((run, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    if ('break' in run) return <br key={index} />;
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    if ('cites' in run) return <sup key={index}>[{run.cites.join(', ')}]</sup>;
    const words = run.strong ? <strong>{run.text}</strong> : run.emphasis ? <em>{run.text}</em> : run.text;
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    return <span key={index}>{words}</span>;
  });
}
