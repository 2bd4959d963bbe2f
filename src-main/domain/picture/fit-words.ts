// Widths of characters in ems: Han and full-width marks are square, Latin letters about half of that.
const HAN = 1;
const LATIN = 0.53;
const WIDE = /[⺀-鿿豈-﫿＀-｠　-〿—\u{20000}-\u{3ffff}]/u;

/** Width of words in ems, near enough to lay out a drawing by. */
export function widthOf(words: string): number {
  let sum = 0;
  for (const char of words) sum += WIDE.test(char) ? HAN : LATIN;
  return sum;
}

/** Words cut to so many ems, with an ellipsis where something is missing. */
export function fitWords(words: string, ems: number): string {
  if (widthOf(words) <= ems) return words;
  let kept = '';
  let width = 1;
  for (const char of words) {
    width += WIDE.test(char) ? HAN : LATIN;
    if (width > ems) break;
    kept += char;
  }
  // In a line of Latin letters the Chinese fonts' ellipsis would float at half height.
  return `${kept.trimEnd()}${WIDE.test(words) ? '…' : '...'}`;
}

/**
 * Words as a head of a column: English between words in up to three lines, Chinese in two halves; the last line is
 * cut where it must be.
 */
export function headLines(words: string, ems: number): string[] {
  if (!words.includes(' ')) {
    const chars = [...words];
    const half = Math.ceil(chars.length / 2);
    if (widthOf(words) <= ems) return [words];
    return [chars.slice(0, half).join(''), chars.slice(half).join('')].map((one) => fitWords(one, ems));
  }
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && (widthOf(longer) <= ems || lines.length === 3))
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((one) => fitWords(one, ems));
}
