import type { Section } from '#contract/case-tree.ts';
import type { Place } from '../case/problems.ts';

/** One file of a case as it was read, so that a fault can name its line. */
export interface SourceText {
  /** Path as problems name it. */
  readonly file: string;
  readonly text: string;
}

export interface Locator {
  /** Where the words at an offset of a section's plain text stand in the file. */
  inSection(section: Pick<Section, 'line' | 'text'>, start: number): Place;
  /** The first line that holds these words; the file's first line when none does. */
  ofWords(words: string): Place;
}

/** So many characters are looked for, or fewer where the line breaks or a mark interrupts the run. */
const SAMPLES = [24, 12, 6];

/** Finds lines and columns in a case file, from 1; citations are looked through, as the plain text leaves them out. */
export function createLocator({ file, text }: SourceText): Locator {
  const rows = text.replaceAll('\r\n', '\n').normalize('NFC').split('\n');
  return {
    inSection(section, start) {
      const words = (section.text.slice(start).split(/[\n\t]/, 1)[0] ?? '').slice(0, SAMPLES[0]);
      for (const length of SAMPLES) {
        const wanted = words.slice(0, length);
        for (let at = section.line; at < rows.length && !/^#{1,2} /.test(rows[at] ?? ''); at++) {
          const column = columnOf(rows[at] ?? '', wanted);
          if (column > 0) return { file, line: at + 1, column };
        }
      }
      return { file, line: section.line };
    },
    ofWords(words) {
      const at = rows.findIndex((row) => row.includes(words));
      return { file, line: Math.max(1, at + 1), column: Math.max(1, (rows[at] ?? '').indexOf(words) + 1) };
    },
  };
}

const citation = /[ \t]*\[@[^\]]*\][ \t]*/g;

/** Column of words in a row whose citations are looked through, from 1; 0 when they are not there. */
function columnOf(row: string, words: string): number {
  if (words === '') return 0;
  const direct = row.indexOf(words);
  if (direct >= 0) return direct + 1;
  let plain = '';
  const columns: number[] = [];
  let from = 0;
  const take = (until: number) => {
    for (let at = from; at < until; at++) columns.push(at + 1);
    plain += row.slice(from, until);
  };
  for (const match of row.matchAll(citation)) {
    take(match.index);
    from = match.index + match[0].length;
  }
  take(row.length);
  return columns[plain.indexOf(words)] ?? 0;
}
