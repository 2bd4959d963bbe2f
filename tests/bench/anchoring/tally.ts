import type { AnchorStatus } from '#contract/annotations.ts';
import { lengths, type Trial } from './trials.ts';

/** Where a way of anchoring put a note, and whether it would have asked. */
export interface Outcome {
  readonly status: AnchorStatus;
  readonly place: { readonly section: string; readonly start: number; readonly end: number } | undefined;
}

/** What came of a note, held against what is known to be true. */
export type Verdict = 'right' | 'wrong' | 'asked-right' | 'asked-wrong' | 'orphan';
export const verdicts: readonly Verdict[] = ['right', 'wrong', 'asked-right', 'asked-wrong', 'orphan'];

/** Holds an outcome against the truth: a place is right when it shares more than half with the true one. */
export function judgeOutcome({ truth }: Trial, { status, place }: Outcome): Verdict {
  if (status === 'orphan' || !place) return 'orphan';
  const isRight =
    truth.fate !== 'deleted' && place.section === truth.section && share(place, truth.span) >= 0.5;
  if (status === 'to-confirm') return isRight ? 'asked-right' : 'asked-wrong';
  return isRight ? 'right' : 'wrong';
}

function share(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

export type Counts = Record<Verdict, number>;
export type Tally = Map<string, Counts>;

/** Counts a verdict under each of the keys. */
export function count(tally: Tally, keys: readonly string[], verdict: Verdict): void {
  for (const key of keys) {
    const counts = tally.get(key) ?? { right: 0, wrong: 0, 'asked-right': 0, 'asked-wrong': 0, orphan: 0 };
    counts[verdict]++;
    tally.set(key, counts);
  }
}

export function totalOf(counts: Counts | undefined): number {
  return counts ? verdicts.reduce((sum, verdict) => sum + counts[verdict], 0) : 0;
}

/** `4–7` and so on. */
export function lengthName(index: number): string {
  return lengths[index]?.join('–') ?? '';
}
