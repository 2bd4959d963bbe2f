import { noteMarks } from '#domain/comparison/printed-text.ts';
import { childrenOf, findAll, type XmlElement } from './xml.ts';

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

/** The words of the notes of a document by their id. */
export type Notes = ReadonlyMap<string, string>;

/** Reads the notes of a document out of the part that holds them. */
export function notesOf(part: XmlElement | undefined): Notes {
  const notes = part === undefined ? [] : findAll(part, 'w:footnote');
  return new Map(
    notes.map((note) => [note.attributes['w:id'] ?? '', wordsOf(note).replace(/\s+/g, ' ').trim()]),
  );
}

/**
 * The words of an element; text that was deleted while changes were tracked is not among them. Notes stand where
 * they are called, between their marks.
 */
export function wordsOf(element: XmlElement, notes?: Notes): string {
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
        case 'w:footnoteReference': {
          const words = notes?.get(child.attributes['w:id'] ?? '');
          return words === undefined ? '' : noteMarks.open + words + noteMarks.close;
        }
        case 'w:noBreakHyphen':
          return '-';
        case 'w:del':
        case 'w:moveFrom':
        case 'w:instrText':
          return '';
        default:
          return wordsOf(child, notes);
      }
    })
    .join('');
}
