import type { BriefCell, BriefRow } from '#domain/comparison/brief.ts';
import { type BriefRun, citeNumbers } from '#domain/comparison/brief-runs.ts';
import { xmlText } from '#domain/text/markup.ts';
import type { BriefTexts } from './texts.ts';

/** Runs as one line of text, each claim with the numbers of its references in brackets. */
export function plainRuns(runs: readonly BriefRun[]): string {
  const text = runs
    .map((run) => (run.cites.length === 0 ? run.text : `${run.text}[${citeNumbers(run.cites)}]`))
    .join('');
  return xmlText(text).replace(/\s*\n\s*/g, ' ');
}

/** A cell as a line of text; words without a source say so. */
export function plainCell(cell: BriefCell, texts: BriefTexts): string {
  return plainRuns(cell.runs) + (cell.unsupported ? texts.noSource : '');
}

/** What a row shows, or that nobody has written it. */
export function plainFinding(row: BriefRow, texts: BriefTexts): string {
  return row.finding === null ? texts.noFinding : plainRuns(row.finding);
}
