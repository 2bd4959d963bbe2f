export interface SectionChunk {
  readonly heading: string;
  /** Line of the heading in the file, from 1. */
  readonly line: number;
  readonly markdown: string;
}

/**
 * Cuts a body at its headings of the first and second level.
 *
 * @param bodyLine line of the file on which the body begins, from 1
 */
export function splitSections(
  body: string,
  bodyLine: number,
): { before: string; sections: readonly SectionChunk[] } {
  const rows = body.split('\n');
  const starts = rows.flatMap((row, index) => (/^#{1,2} /.test(row) ? [index] : []));
  return {
    before: rows.slice(0, starts[0] ?? rows.length).join('\n'),
    sections: starts.map((start, index) => ({
      heading: (rows[start] ?? '').replace(/^#+ /, '').trim(),
      line: bodyLine + start,
      markdown: rows.slice(start + 1, starts[index + 1] ?? rows.length).join('\n'),
    })),
  };
}
