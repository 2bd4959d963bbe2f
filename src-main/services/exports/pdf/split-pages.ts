import { SaxesParser } from 'saxes';
import type { PreviewPage } from '#contract/exports.ts';
import { escapeMarkup, xmlText } from '#domain/text/markup.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** What a page may hold. Words for selecting, links and scripts are dropped with all inside of them. */
const drawn = new Set(['g', 'path', 'rect', 'use', 'defs', 'pattern', 'clipPath', 'image', 'symbol']);
const isKept = (name: string) => !/^(?:data-|on|class$|href$|xlink:href$)/.test(name);

/**
 * Takes a drawing of all pages apart: a file of SVG for each, with only those outlines and patterns that it uses.
 *
 * @throws Error where the drawing is not one of the renderer's
 */
export function splitPages(svg: string): PreviewPage[] {
  const root = parse(svg);
  const shared = new Map<string, Element>();
  for (const defs of root.children.filter(({ name }) => name === 'defs')) {
    for (const one of defs.children) if (one.attributes.id !== undefined) shared.set(one.attributes.id, one);
  }
  return root.children
    .filter((one) => one.name === 'g' && one.attributes.class === 'typst-page')
    .map((page) => {
      const width = Number(page.attributes['data-page-width']);
      const height = Number(page.attributes['data-page-height']);
      const used = usedIn(page, shared);
      const draw = (one: Element | undefined) => write(one, used);
      const defs = [...used].map((id) => draw(shared.get(id))).join('');
      const body = page.children.map(draw).join('');
      return {
        width,
        height,
        svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs}</defs><rect width="${width}" height="${height}" fill="#ffffff"/>${body}</svg>`,
      };
    });
}

/** Ids of the shared parts that an element draws with, by reference and by the references of those. */
function usedIn(
  element: Element,
  shared: ReadonlyMap<string, Element>,
  used = new Set<string>(),
): Set<string> {
  for (const value of Object.values(element.attributes)) {
    const id = /^#(.+)$/.exec(value)?.[1] ?? /^url\(['"]?#(.+?)['"]?\)$/.exec(value)?.[1];
    const part = id === undefined ? undefined : shared.get(id);
    if (id === undefined || part === undefined || used.has(id)) continue;
    used.add(id);
    usedIn(part, shared, used);
  }
  for (const child of element.children) usedIn(child, shared, used);
  return used;
}

function write(element: Element | undefined, used: ReadonlySet<string>): string {
  if (element === undefined || !drawn.has(element.name)) return '';
  const { name, attributes, children } = element;
  const pairs = Object.entries(attributes).filter(([key]) => isKept(key));
  const target = attributes.href ?? attributes['xlink:href'];
  // A blank has a place in the line and no outline.
  if (name === 'use' && !used.has(target?.slice(1) ?? '')) return '';
  // A picture of the document is data; everything else may point inside of the file only.
  const pointsInside = name === 'image' ? /^data:image\/(?:png|jpeg);/ : /^#/;
  if (target !== undefined && pointsInside.test(target)) pairs.push(['href', target]);
  const written = pairs.map(([key, value]) => ` ${key}="${escapeMarkup(xmlText(value))}"`).join('');
  const inside = children.map((child) => write(child, used)).join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

function parse(text: string): Element {
  const parser = new SaxesParser();
  const stack: Element[] = [];
  let root: Element | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, children: [] };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(text).close();
  if (root === undefined) throw new Error('no drawing');
  return root;
}
