/** Widths of characters in ems: Han and full-width marks are square, Latin letters about half of that. */
const HAN = 1;
const LATIN = 0.56;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f\u2014\u2018-\u201d\u{20000}-\u{3ffff}]/u;
/** Marks that may not begin a line. */
const CLOSING = /^[，。、；：！？）》”’」』,.;:!?)]/;

/** Width of words in ems, near enough to lay out a drawing by. */
export function widthOf(words: string): number {
  return [...words].reduce((sum, char) => sum + (WIDE.test(char) ? HAN : LATIN), 0);
}

/**
 * Breaks words into lines of at most so many ems: Chinese between characters, other scripts between words.
 * With more lines than allowed the last one ends in an ellipsis.
 */
export function wrapWords(words: string, ems: number, maxLines = 3): string[] {
  const pieces =
    words.match(
      /[\u2e80-\u9fff\uf900-\uffef\u3000-\u303f]|[^\u2e80-\u9fff\uf900-\uffef\u3000-\u303f\s]+|\s+/gu,
    ) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line === '' || widthOf(line + piece.trimEnd()) <= ems || CLOSING.test(piece)) {
      line += line === '' ? piece.trimStart() : piece;
    } else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  let last = kept[maxLines - 1] ?? '';
  while (last !== '' && widthOf(`${last}…`) > ems) last = [...last].slice(0, -1).join('');
  return [...kept.slice(0, -1), `${last}…`];
}
