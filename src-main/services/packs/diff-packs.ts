import type { Case } from '#contract/case-tree.ts';
import { type CaseDifference, diffCases } from '#domain/pack/diff-cases.ts';
import { readContents } from './pack-contents.ts';
import type { ReadPack } from './read-casepack.ts';

export interface PackDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Of cases that are in both and not the same: what changed in them. */
  readonly cases: readonly CaseDifference[];
}

/** Holds a pack against an earlier one, or its cases against those of the library. @throws OkmError PACK_* */
export async function diffPacks(
  after: ReadPack,
  before: ReadPack | undefined,
  find: (id: string) => Case | undefined,
): Promise<PackDifference> {
  const now = await readContents(after);
  if (!before) {
    const cases = now.cases.map(({ value }) => ({ value, old: find(value.id) }));
    const differing = cases.flatMap(({ value, old }) =>
      old && old.revision !== value.revision ? [diffCases(old, value)] : [],
    );
    return {
      added: cases.filter(({ old }) => old === undefined).map(({ value }) => value.id),
      removed: [],
      changed: differing.map(({ id }) => id),
      cases: differing,
    };
  }
  const earlier = await readContents(before);
  const sums = (pack: ReadPack) =>
    new Map(pack.manifest.contents.map(({ path, sha256 }) => [path as string, sha256]));
  const [a, b] = [sums(before), sums(after)];
  const old = new Map<string, Case>(earlier.cases.map(({ value }) => [value.id, value]));
  return {
    added: [...b.keys()].filter((path) => !a.has(path)),
    removed: [...a.keys()].filter((path) => !b.has(path)),
    changed: [...b.keys()].filter((path) => a.has(path) && a.get(path) !== b.get(path)),
    cases: now.cases.flatMap(({ value }) => {
      const one = old.get(value.id);
      return one && one.revision !== value.revision ? [diffCases(one, value)] : [];
    }),
  };
}
