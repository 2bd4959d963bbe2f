import { SaxesParser } from 'saxes';

/** An element of a document as read: names keep the prefix that the format's own specification uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** No document of Word nests deeper; deeper input is made to hurt. */
const MAX_DEPTH = 200;
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
};

/** Reads XML into a tree. No entity of a document's own and no DOCTYPE is taken. @throws Error where it is not well formed */
export function parseXml(text: string): XmlElement {
  type Open = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };
  const parser = new SaxesParser({ xmlns: true });
  const stack: Open[] = [];
  let root: XmlElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a DOCTYPE is not taken');
  });
  parser.on('opentag', (tag) => {
    if (stack.length >= MAX_DEPTH) throw new Error('nested too deeply');
    const attributes: Record<string, string> = {};
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      attributes[(prefixes[uri] ?? '') + local] = value;
    }
    const element: Open = { name: (prefixes[tag.uri] ?? '') + tag.local, attributes, children: [] };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  const addText = (words: string) => {
    stack.at(-1)?.children.push(words);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  if (!root) throw new Error('no element');
  return root;
}

/** The elements right below one, by name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** All elements of a name at any depth below one, in order; what is inside of a found one is not searched. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child] : findAll(child, name);
  });
}

/** The characters of an element, as they stand. */
export function charactersOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : charactersOf(child))).join('');
}
