import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A query with what a person judged: 3 is what was asked for, 2 useful, 1 touches it, absent is 0. */
const Judged = z.array(
  z.object({
    id: z.string(),
    query: z.string(),
    lang: z.enum(['zh', 'en', 'mixed']),
    kind: z.string(),
    judgements: z.record(z.string(), z.number().int().min(1).max(3)),
  }),
);
export type JudgedQuery = z.infer<typeof Judged>[number];

/** Reads the judged queries. */
export function readJudgements(file: URL): JudgedQuery[] {
  return Judged.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export interface Measures {
  readonly ndcg: number;
  readonly mrr: number;
  /** Share of the useful cases among the first ten, of the ten at most that fit there. */
  readonly recall: number;
  /** The same, of all useful cases, however many. */
  readonly recallOfAll: number;
}

const DEPTH = 10;

/**
 * Measures one ranking: nDCG@10 with gain 2^g − 1 (Järvelin and Kekäläinen 2002), the rank of the first result
 * of grade 2 or more, and recall of grade 1 or more.
 */
export function measure(ids: readonly string[], { judgements }: JudgedQuery): Measures {
  const grades = ids.slice(0, DEPTH).map((id) => judgements[id] ?? 0);
  const ideal = Object.values(judgements).sort((a, b) => b - a);
  const first = grades.findIndex((grade) => grade >= 2);
  const found = grades.filter((grade) => grade >= 1).length;
  return {
    ndcg: gainOf(grades) / gainOf(ideal.slice(0, DEPTH)),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall: found / Math.min(DEPTH, ideal.length),
    recallOfAll: found / ideal.length,
  };
}

function gainOf(grades: readonly number[]): number {
  return grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
}

/** Mean of numbers; 0 of none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
