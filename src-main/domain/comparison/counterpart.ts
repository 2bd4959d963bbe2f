import type { CaseSentence } from './case-sentences.ts';

/**
 * The sentence of the other language that says the same. The two texts of a case go paragraph by paragraph;
 * where a paragraph has as many sentences in both they pair in order, otherwise shared sources, shared
 * figures and nearness decide.
 */
export function counterpart(
  sentence: CaseSentence,
  own: readonly CaseSentence[],
  other: readonly CaseSentence[],
): CaseSentence | undefined {
  const here = own.filter((one) => one.section === sentence.section);
  const there = other.filter((one) => one.section === sentence.section);
  const samePart = (one: CaseSentence) => one.paragraph === sentence.paragraph;
  const hereParagraph = here.filter(samePart);
  const thereParagraph = there.filter(samePart);
  if (hereParagraph.length === thereParagraph.length) return thereParagraph[sentence.index];
  const candidates = thereParagraph.length > 0 ? thereParagraph : there;
  const place = placeOf(sentence, hereParagraph);
  let best: CaseSentence | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const score =
      2 * share(sentence.refs, candidate.refs) +
      share(numbers(sentence.text), numbers(candidate.text)) -
      Math.abs(place - placeOf(candidate, candidates));
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** How far down its list a sentence stands, 0 to 1. */
function placeOf(sentence: CaseSentence, list: readonly CaseSentence[]): number {
  return list.length < 2 ? 0 : Math.max(0, list.indexOf(sentence)) / (list.length - 1);
}

function share(a: readonly string[], b: readonly string[]): number {
  const union = new Set([...a, ...b]);
  return union.size === 0 ? 0 : a.filter((one) => b.includes(one)).length / union.size;
}

/** Numbers of a text without their separators, so that 5,786 and 5786 are one. */
function numbers(text: string): string[] {
  return text.replace(/(?<=\d),(?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g) ?? [];
}
