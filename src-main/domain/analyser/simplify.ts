import { to } from 'opencc-js/preset/t2cn';

/**
 * Characters that one text writes two ways where OpenCC keeps both; folding needs one of them, whichever.
 */
const merged: readonly (readonly [string, string])[] = [
  ['著', '着'],
  ['麽', '么'],
  ['藉', '借'],
  ['祇', '只'],
  ['衹', '只'],
  ['甚', '什'],
];

let table: ReadonlyMap<string, string> | undefined;

/**
 * Simplified form of one Chinese character, or the character itself.
 * By OpenCC's character table alone: its phrases would fold a word differently inside a sentence and on its
 * own, and a query cut from a text must fold to what the text folds to.
 */
export function simplify(character: string): string {
  table ??= readTable();
  return table.get(character) ?? character;
}

/** Whether a character is written so in Traditional Chinese alone. */
export function isTraditional(character: string): boolean {
  return simplify(character) !== character && !merged.some(([from]) => from === character);
}

function readTable(): Map<string, string> {
  const found = new Map<string, string>(merged);
  for (const dictionary of (to.cn ?? []).flat()) {
    const entries =
      typeof dictionary === 'string'
        ? dictionary.split('|').map((entry) => entry.split(' '))
        : dictionary.map(([from, into]) => [from, into]);
    for (const [from, into] of entries) {
      if (from === undefined || into === undefined || found.has(from)) continue;
      if ([...from].length === 1 && [...into].length === 1) found.set(from, into);
    }
  }
  return found;
}
