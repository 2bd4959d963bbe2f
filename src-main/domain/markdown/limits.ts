import type { Problem } from '#contract/case-tree.ts';
import { type Place, problem } from '../case/problems.ts';

/** A case file may hold this many bytes. */
export const MAX_CASE_BYTES = 512 * 1024;

/**
 * Bounds of one section, checked in linear time before any Markdown is parsed: the parser's time grows with
 * the square of nested quotes, open brackets and the like, and with these bounds stays far below a second.
 */
const limits = {
  characters: 64 * 1024,
  lineLength: 16 * 1024,
  quoteDepth: 3,
  indent: 32,
  quoteBlocks: 300,
  listItems: 1000,
  brackets: 1000,
  columns: 20,
  backticks: 16,
} as const;

/** The first bound that a section breaks, if any. */
export function findLimit(text: string, place: Place): Problem | undefined {
  const over = (name: keyof typeof limits, actual: number, line: number) =>
    problem(
      'text-limit',
      { ...place, line },
      { detail: name, actual: `${actual}`, expected: [`${limits[name]}`] },
    );
  if (text.length > limits.characters) return over('characters', text.length, place.line);
  let quotes = 0;
  let items = 0;
  let brackets = 0;
  let line = place.line;
  for (const row of text.split('\n')) {
    if (row.length > limits.lineLength) return over('lineLength', row.length, line);
    const lead = /^[ \t>]*/.exec(row)?.[0] ?? '';
    const depth = lead.split('>').length - 1;
    if (depth > limits.quoteDepth) return over('quoteDepth', depth, line);
    const indent = lead.replaceAll('>', '').length;
    if (indent > limits.indent) return over('indent', indent, line);
    if (depth > 0 && ++quotes > limits.quoteBlocks) return over('quoteBlocks', quotes, line);
    if (/^(?:[-*+]|\d+[.)])[ \t]/.test(row.slice(lead.length)) && ++items > limits.listItems) {
      return over('listItems', items, line);
    }
    brackets += row.split('[').length - 1;
    if (brackets > limits.brackets) return over('brackets', brackets, line);
    if (row.startsWith('|') && row.split('|').length - 2 > limits.columns) {
      return over('columns', row.split('|').length - 2, line);
    }
    const ticks = Math.max(0, ...(row.match(/`+/g) ?? []).map((run) => run.length));
    if (ticks > limits.backticks) return over('backticks', ticks, line);
    line++;
  }
  return undefined;
}

// C0 but tab, line feed and carriage return; bidirectional controls; halves of surrogate pairs.
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Characters that no case may hold, the first of each line. */
export function findForbidden(text: string, file: string): Problem[] {
  const found: Problem[] = [];
  text.split('\n').forEach((row, index) => {
    forbidden.lastIndex = 0;
    const match = forbidden.exec(row);
    if (match) {
      const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      found.push(
        problem(
          'text-character',
          { file, line: index + 1, column: match.index + 1 },
          { actual: `U+${code}` },
        ),
      );
    }
  });
  return found;
}
