// Widths of characters in ems, as the fonts of printed documents have them: Han and full-width marks are square,
// Latin letters about half of that, the thin and the broad ones apart.
const HAN = 1;
const LATIN = 0.54;
const THIN = 0.29;
const BROAD = 0.74;
const SLIM = /[ijlI.,:;'’‘|!()[\] ]/;
const STOUT = /[mwMWQO@%&]/;
const WIDE = /[⺀-鿿豈-﫿＀-｠　-〿—\u{20000}-\u{3ffff}]/u;

/** Width of words in ems, near enough to lay out a drawing by. */
export function widthOf(words: string): number {
  let sum = 0;
  for (const char of words) sum += emsOf(char);
  return sum;
}

function emsOf(char: string): number {
  if (WIDE.test(char)) return HAN;
  if (SLIM.test(char)) return THIN;
  return STOUT.test(char) ? BROAD : LATIN;
}

/** Words cut to so many ems, with an ellipsis where something is missing. */
export function fitWords(words: string, ems: number): string {
  if (widthOf(words) <= ems) return words;
  let kept = '';
  let width = 1;
  for (const char of words) {
    width += emsOf(char);
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

/** Marks that may not begin a line. */
const CLOSING = /^[，。、；：！？）》”’」』,.;:!?)]/;
const PIECE = /[\u2e80-\u9fff\uf900-\uffef\u3000-\u303f]|[^\u2e80-\u9fff\uf900-\uffef\u3000-\u303f\s]+|\s+/gu;

/**
 * Breaks words into lines of at most so many ems: Chinese between characters, other scripts between words. With
 * more lines than allowed the last one ends in an ellipsis.
 */
export function wrapWords(words: string, ems: number, maxLines = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of words.match(PIECE) ?? []) {
    if (line === '' || widthOf(line + piece.trimEnd()) <= ems || CLOSING.test(piece)) {
      line += line === '' ? piece.trimStart() : piece;
    } else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), fitWords(lines.slice(maxLines - 1).join(''), ems)];
}
