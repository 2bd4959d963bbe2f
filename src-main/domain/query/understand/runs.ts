import { classAt } from '../../analyser/analyse.ts';

export interface Run {
  /** Chinese characters; or letters, digits and the signs between them. */
  readonly kind: 'han' | 'sign';
  readonly text: string;
}

/** Cuts a folded word where its script changes; marks that part words are dropped. */
export function splitRuns(folded: string): Run[] {
  const runs: Run[] = [];
  for (const piece of folded.split(/[\s,;:!?，。；：！？、()[\]{}<>《》〈〉（）]+/)) {
    let from = 0;
    while (from < piece.length) {
      const isHan = classAt(piece, from) === 'han';
      let end = from;
      while (end < piece.length && (classAt(piece, end) === 'han') === isHan) {
        end += (piece.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
      }
      const text = piece.slice(from, end);
      if (isHan) runs.push({ kind: 'han', text });
      else if (/[\p{L}\p{N}]/u.test(text)) runs.push({ kind: 'sign', text });
      from = end;
    }
  }
  return runs;
}
