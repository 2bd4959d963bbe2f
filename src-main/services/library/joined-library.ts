import type { Case, Problem } from '#contract/case-tree.ts';
import { OkmError } from '#contract/errors.ts';
import type { CaseSummary } from '#contract/library.ts';
import { problem } from '#domain/case/problems.ts';
import { nearest } from '#domain/text/nearest.ts';
import type { OwnHead } from '../own-cases/catalogue.ts';
import type { OwnCaseFolder } from '../own-cases/own-case-folder.ts';
import type { Library, OwnRevision } from './library.ts';

/** What stands in the folder of own cases once it is seen beside the bundled ones. */
interface Joined {
  readonly byId: ReadonlyMap<string, OwnHead>;
  readonly summaries: readonly CaseSummary[];
  readonly own: readonly OwnRevision[];
  /** Own cases that are not shown because their id is taken. */
  readonly clashes: readonly Problem[];
  readonly problems: readonly Problem[];
}

export type JoinedLibrary = Library & {
  /** Own cases whose id another case has: nothing of them is shown. By key of the case. */
  clashes(): readonly Problem[];
};

/**
 * The bundled cases and the user's own as one library. A bundled case always keeps its id: an own case with
 * the same one is left out and named, and of two own cases the first stays.
 */
export function joinLibraries(bundled: Library, own: OwnCaseFolder): JoinedLibrary {
  const listeners = new Set<(ids: ReadonlySet<string>) => void>();
  let joined: Joined | undefined;
  const now = () => {
    joined ??= join(bundled, own);
    return joined;
  };
  own.onChange((keys) => {
    const before = now();
    joined = undefined;
    const after = now();
    const ids = new Set<string>();
    for (const [id, head] of before.byId) if (after.byId.get(id)?.revision !== head.revision) ids.add(id);
    for (const id of after.byId.keys()) if (!before.byId.has(id)) ids.add(id);
    if (ids.size === 0 && keys.size === 0) return;
    for (const listener of listeners) listener(ids);
  });
  const find = (id: string): Case | undefined => {
    const head = now().byId.get(id);
    return bundled.find(id) ?? (head && own.read(head));
  };
  return {
    cases: bundled.cases,
    get problems() {
      return now().problems;
    },
    clashes: () => now().clashes,
    summaries: () => now().summaries,
    own: () => now().own,
    *all() {
      const { summaries, byId } = now();
      for (const { id } of summaries) {
        const head = byId.get(id);
        const value = head ? own.pass(head) : bundled.find(id);
        if (value) yield value;
      }
    },
    find,
    get(id) {
      const found = find(id);
      if (found) return found;
      const ids = now().summaries.map((one) => one.id);
      throw new OkmError('CASE_NOT_FOUND', { id: id.slice(0, 80), nearest: nearest(id, ids, 3) });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function join(bundled: Library, own: OwnCaseFolder): Joined {
  const byId = new Map<string, OwnHead>();
  const clashes: Problem[] = [];
  const problems: Problem[] = [...bundled.problems, ...own.oddFiles()];
  for (const head of own.heads().values()) {
    const { summary, key, stamps } = head;
    if (head.isOld || !summary) problems.push(...head.problems.filter((one) => one.severity === 'error'));
    if (!summary) continue;
    const place = { file: stamps[0]?.file ?? `${key}.md`, line: 2 };
    const { id } = summary;
    const first = byId.get(id);
    if (bundled.find(id)) {
      clashes.push(problem('own-id-bundled', place, { actual: id, expected: [`${id}-own`.slice(0, 64)] }));
    } else if (first) {
      clashes.push(problem('duplicate-id', place, { actual: id, expected: [`${first.key}.md`] }));
    } else byId.set(id, head);
  }
  const ownSummaries = [...byId.values()].flatMap(({ summary }) => summary ?? []);
  return {
    byId,
    clashes,
    problems: [...problems, ...clashes],
    summaries: [...bundled.summaries(), ...ownSummaries].sort((a, b) => (a.id < b.id ? -1 : 1)),
    own: [...byId.values()].flatMap(({ summary, revision }) =>
      summary && revision !== undefined ? [{ id: summary.id, revision }] : [],
    ),
  };
}
