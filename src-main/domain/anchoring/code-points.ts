const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Counts the Unicode code points before a UTF-16 offset. */
export function toCodePoint(text: string, utf16Offset: number): number {
  return [...text.slice(0, utf16Offset)].length;
}

/** UTF-16 offset of a code point; the text's length when it lies beyond the end. */
export function toUtf16(text: string, codePointOffset: number): number {
  let utf16 = 0;
  let count = 0;
  for (const character of text) {
    if (count === codePointOffset) return utf16;
    utf16 += character.length;
    count++;
  }
  return utf16;
}

/**
 * Widens a range to whole graphemes (Unicode Standard Annex #29), so that no `👩‍🌾` and no letter with its
 * accent is ever cut in two. UTF-16 offsets in and out.
 */
export function widenToGraphemes(text: string, start: number, end: number): { start: number; end: number } {
  const segments = graphemes.segment(text);
  const first = segments.containing(start);
  const last = end > start ? segments.containing(end - 1) : undefined;
  return {
    start: first ? first.index : start,
    end: last ? last.index + last.segment.length : end,
  };
}
