import type { Lexicon } from '../../ranking/lexicon.ts';
import type { GlossaryMatcher } from './glossary-matcher.ts';
import type { LatinWords } from './latin-words.ts';
import type { Readings } from './readings.ts';
import type { TermTable } from './term-table.ts';

/** What the library knows, against which a query is understood. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly table: TermTable;
  readonly glossary: GlossaryMatcher;
  readonly latin: LatinWords;
  readonly readings: Readings;
  /** Names of the user's own cases that letters may be read as, folded. */
  namesReadAs(letters: string, limit: number): string[];
  /** In how many documents a folded run of characters stands as it is. */
  countDocuments(run: string): number;
  /** Runs of the documents that are read as these syllables, those in most documents first. */
  findByReading(syllables: readonly string[], limit: number): string[];
}
