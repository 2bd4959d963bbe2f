import { escapeMarkup, xmlText } from '#domain/text/markup.ts';

/** An element of a page, or text; pages are made from such trees only, never from strings of markup. */
export type HtmlNode =
  | string
  | {
      readonly tag: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly children: readonly HtmlNode[];
    };

/** An element. Attributes that are undefined are left out. */
export function h(
  tag: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (HtmlNode | readonly HtmlNode[])[]
): HtmlNode {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { tag, attributes: Object.fromEntries(given), children: children.flat() };
}

const empty = new Set(['meta', 'br', 'col', 'link', 'img']);
/** Raw text elements: their content is ours alone and holds no markup. */
const raw = new Set(['style']);

/** Writes a tree as HTML; every text and attribute value is escaped, attributes always quoted. */
export function toHtml(node: HtmlNode, inRaw = false): string {
  if (typeof node === 'string') return inRaw ? node : escaped(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (empty.has(node.tag)) return `<${node.tag}${attributes}>`;
  const inner = node.children.map((child) => toHtml(child, raw.has(node.tag))).join('');
  return `<${node.tag}${attributes}>${inner}</${node.tag}>`;
}

/** Writes a tree as XHTML, as books want it: every element is closed. */
export function toXhtml(node: HtmlNode): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (empty.has(node.tag)) return `<${node.tag}${attributes}/>`;
  return `<${node.tag}${attributes}>${node.children.map(toXhtml).join('')}</${node.tag}>`;
}

function escaped(text: string): string {
  return escapeMarkup(xmlText(text)).replaceAll("'", '&#39;');
}
