import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { plainText } from '#domain/citation/text-run.ts';
import { type Brief, notesOfBrief } from '#domain/comparison/brief.ts';
import { xmlText } from '#domain/text/markup.ts';
import { plainCell, plainFinding } from './plain-cells.ts';
import { briefTexts } from './texts.ts';

/** The first moment that a zip can name. */
const epoch = new Date(1980, 0, 1);
const surface = '#F4F3F1';
const faded = '#6B665E';

/**
 * A brief as a workbook: the comparison, its cases, its references, a sheet each. Every cell is text and none a
 * formula; equal briefs give equal bytes.
 */
export async function writeBriefXlsx(brief: Brief): Promise<Uint8Array> {
  const texts = briefTexts[brief.language];
  const withFindings = brief.findings.length > 0;
  const notes = notesOfBrief(brief);
  const width = (count: number, each: number) => Array.from({ length: count }, () => ({ width: each }));
  const book = writeXlsxFile([
    {
      sheet: texts.sheets.rows,
      data: rowsSheet(brief),
      columns: [{ width: 16 }, { width: 20 }, ...width(brief.cases.length, 40), ...width(+withFindings, 36)],
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
      orientation: 'landscape',
    },
    {
      sheet: texts.sheets.cases,
      data: casesSheet(brief),
      columns: [{ width: 36 }, { width: 16 }, { width: 22 }, { width: 18 }, { width: 36 }],
      stickyRowsCount: 1,
    },
    {
      sheet: texts.references,
      data: brief.references.map(({ number, runs, note }): Cell[] => [
        ...(brief.citing === 'numbers' ? [numberCell(number)] : []),
        text(plainText(runs) + (note === null ? '' : texts.note(note))),
      ]),
      columns: [...(brief.citing === 'numbers' ? [{ width: 6 }] : []), { width: 110 }],
    },
    ...(notes.length === 0
      ? []
      : [
          {
            sheet: texts.notes,
            data: notes.map(({ number, runs }): Cell[] => [numberCell(number), text(plainText(runs))]),
            columns: [{ width: 6 }, { width: 110 }],
          },
        ]),
  ]);
  return steady(await book.toBuffer());
}

function numberCell(value: number): Cell {
  return { value, type: Number, alignVertical: 'top' };
}

function rowsSheet(brief: Brief): SheetData {
  const texts = briefTexts[brief.language];
  const withFindings = brief.findings.length > 0;
  const titles = [
    texts.groupHead,
    texts.rowHead,
    ...brief.cases.map((one) => one.short),
    ...(withFindings ? [texts.finding] : []),
  ];
  return [
    head(titles),
    ...brief.groups.flatMap((group) =>
      group.rows.map((row) => [
        text(group.title, { textColor: faded }),
        text(row.title, { fontWeight: 'bold' }),
        ...row.cells.map((cell) =>
          text(plainCell(cell, texts), {
            ...(cell.nothing ? { textColor: faded } : {}),
            ...(cell.unsupported
              ? { fillPatternStyle: 'lightUp', fillPatternColor: '#BDB8AE', backgroundColor: '#FFFFFF' }
              : {}),
          }),
        ),
        ...(withFindings ? [text(plainFinding(row, texts), { backgroundColor: surface })] : []),
      ]),
    ),
  ];
}

function casesSheet(brief: Brief): SheetData {
  const { columns } = briefTexts[brief.language];
  return [
    head([columns.case, columns.type, columns.place, columns.period, 'id']),
    ...brief.cases.map((one) =>
      [one.title, one.type, one.place, one.period, one.id].map((part) => text(part)),
    ),
  ];
}

type Style = Partial<
  Omit<Exclude<Cell, string | number | boolean | Date | null | undefined>, 'value' | 'type'>
>;

function text(value: string, style: Style = {}): Cell {
  return { ...style, value: xmlText(value), type: String, wrap: true, alignVertical: 'top' } as Cell;
}

function head(titles: readonly string[]): Cell[] {
  return titles.map((title) => text(title, { fontWeight: 'bold', backgroundColor: surface }));
}

const fontParts = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

/** The parts of a font in the order that the schema of a workbook wants them in. */
function orderedFonts(xml: string): string {
  return xml.replace(/<font>(.*?)<\/font>/g, (_, inner: string) => {
    const parts = [...inner.matchAll(/<(\w+)[^>]*\/>/g)].map(([whole, name = '']) => ({ whole, name }));
    parts.sort((a, b) => fontParts.indexOf(a.name) - fontParts.indexOf(b.name));
    return `<font>${parts.map(({ whole }) => whole).join('')}</font>`;
  });
}

/** The same entries in one order and at one time. */
export function steady(bytes: Uint8Array): Uint8Array {
  const entries = Object.entries(unzipSync(bytes));
  const styles = 'xl/styles.xml';
  for (const entry of entries) if (entry[0] === styles) entry[1] = strToU8(orderedFonts(strFromU8(entry[1])));
  const first = '[Content_Types].xml';
  entries.sort(([a], [b]) => (a === first ? -1 : b === first ? 1 : a < b ? -1 : 1));
  return zipSync(Object.fromEntries(entries), { mtime: epoch, level: 9 });
}
