import type { Snippet } from '#contract/search.ts';

/** Width that stays before the first hit, counted in Han characters; a Latin one counts half. */
const lead = 12;

/**
 * Cuts the beginning of a snippet so that its first hit stands in sight on one line; the ranges move with it.
 * Cut between words in Latin text, and marked by an ellipsis.
 */
export function trimSnippet({ text, ranges, why }: Pick<Snippet, 'text' | 'ranges' | 'why'>): {
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[];
  readonly why: Snippet['why'];
} {
  const first = ranges[0]?.[0] ?? 0;
  let width = 0;
  let from = first;
  while (from > 0 && width < lead) {
    from -= 1;
    width += text.charCodeAt(from) < 0x2e80 ? 0.5 : 1;
  }
  if (from <= 2) return { text, ranges, why };
  const before = text.slice(from, first);
  // At the beginning of a clause where there is one close by, else between Latin words, else anywhere.
  const clause = Math.max(
    ...[...'，。；：？！,.;:?!'].map((mark) => before.lastIndexOf(mark, before.length - 3)),
  );
  if (clause >= 0) from += clause + 1;
  else if (/[a-z]/i.test(text.charAt(from)) && before.includes(' ')) from += before.indexOf(' ') + 1;
  from += /^[”’）》\s]*/.exec(text.slice(from, first))?.[0].length ?? 0;
  // Half of a surrogate pair is no character.
  if (/[\udc00-\udfff]/.test(text.charAt(from))) from += 1;
  const shift = from - 1;
  return {
    text: `…${text.slice(from)}`,
    ranges: ranges.map(([start, end]) => [start - shift, end - shift]),
    why,
  };
}
