import type { Case, Problem } from '#contract/case-tree.ts';

/** The library as other services see it: every case that could be read, in memory, immutable. */
export interface Library {
  /** All cases, by id. */
  readonly cases: readonly Case[];
  /** What could not be taken in, and why. */
  readonly problems: readonly Problem[];
  find(id: string): Case | undefined;
  /** @throws OkmError CASE_NOT_FOUND, with the nearest ids */
  get(id: string): Case;
}
