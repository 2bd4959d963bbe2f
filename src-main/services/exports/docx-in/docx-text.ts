import { childrenOf, type XmlElement } from './xml.ts';

/** A paragraph of a document: its style and its words, as they stand once all changes are accepted. */
export interface DocxParagraph {
  readonly style: string;
  readonly text: string;
}

/** The paragraphs of a part of a document, in order, those of tables among them. */
export function paragraphsOf(element: XmlElement): DocxParagraph[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name !== 'w:p') return paragraphsOf(child);
    const properties = childrenOf(child, 'w:pPr')[0];
    const style = properties && childrenOf(properties, 'w:pStyle')[0];
    return [{ style: style?.attributes['w:val'] ?? '', text: wordsOf(child) }];
  });
}

/** The words of an element; text that was deleted while changes were tracked is not among them. */
export function wordsOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return '';
      switch (child.name) {
        case 'w:t':
          return child.children.filter((part) => typeof part === 'string').join('');
        case 'w:tab':
          return element.name === 'w:r' ? '\t' : '';
        case 'w:br':
        case 'w:cr':
          return '\n';
        case 'w:noBreakHyphen':
          return '-';
        case 'w:del':
        case 'w:moveFrom':
        case 'w:instrText':
          return '';
        default:
          return wordsOf(child);
      }
    })
    .join('');
}
