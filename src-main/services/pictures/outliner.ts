import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Font, type PathCommand, parse } from 'opentype.js/dist/opentype.mjs';
import type { Outliner } from '#domain/picture/svg.ts';

/** An {@link Outliner} that also remembers what its fonts could not draw. */
export interface FontOutliner extends Outliner {
  /** Characters met so far that no font has. */
  missing(): string[];
  /** Begins to count them anew. */
  forget(): void;
}

/**
 * Opens the fonts of printed documents to draw words with.
 *
 * @throws Error where the fonts are not there, which is a fault of the installation
 */
export async function openOutliner(fontsDir: string): Promise<FontOutliner> {
  const [regular, strong] = await Promise.all(
    ['noto-sans-sc-400.ttf', 'noto-sans-sc-600.ttf'].map(async (file) =>
      toFont(await readFile(join(fontsDir, file))),
    ),
  );
  if (regular === undefined || strong === undefined) throw new Error('fonts of pictures are missing');
  const missing = new Set<string>();
  const fontOf = (weight: 400 | 600) => (weight === 600 ? strong : regular);
  // No ligature may join words that stand apart, and the fonts' rules for Chinese are not for single lines.
  const options = { kerning: true, features: {} };
  return {
    outline(words, x, y, size, weight) {
      const font = fontOf(weight);
      for (const char of words) if (font.charToGlyphIndex(char) === 0 && char !== '\u2060') missing.add(char);
      // Relative to the origin: a path begins with a move, and a small m at its start is absolute.
      return toWords(font.getPath(words, x, y, size, options).commands);
    },
    measure: (words, size, weight) => fontOf(weight).getAdvanceWidth(words, size, options),
    missing: () => [...missing],
    forget: () => missing.clear(),
  };
}

/**
 * Commands as SVG writes them, relative to the point before, which halves the file: a page of words is mostly
 * outlines. Whole hundredths of a px are added up, so that nothing drifts. (The library's own writer makes NaN of
 * some numbers.)
 */
function toWords(commands: readonly PathCommand[]): string {
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  let words = '';
  const whole = (value: number) => Math.round(value * 100);
  const write = (numbers: readonly number[]) =>
    numbers
      .map((value, index) => {
        const short = String(value / 100).replace(/^(-?)0\./, '$1.');
        return index > 0 && !short.startsWith('-') ? ` ${short}` : short;
      })
      .join('');
  for (const command of commands) {
    if (command.type === 'Z') {
      words += 'z';
      [x, y] = [startX, startY];
      continue;
    }
    const points = [
      ...(command.type === 'Q' || command.type === 'C' ? [command.x1, command.y1] : []),
      ...(command.type === 'C' ? [command.x2, command.y2] : []),
      command.x,
      command.y,
    ].map(whole);
    const own = points.map((value, index) => value - (index % 2 === 0 ? x : y));
    words += command.type.toLowerCase() + write(own);
    [x = 0, y = 0] = points.slice(-2);
    if (command.type === 'M') [startX, startY] = [x, y];
  }
  return words;
}

function toFont(bytes: Uint8Array): Font {
  const copy = new Uint8Array(bytes);
  return parse(copy.buffer);
}
