import { fold, toInputRange } from '../analyser/fold.ts';

/**
 * A text as anchoring compares it: folded (width, case, Traditional Chinese), without blanks and punctuation
 * but for what belongs to a number. What differs in nothing else is the same words.
 */
export interface Comparable {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where the character it came from begins and ends in the input. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const silent = /[\p{P}\p{Z}\p{C}]/u;
const ofNumber = /[.,:%‰/~-]/;

/** Makes a text comparable, with the way back to its offsets. */
export function toComparable(input: string): Comparable {
  const folded = fold(input);
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < folded.text.length; at++) {
    const unit = folded.text[at] ?? '';
    if (silent.test(unit) && !isSurrogate(unit) && !belongsToNumber(folded.text, at)) continue;
    text += unit;
    const [start, end] = folded.offsets ? toInputRange(folded, at, at + 1) : [at, at + 1];
    starts.push(start);
    ends.push(end);
  }
  return { text, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** `1.5`, `2015-2020`, `85%`: without the mark it would be another number. */
function belongsToNumber(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  if (!ofNumber.test(mark) || !/\d/.test(text[at - 1] ?? '')) return false;
  return mark === '%' || mark === '‰' || /\d/.test(text[at + 1] ?? '');
}

/** Half of a character outside the basic plane, which the class of controls would take in. */
function isSurrogate(unit: string): boolean {
  return unit >= '\ud800' && unit <= '\udfff';
}

/** The input's UTF-16 range for a range of the comparable text. */
export function toInput(
  { starts, ends }: Comparable,
  start: number,
  end: number,
): { start: number; end: number } {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? starts[start] ?? 0 };
}
