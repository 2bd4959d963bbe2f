import type { BlockNode } from '#contract/case-tree.ts';
import styles from './blocks.module.css';
import { type InlineContext, Inlines } from './inlines.tsx';

/** Draws the blocks of a section. Those that keys go through and can mark as a whole carry `data-block`. */
export function Blocks({
  nodes,
  context,
}: {
  readonly nodes: readonly BlockNode[];
  readonly context: InlineContext;
}) {
  return nodes.map((node, index) => {
    // A tree is never edited in place, so that a node's place in it is its name.
    const key = `${index}`;
    switch (node.type) {
      case 'paragraph':
        return (
          <p key={key} className={styles.paragraph} data-block tabIndex={-1}>
            <Inlines nodes={node.children} context={context} />
          </p>
        );
      case 'heading':
        return (
          <h3 key={key} className={styles.heading}>
            <Inlines nodes={node.children} context={context} />
          </h3>
        );
      case 'blockquote':
        return (
          <blockquote key={key} className={styles.quote}>
            <Blocks nodes={node.children} context={context} />
          </blockquote>
        );
      case 'list':
        return <ListBlock key={key} node={node} context={context} />;
      case 'table':
        return <TableBlock key={key} node={node} context={context} />;
    }
    return node satisfies never;
  });
}

type NodeOf<T extends BlockNode['type']> = Extract<BlockNode, { type: T }>;

function ListBlock({ node, context }: { readonly node: NodeOf<'list'>; readonly context: InlineContext }) {
  const items = node.items.map((blocks, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see Blocks
    <li key={index}>
      <Blocks nodes={blocks} context={context} />
    </li>
  ));
  return node.ordered ? (
    <ol className={styles.list} start={node.start}>
      {items}
    </ol>
  ) : (
    <ul className={styles.list}>{items}</ul>
  );
}

function TableBlock({ node, context }: { readonly node: NodeOf<'table'>; readonly context: InlineContext }) {
  const [head, ...rows] = node.rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <div className={styles.tableBox} tabIndex={0} data-block>
      <table className={styles.table}>
        {head !== undefined && (
          <thead>
            <tr>
              {head.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see Blocks
                <th key={column} scope="col" data-align={node.align[column] ?? undefined}>
                  <Inlines nodes={cell} context={context} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see Blocks
            <tr key={index}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see Blocks
                <td key={column} data-align={node.align[column] ?? undefined}>
                  <Inlines nodes={cell} context={context} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
