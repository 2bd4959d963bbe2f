import { xmlChars } from '#domain/text/markup.ts';

// Marks that turn the direction of what follows could make a document read otherwise than it is.
const bidi = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text without the characters that XML forbids or that reorder what is read. */
export function xmlText(text: string): string {
  return xmlChars(text).replace(bidi, '');
}
