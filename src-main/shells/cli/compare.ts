import type { Case } from '#contract/case-tree.ts';
import { splitCited } from '#contract/cited-text.ts';
import { MAX_CASES, MIN_CASES } from '#contract/comparisons.ts';
import { OkmError } from '#contract/errors.ts';
import type { Language } from '#contract/ids.ts';
import { rowTitle } from '#contract/rows.ts';
import { draftCell } from '#domain/comparison/draft-cell.ts';
import { rowsOf } from '#services/comparisons/comparison-service.ts';
import type { Library } from '#services/library/library.ts';
import type { Arguments } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** The cases that a command names, each once. @throws OkmError CASE_NOT_FOUND, COMPARISON_SIZE */
export function casesToCompare(ids: readonly string[], library: Library): readonly Case[] {
  const distinct = [...new Set(ids)];
  if (distinct.length < MIN_CASES || distinct.length > MAX_CASES) {
    throw new OkmError('COMPARISON_SIZE', { count: distinct.length });
  }
  return distinct.map((id) => library.get(id));
}

/** `okm compare ID ID…`: what the cases themselves say for the rows of a meeting, side by side. Stores nothing. */
export function compare(args: Arguments, terminal: Terminal, session: Session): number {
  const cases = casesToCompare(args.words, session.program.services.library.library);
  if (args.json) terminal.json(table(cases, args.language));
  else {
    for (const [at, language] of args.languages.entries()) {
      if (at > 0) terminal.out('');
      printTable(cases, language, terminal);
    }
  }
  return 0;
}

function table(cases: readonly Case[], language: Language) {
  return {
    cases: cases.map(({ id, front }) => ({ id, title: front.title[language] })),
    rows: rowsOf('meeting').map((row) => ({
      row,
      title: rowTitle(row, [], language),
      cells: cases.map((one) => {
        const { text, nothing, claims } = draftCell(one, row, language);
        return { case: one.id, text, nothing, refs: [...new Set(claims.flatMap((claim) => claim.refs))] };
      }),
    })),
  };
}

function printTable(cases: readonly Case[], language: Language, terminal: Terminal): void {
  const { rows, cases: heads } = table(cases, language);
  for (const { title, cells } of rows) {
    terminal.out('');
    terminal.out(`## ${title}`);
    for (const [at, cell] of cells.entries()) {
      terminal.out('');
      terminal.out(heads[at]?.title ?? cell.case);
      terminal.out(`  ${plainCitations(cell.text)}`);
    }
  }
}

function plainCitations(text: string): string {
  return splitCited(text)
    .map((run) => (run.refs.length > 0 ? `${run.text}[${run.refs.join('; ')}]` : run.text))
    .join('');
}
