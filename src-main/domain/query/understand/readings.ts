/** How Chinese characters are read, without tones; `ü` is written `v`. */
export interface Readings {
  /** All readings of a character; none where it is not known. */
  of(character: string): readonly string[];
  /** Whether letters are one syllable. */
  isSyllable(letters: string): boolean;
  /** Ways of cutting letters into syllables, the fewest syllables first, at most `limit`. */
  cut(letters: string, limit: number): string[][];
}

/** Longest syllable (`zhuang`). */
const MAX_SYLLABLE = 6;

/** Makes readings from the characters of each syllable, as the index file has them. */
export function toReadings(bySyllable: Readonly<Record<string, string>>): Readings {
  const byCharacter = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(bySyllable)) {
    for (const character of characters) {
      const found = byCharacter.get(character);
      if (found) found.push(syllable);
      else byCharacter.set(character, [syllable]);
    }
  }
  const syllables = new Set(Object.keys(bySyllable));
  // `lu` may be typed for `lv`, as keyboards without ü have it.
  const isSyllable = (letters: string) => syllables.has(letters);
  return {
    of: (character) => byCharacter.get(character) ?? [],
    isSyllable,
    cut: (letters, limit) => cutLetters(letters, isSyllable, limit),
  };
}

function cutLetters(letters: string, isSyllable: (part: string) => boolean, limit: number): string[][] {
  // Ways to cut the rest from each place, the best few of each kept, so that the work stays linear.
  const ways: string[][][] = Array.from({ length: letters.length + 1 }, () => []);
  ways[letters.length] = [[]];
  for (let at = letters.length - 1; at >= 0; at--) {
    const here: string[][] = [];
    for (let end = Math.min(letters.length, at + MAX_SYLLABLE); end > at; end--) {
      const part = letters.slice(at, end);
      if (!isSyllable(part)) continue;
      for (const rest of ways[end] ?? []) here.push([part, ...rest]);
    }
    ways[at] = here.sort((a, b) => a.length - b.length).slice(0, limit);
  }
  return ways[0] ?? [];
}

const fuzzyStarts: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
];

/** A syllable with those sounds made one that speakers often mix: z and zh, c and ch, s and sh, n and ng. */
export function blurSyllable(syllable: string): string {
  const start = fuzzyStarts.reduce((text, [from, into]) => text.replace(from, into), syllable);
  return start.replace(/ng$/, 'n');
}
