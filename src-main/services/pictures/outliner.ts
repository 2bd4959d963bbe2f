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
      return font.getPath(words, x, y, size, options).commands.map(toWords).join('');
    },
    measure: (words, size, weight) => fontOf(weight).getAdvanceWidth(words, size, options),
    missing: () => [...missing],
    forget: () => missing.clear(),
  };
}

/** A command as SVG writes it. (The library's own writer makes NaN of some numbers.) */
function toWords(command: PathCommand): string {
  const { type } = command;
  if (type === 'Z') return 'Z';
  const numbers = [
    ...(type === 'Q' || type === 'C' ? [command.x1, command.y1] : []),
    ...(type === 'C' ? [command.x2, command.y2] : []),
    command.x,
    command.y,
  ];
  return `${type}${numbers.map((value) => Math.round(value * 100) / 100).join(' ')}`;
}

function toFont(bytes: Uint8Array): Font {
  const copy = new Uint8Array(bytes);
  return parse(copy.buffer);
}
