import type { Language } from '#contract/ids.ts';
import type { CaseSentence } from './case-sentences.ts';

/** Share of a claim's character pairs or words that a sentence must hold to count as the one behind it. */
const enough: Readonly<Record<Language, number>> = { zh: 0.34, en: 0.34 };

/**
 * The sentence of a case that a claim of its front matter rests on: the one with the same sources and most
 * of the same words, or undefined when none is near enough to be shown as its receipt.
 */
export function locateClaim(
  text: string,
  refs: readonly string[],
  sentences: readonly CaseSentence[],
  language: Language,
): CaseSentence | undefined {
  const wanted = piecesOf(text, language);
  if (wanted.size === 0) return undefined;
  let best: CaseSentence | undefined;
  let bestScore = 0;
  for (const sentence of sentences) {
    const common = sentence.refs.filter((ref) => refs.includes(ref)).length;
    if (common === 0) continue;
    const pieces = piecesOf(sentence.text, language);
    let shared = 0;
    for (const piece of wanted) if (pieces.has(piece)) shared++;
    const found = shared / wanted.size;
    if (found < enough[language]) continue;
    // The summary repeats what the body says with its place and its proof: prefer the body.
    const score =
      found +
      0.1 * (common / Math.max(refs.length, sentence.refs.length)) -
      (sentence.section === 'summary' ? 0.05 : 0);
    if (score > bestScore) {
      best = sentence;
      bestScore = score;
    }
  }
  return best;
}

function piecesOf(text: string, language: Language): Set<string> {
  if (language === 'zh') {
    const letters = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
    return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
  }
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // Three letters or fewer are nearly all grammar; four letters of a longer word stand for its forms.
  return new Set(words.filter((word) => word.length > 3 || /\d/.test(word)).map((word) => word.slice(0, 5)));
}
