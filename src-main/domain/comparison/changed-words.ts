import type { WasAndNow } from '#contract/comparisons.ts';

const words = {
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
};
const citation = /([ \t]?\[@[^\]]+\])/;
/** Beyond so many pairs of words two texts are shown whole as changed: nobody reads such a comparison by word. */
const MOST_PAIRS = 4_000_000;

/** Marks the words of two texts that the other has not (longest common subsequence); a citation is one word. */
export function changedWords(then: string, now: string, language: 'zh' | 'en'): WasAndNow {
  const [a, b] = [piecesOf(then, language), piecesOf(now, language)];
  const shared =
    a.length * b.length > MOST_PAIRS ? { a: new Set<number>(), b: new Set<number>() } : common(a, b);
  return { was: runsOf(a, shared.a), now: runsOf(b, shared.b) };
}

function piecesOf(text: string, language: 'zh' | 'en'): string[] {
  return text
    .split(citation)
    .flatMap((part) =>
      citation.test(part) ? [part] : [...words[language].segment(part)].map(({ segment }) => segment),
    )
    .filter((piece) => piece !== '');
}

function common(a: readonly string[], b: readonly string[]): { a: Set<number>; b: Set<number> } {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found = { a: new Set<number>(), b: new Set<number>() };
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      found.a.add(i++);
      found.b.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return found;
}

function runsOf(
  pieces: readonly string[],
  shared: ReadonlySet<number>,
): { text: string; changed: boolean }[] {
  const runs: { text: string; changed: boolean }[] = [];
  for (const [index, text] of pieces.entries()) {
    const changed = !shared.has(index);
    const last = runs.at(-1);
    if (last?.changed === changed) last.text += text;
    else runs.push({ text, changed });
  }
  return runs;
}
