import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { findEntry, vocabulary } from '#contract/vocabulary.ts';
import { type CaseReport, type Crossing, crossCases, reportCase, silences } from './library-report.ts';
import { type ReportTexts, reportTexts } from './report-texts.ts';

/** The report as writers take it: headings, paragraphs and tables, all in one language. */
export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  readonly lead: readonly string[];
  readonly parts: readonly ReportPart[];
}

export interface ReportPart {
  readonly heading: string;
  readonly before: readonly string[];
  readonly table: ReportTable;
  readonly after: readonly string[];
}

export interface ReportTable {
  readonly head: readonly string[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly string[])[];
  /** Columns that hold numbers. */
  readonly numeric: readonly number[];
}

/** Draws up the report of a library in one language. */
export function reportDocument(cases: readonly Case[], language: Language): ReportDocument {
  const texts = reportTexts[language];
  const reports = cases.map(reportCase);
  return {
    language,
    title: texts.title,
    lead: [...leadOf(reports, texts, language), texts.generated],
    parts: [
      ...crossings.map(([rows, columns]) => crossingPart(crossCases(cases, rows, columns), texts, language)),
      silencePart(reports, texts),
      listPart(cases, reports, texts, language),
    ],
  };
}

const crossings = [
  ['type', 'dimensions'],
  ['type', 'level'],
  ['type', 'period'],
  ['level', 'dimensions'],
  ['type', 'lifecycle'],
] as const;

function leadOf(reports: readonly CaseReport[], texts: ReportTexts, language: Language): string[] {
  const total = (count: (report: CaseReport) => number) =>
    reports.reduce((sum, report) => sum + count(report), 0);
  const factual = total(({ sentences }) => sentences.factual);
  const cited = total(({ sentences, citedShare }) => sentences.factual * citedShare);
  const kinds = vocabulary.sourceKind.map(
    (kind) => `${kind[language]} ${total(({ sources }) => sources[kind.id])}`,
  );
  return [
    fill(
      texts.totals,
      {
        cases: reports.length,
        inSeed: total(({ inSeed }) => Number(inSeed)),
        both: total(({ languages }) => Number(languages.length === 2)),
        figures: total(({ figures }) => figures),
        sources: total(({ sources }) => Object.values(sources).reduce((sum, count) => sum + count, 0)),
        independent: total(({ independent }) => independent),
      },
      language,
    ),
    fill(
      texts.evidence,
      {
        total: total(({ sentences }) => sentences.total),
        factual,
        share: percent(factual === 0 ? 1 : cited / factual),
      },
      language,
    ),
    fill(texts.kinds, { kinds: kinds.join(language === 'zh' ? '、' : ', ') }, language),
  ];
}

function crossingPart(
  { rows, columns, counts }: Crossing,
  texts: ReportTexts,
  language: Language,
): ReportPart {
  const label = (id: string) =>
    columns === 'period'
      ? texts.periods[id as keyof typeof texts.periods]
      : (findEntry(columns, id)?.[language] ?? id);
  const rowLabel = (id: string) => findEntry(rows, id)?.[language] ?? id;
  const ids = counts[0]?.cells.map(({ id }) => id) ?? [];
  const empty = counts.flatMap((row) =>
    row.cells.filter(({ cases }) => cases.length === 0).map(({ id }) => `${rowLabel(row.id)} × ${label(id)}`),
  );
  const heading = texts.crossings[`${rows}-${columns}` as keyof typeof texts.crossings];
  return {
    heading,
    before: columns === 'dimensions' || columns === 'lifecycle' ? [texts.several] : [],
    table: {
      head: [texts.rows[rows], ...ids.map(label)],
      rows: counts.map((row) => [rowLabel(row.id), ...row.cells.map(({ cases }) => String(cases.length))]),
      numeric: ids.map((_, index) => index + 1),
    },
    after: [
      empty.length === 0
        ? texts.noEmptyCells
        : fill(texts.emptyCells, { cells: empty.join(language === 'zh' ? '、' : '; ') }, language),
    ],
  };
}

/** With more cases than these a list of names says less than the number. */
const MAX_NAMED = 15;

function silencePart(reports: readonly CaseReport[], texts: ReportTexts): ReportPart {
  const rows = silences.map((id) => {
    const named = reports.filter(({ silent }) => silent.includes(id)).map((report) => report.id);
    const which = named.length > MAX_NAMED ? '' : named.join(', ') || texts.none;
    return [texts.silences[id], String(named.length), which];
  });
  return {
    heading: texts.silence,
    before: [texts.silenceNote],
    table: { head: [texts.field, texts.cases, texts.which], rows, numeric: [1] },
    after: [],
  };
}

function listPart(
  cases: readonly Case[],
  reports: readonly CaseReport[],
  texts: ReportTexts,
  language: Language,
): ReportPart {
  const rows = reports.map((report, index) => {
    const title = cases[index]?.front.title[language] ?? report.id;
    return [
      `${report.inSeed ? '● ' : ''}${title}`,
      findEntry('type', report.type)?.[language] ?? report.type,
      findEntry('level', report.level)?.[language] ?? report.level,
      String(report.sentences.total),
      percent(report.citedShare),
      String(Object.values(report.sources).reduce((sum, count) => sum + count, 0)),
      String(report.independent),
      report.newest === null ? '–' : String(report.newest),
      String(report.figures),
    ];
  });
  return {
    heading: texts.list,
    before: [texts.seed],
    table: { head: texts.columns, rows, numeric: [3, 4, 5, 6, 7, 8] },
    after: [],
  };
}

function fill(text: string, values: Readonly<Record<string, string | number>>, language: Language): string {
  // Chinese groups no digits of four or fewer.
  const numbers = new Intl.NumberFormat(language, { useGrouping: language === 'zh' ? 'min2' : true });
  return text.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key] ?? '';
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** Rounded down, so that 100 % means every one. */
function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10}%`;
}
