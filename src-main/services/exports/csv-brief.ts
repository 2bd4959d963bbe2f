import Papa from 'papaparse';
import { plainText } from '#domain/citation/text-run.ts';
import type { Brief, BriefRow } from '#domain/comparison/brief.ts';
import { xmlText } from '#domain/text/markup.ts';
import { plainCell, plainFinding } from './plain-cells.ts';
import { briefTexts } from './texts.ts';

/** A text that a spreadsheet would run as a formula, or take apart; it gets an apostrophe before it. Controls are cut before. */
export const formulaLike = /^[\s\ufeff"']*[=+\-@＝＋－＠\t\r\n]/;

/**
 * A brief's table as CSV for spreadsheets: a row a line under its id, its sources in the last column, so that
 * each line says where it comes from. UTF-8 with a byte order mark, without which Excel misreads Chinese.
 */
export function writeBriefCsv(brief: Brief): Uint8Array {
  const texts = briefTexts[brief.language];
  const withFindings = brief.findings.length > 0;
  const head = [
    'id',
    texts.groupHead,
    texts.rowHead,
    ...brief.cases.map((one) => one.short),
    ...(withFindings ? [texts.finding] : []),
    texts.references,
  ];
  const lines = brief.groups.flatMap((group) =>
    group.rows.map((row) => [
      row.id,
      group.title,
      row.title,
      ...row.cells.map((cell) => plainCell(cell, texts)),
      ...(withFindings ? [plainFinding(row, texts)] : []),
      sources(brief, row),
    ]),
  );
  const csv = Papa.unparse(
    [head, ...lines].map((line) => line.map(xmlText)),
    { escapeFormulae: formulaLike, newline: '\n' },
  );
  return new TextEncoder().encode(`\ufeff${csv}\n`);
}

function sources(brief: Brief, row: BriefRow): string {
  const runs = [...row.cells.flatMap((cell) => cell.runs), ...(row.finding ?? [])];
  const cited = new Set(runs.flatMap((run) => run.cites.map(({ number }) => number)));
  if (brief.citing === 'notes') {
    return runs
      .flatMap(({ mark }) => (mark?.kind === 'note' ? [`[${mark.number}] ${plainText(mark.runs)}`] : []))
      .join(' ');
  }
  return brief.references
    .filter(({ number }) => cited.has(number))
    .map((one) => (brief.citing === 'numbers' ? `[${one.number}] ` : '') + plainText(one.runs))
    .join(' ');
}
