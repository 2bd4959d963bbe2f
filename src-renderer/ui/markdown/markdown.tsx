import type { Nodes, RootContent } from 'mdast';
import type { ReactNode } from 'react';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import styles from './markdown.module.css';

const parser = unified().use(remarkParse).use(remarkGfm);
const safe = /^(?:https?:|mailto:)/i;
/** Longer words are shown as they are written: a parser's time may grow faster than they do. */
const MAX_PARSED = 20_000;

/** Somebody's own words, written in Markdown, as parts of the page; HTML in them is shown as words. */
export function Markdown(props: {
  readonly children: string;
  /** Shows the words of links only: for a row of a list, which is one thing to open. */
  readonly isWithoutLinks?: boolean;
}) {
  const { children, isWithoutLinks = false } = props;
  if (children.length > MAX_PARSED) return <p className={styles.plain}>{children}</p>;
  const { children: nodes } = parser.parse(children);
  return <div className={styles.markdown}>{draw(isWithoutLinks ? nodes.flatMap(withoutLinks) : nodes)}</div>;
}

function withoutLinks(node: RootContent): RootContent[] {
  if (node.type === 'link') return node.children.flatMap(withoutLinks);
  if (!('children' in node)) return [node];
  // The children of a node without links are still of the kinds that it may hold.
  return [{ ...node, children: node.children.flatMap(withoutLinks) } as RootContent];
}

function draw(nodes: readonly (RootContent | Nodes)[]): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: a tree is never edited in place, its nodes' places are their names
  return nodes.map((node, index) => <Node key={`${index}`} node={node} />);
}

function Node({ node }: { readonly node: RootContent | Nodes }): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p>{draw(node.children)}</p>;
    case 'heading':
      return (
        <p>
          <strong>{draw(node.children)}</strong>
        </p>
      );
    case 'emphasis':
      return <em>{draw(node.children)}</em>;
    case 'strong':
      return <strong>{draw(node.children)}</strong>;
    case 'delete':
      return <del>{draw(node.children)}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return <pre>{node.value}</pre>;
    case 'blockquote':
      return <blockquote>{draw(node.children)}</blockquote>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'link':
      return safe.test(node.url) ? (
        <a href={node.url} target="_blank" rel="noreferrer">
          {draw(node.children)}
        </a>
      ) : (
        draw(node.children)
      );
    case 'list':
      return node.ordered === true ? (
        <ol start={node.start ?? 1}>{draw(node.children)}</ol>
      ) : (
        <ul>{draw(node.children)}</ul>
      );
    case 'listItem':
      return (
        <li>
          {typeof node.checked === 'boolean' && (node.checked ? '☑ ' : '☐ ')}
          {draw(node.children)}
        </li>
      );
    case 'table':
      return (
        <table>
          <tbody>{draw(node.children)}</tbody>
        </table>
      );
    case 'tableRow':
      return <tr>{draw(node.children)}</tr>;
    case 'tableCell':
      return <td>{draw(node.children)}</td>;
    default:
      // HTML, pictures, notes at the foot: their words, if they have any.
      if ('value' in node) return node.value;
      return 'children' in node ? draw(node.children) : 'alt' in node ? node.alt : null;
  }
}
