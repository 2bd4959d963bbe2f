import { toCodePoint } from './code-points.ts';

/** How much text before and after a quote is kept to tell it from its like, code points. */
const CONTEXT = 32;

/** The two selectors of the W3C Web Annotation Data Model that a note's place is kept by. */
export interface Selectors {
  /** Code points in the section's text. */
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
}

/** Describes a range (UTF-16 offsets) of a section's text. */
export function describeRange(text: string, start: number, end: number): Selectors {
  const exact = text.slice(start, end);
  const from = toCodePoint(text, start);
  return {
    start: from,
    end: from + [...exact].length,
    prefix: [...text.slice(0, start)].slice(-CONTEXT).join(''),
    exact,
    suffix: [...text.slice(end)].slice(0, CONTEXT).join(''),
  };
}
