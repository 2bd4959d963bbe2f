import {
  Bookmark,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import type { DocxContext } from './docx-context.ts';

/** The heading of a part, which the contents name and lead to. */
export function heading(
  { words }: DocxContext,
  text: string,
  options: IParagraphOptions = {},
  bookmark?: string,
): Paragraph {
  const children = [words(text)];
  return new Paragraph({
    ...options,
    heading: HeadingLevel.HEADING_2,
    children: bookmark === undefined ? children : [new Bookmark({ id: bookmark, children })],
  });
}

/** A paragraph in one of the document's styles. */
export function styled(
  style: string,
  children: readonly ParagraphChild[],
  options: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({ ...options, style, children });
}

/** A tab is an element of its own in Word; the character would be a blank. */
export function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}
