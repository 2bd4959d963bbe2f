import { plainText } from '#domain/citation/text-run.ts';
import { type Brief, type BriefRow, notesOfBrief } from '#domain/comparison/brief.ts';
import { escapeMarkup, xmlText } from '#domain/text/markup.ts';
import { plainCell, plainFinding } from './plain-cells.ts';
import { briefTexts } from './texts.ts';

/** A table for the clipboard: with its looks for word processors and slides, and as bare text for the rest. */
export interface ClipboardTable {
  readonly html: string;
  /** Tab-separated lines, as spreadsheets take them. */
  readonly text: string;
}

const cellStyle = 'border:0.5pt solid #86837d;padding:3pt 5pt;vertical-align:top;text-align:left';
/** The first column is the narrowest otherwise, and its words the most broken. */
const headStyle = `${cellStyle};min-width:60pt;background:#f5f3ef;font-weight:bold`;
const unsupportedStyle = `${cellStyle};background:#fdf3e0`;

/**
 * A brief's table as the clipboard carries it, its sources after it. Everything is said in the style of the
 * elements themselves, since what Word, WPS and slide programs paste keeps no style sheet.
 */
export function clipboardTable(brief: Brief, isTurned: boolean): ClipboardTable {
  const texts = briefTexts[brief.language];
  const rows = brief.groups.flatMap((group) => group.rows);
  const withFindings = brief.findings.length > 0;
  const head = ['', ...brief.cases.map((one) => one.short), ...(withFindings ? [texts.finding] : [])];
  const lines = rows.map((row): Cell[] => [
    { text: row.title, isHead: true },
    ...row.cells.map((cell) => ({ text: plainCell(cell, texts), isUnsupported: cell.unsupported })),
    ...(withFindings ? [{ text: plainFinding(row, texts) }] : []),
  ]);
  const upright = [head.map((text): Cell => ({ text, isHead: true })), ...lines];
  const table = isTurned ? turn(upright) : upright;
  const sources = sourcesOf(brief, rows);
  const lang = brief.language === 'zh' ? 'zh-CN' : 'en-GB';
  const body = table.map((line) => `<tr>${line.map(cellHtml).join('')}</tr>`).join('');
  const list = sources
    .map((line) => `<p style="font-size:9pt;margin:2pt 0">${escapeMarkup(xmlText(line))}</p>`)
    .join('');
  return {
    html:
      `<div lang="${lang}"><table style="border-collapse:collapse;font-size:10.5pt" cellspacing="0">` +
      `<tbody>${body}</tbody></table>${list}</div>`,
    text: [
      ...table.map((line) => line.map(({ text }) => bare(text)).join('\t')),
      '',
      ...sources.map(bare),
    ].join('\n'),
  };
}

interface Cell {
  readonly text: string;
  readonly isHead?: boolean;
  readonly isUnsupported?: boolean;
}

function cellHtml({ text, isHead = false, isUnsupported = false }: Cell): string {
  const style = isHead ? headStyle : isUnsupported ? unsupportedStyle : cellStyle;
  const name = isHead ? 'th' : 'td';
  return `<${name} style="${style}">${escapeMarkup(xmlText(text))}</${name}>`;
}

function turn(lines: readonly (readonly Cell[])[]): Cell[][] {
  const width = lines[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) =>
    lines.flatMap((line) => {
      const cell = line[column];
      return cell === undefined ? [] : [cell];
    }),
  );
}

/** A cell that begins like a formula would be run by a spreadsheet that it is pasted into. */
function bare(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^\s*[=+@＝＋＠-]/.test(line) ? `'${line}` : line;
}

function sourcesOf(brief: Brief, rows: readonly BriefRow[]): string[] {
  if (brief.citing === 'notes') {
    return notesOfBrief(brief).map(({ number, runs }) => `[${number}] ${plainText(runs)}`);
  }
  const runs = rows.flatMap((row) => [...row.cells.flatMap((cell) => cell.runs), ...(row.finding ?? [])]);
  const cited = new Set(runs.flatMap((run) => run.cites.map(({ number }) => number)));
  return brief.references
    .filter(({ number }) => cited.has(number))
    .map((one) => (brief.citing === 'numbers' ? `[${one.number}] ` : '') + plainText(one.runs));
}
