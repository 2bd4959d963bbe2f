/** Which characters a font has: [first, last] spans of code points, in order. */
export type Coverage = readonly (readonly [number, number])[];

/** Reads a font's coverage as the compiler tells it: lengths of spans, by turns without and with glyphs. */
export function readCoverage(lengths: readonly number[]): Coverage {
  const spans: [number, number][] = [];
  let at = 0;
  for (const [index, length] of lengths.entries()) {
    if (index % 2 === 1) spans.push([at, at + length - 1]);
    at += length;
  }
  return spans;
}

// Joiners, marks of direction and variation selectors have no glyph of their own and need none.
const invisible = /[\p{Cc}\p{Cf}\p{Zs}\p{Variation_Selector}]/u;

/** The characters of all texts in a value that none of the fonts has, each once, in order of appearance. */
export function missingCharacters(value: unknown, fonts: readonly Coverage[]): string[] {
  const seen = new Set<string>();
  const missing: string[] = [];
  for (const text of textsOf(value)) {
    for (const character of text) {
      if (seen.has(character)) continue;
      seen.add(character);
      if (invisible.test(character)) continue;
      const code = character.codePointAt(0) ?? 0;
      if (!fonts.some((font) => covers(font, code))) missing.push(character);
    }
  }
  return missing;
}

function covers(font: Coverage, code: number): boolean {
  let low = 0;
  let high = font.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = font[middle] ?? [0, 0];
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
