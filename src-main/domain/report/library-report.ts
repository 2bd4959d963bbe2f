import type { SourceKind } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { vocabulary } from '#contract/vocabulary.ts';

/** What a library holds and how well it is evidenced, case by case. */
export interface CaseReport {
  readonly id: string;
  readonly type: string;
  readonly inSeed: boolean;
  readonly languages: readonly Language[];
  readonly level: string;
  readonly dimensions: readonly string[];
  readonly period: PeriodId;
  /** Sentences of the main text, and those that state facts. */
  readonly sentences: { readonly total: number; readonly factual: number };
  /** Share of the factual sentences that cite a source, 0 to 1. */
  readonly citedShare: number;
  /** References by kind. */
  readonly sources: Readonly<Record<SourceKind, number>>;
  /** Voices among them, all kinds together. */
  readonly independent: number;
  readonly newest: number | null;
  readonly figures: number;
  /** Fields about which no source says anything, or of which sources disagree so that nothing can be said. */
  readonly silent: readonly SilenceId[];
}

export const periods = ['before-1990', '1990', '2000', '2010', '2015', '2020', 'not-stated'] as const;
export type PeriodId = (typeof periods)[number];

export const silences = [
  'start',
  'funding',
  'participation',
  'tools',
  'role',
  'capability',
  'sustainability',
  'operate',
  'maintain',
  'transfer',
  'figures',
  'independent-voice',
] as const;
/** Something that a case does not say; `independent-voice`: only its promoter and officials speak. */
export type SilenceId = (typeof silences)[number];

export interface Crossing {
  readonly rows: 'type' | 'level';
  readonly columns: 'dimensions' | 'level' | 'period' | 'lifecycle';
  /** Cases by row and column: `counts[row][column]`. A case may stand in several columns. */
  readonly counts: readonly { readonly id: string; readonly cells: readonly Cell[] }[];
}

interface Cell {
  readonly id: string;
  readonly cases: readonly string[];
}

/** The evidence of each case, and what it leaves unsaid. */
export function reportCase({ id, front, texts, evidence }: Case): CaseReport {
  const { factual, total, cited } = evidence.sentences;
  return {
    id,
    type: front.type,
    inSeed: front.inSeed,
    languages: (['zh', 'en'] as const).filter((language) => language in texts),
    level: front.level,
    dimensions: listOf(front.dimensions).map((dimension) => dimension.id),
    period: periodOf(front.period.start),
    sentences: { total, factual },
    citedShare: factual === 0 ? 1 : Math.round((cited / factual) * 10_000) / 10_000,
    sources: evidence.sources,
    independent: sum(Object.values(evidence.independent)),
    newest: evidence.newest,
    figures: front.figures.length,
    silent: silencesOf({ front, evidence }),
  };
}

/** Cases by two of their properties. */
export function crossCases(
  cases: readonly Case[],
  rows: 'type' | 'level',
  columns: Crossing['columns'],
): Crossing {
  const columnIds =
    columns === 'period' ? [...periods] : vocabulary[columns].map((entry): string => entry.id);
  return {
    rows,
    columns,
    counts: vocabulary[rows].map((row) => ({
      id: row.id,
      cells: columnIds.map((id) => ({
        id,
        cases: cases
          .filter(({ front }) => front[rows] === row.id && columnsOf(front, columns).includes(id))
          .map((value) => value.id),
      })),
    })),
  };
}

function columnsOf(front: Case['front'], columns: Crossing['columns']): string[] {
  switch (columns) {
    case 'dimensions':
    case 'lifecycle':
      return listOf<{ readonly id: string }>(front[columns]).map(({ id }) => id);
    case 'level':
      return [front.level];
    case 'period':
      return [periodOf(front.period.start)];
  }
}

function silencesOf({ front, evidence }: Pick<Case, 'front' | 'evidence'>): SilenceId[] {
  const stages = new Set(listOf(front.lifecycle).map(({ id }) => id));
  const { law, plan, scholarly, press } = evidence.sources;
  const isSilent: Readonly<Record<SilenceId, boolean>> = {
    start: periodOf(front.period.start) === 'not-stated',
    funding: typeof front.funding === 'string',
    participation: typeof front.participation === 'string',
    tools: typeof front.tools === 'string',
    role: typeof front.concerns.role === 'string',
    capability: typeof front.concerns.capability === 'string',
    sustainability: typeof front.concerns.sustainability === 'string',
    operate: !stages.has('operate'),
    maintain: !stages.has('maintain'),
    transfer: front.transfer.length === 0,
    figures: front.figures.length === 0,
    'independent-voice': law + plan + scholarly + press === 0,
  };
  return silences.filter((id) => isSilent[id]);
}

function periodOf(start: Case['front']['period']['start']): PeriodId {
  const year = Number(String(start).slice(0, 4));
  if (!Number.isInteger(year)) return 'not-stated';
  if (year < 1990) return 'before-1990';
  return periods.findLast((id) => /^\d/.test(id) && Number(id) <= year) ?? 'not-stated';
}

function listOf<T>(value: readonly T[] | string): readonly T[] {
  return typeof value === 'string' ? [] : value;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
