import { tokens } from '#domain/analyser/analyse.ts';
import { splitRuns } from '#domain/query/understand/runs.ts';
import type { Condition } from '#domain/query/understand/understood.ts';
import { holdsWord, normalisePhrase } from '#domain/ranking/find-word.ts';

/** What a condition is verified on: a case's folded texts, and whether the index has a term in it. */
export interface Evidence {
  readonly texts: readonly string[];
  hasTerm(term: string): boolean;
}

/** Whether a case holds what a query demands or forbids. */
export function holdsCondition(condition: Pick<Condition, 'kind' | 'text'>, evidence: Evidence): boolean {
  const stands = (word: string, open: boolean) => evidence.texts.some((text) => holdsWord(text, word, open));
  if (condition.kind === 'phrase') return stands(normalisePhrase(condition.text), false);
  const open = condition.kind === 'prefix';
  return splitRuns(condition.text).every(({ kind, text }) => {
    if (kind === 'han' || open) return stands(text, open);
    // A Latin word is held in any of its forms: `planner` in `planners`.
    const terms = tokens(text);
    return terms.length > 0 ? terms.every(({ term }) => evidence.hasTerm(term)) : stands(text, false);
  });
}
