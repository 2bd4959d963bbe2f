import type { BriefCell, BriefRow } from '#domain/comparison/brief.ts';
import { type BriefRun, markText } from '#domain/comparison/brief-runs.ts';
import { xmlText } from '#domain/text/markup.ts';
import type { BriefTexts } from './texts.ts';

/** Runs as one line of text, each claim with its citation; that of a note is its number. */
export function plainRuns(runs: readonly BriefRun[]): string {
  const text = runs.map((run) => run.text + (run.mark === null ? '' : markText(run.mark))).join('');
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
