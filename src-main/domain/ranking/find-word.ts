import { classAt } from '../analyser/analyse.ts';

/**
 * Where a folded word stands in a folded text, as it is, from left to right without overlap. Letters and
 * digits at its ends must not run on: `plan` does not stand in `planner`, while 规划 stands in 规划师.
 *
 * @param open whether its end may run on, as a prefix does
 */
export function findWord(text: string, word: string, open = false): number[] {
  const found: number[] = [];
  if (word === '') return found;
  const first = classAt(word, 0);
  const last = classBefore(word, word.length);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at)) {
    const end = at + word.length;
    if (runsOn(first, classBefore(text, at)) || (!open && runsOn(last, classAt(text, end)))) {
      at++;
      continue;
    }
    found.push(at);
    at = end;
  }
  return found;
}

/** Whether a folded word stands in a folded text. */
export function holdsWord(text: string, word: string, open = false): boolean {
  return findWord(text, word, open).length > 0;
}

function runsOn(edge: string, beyond: string): boolean {
  return (edge === 'letter' || edge === 'digit') && edge === beyond;
}

function classBefore(text: string, at: number): string {
  if (at <= 0) return 'other';
  const low = text.charCodeAt(at - 1);
  return classAt(text, low >= 0xdc00 && low <= 0xdfff ? at - 2 : at - 1);
}

/** A folded phrase with its blanks as texts have them: single, and none beside a Chinese character. */
export function normalisePhrase(folded: string): string {
  return folded
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}
