import { randomUUID } from 'node:crypto';
import type { OpenComparison } from '#contract/comparisons.ts';
import { OkmError } from '#contract/errors.ts';
import { ComparisonId, type Language } from '#contract/ids.ts';
import { Version, type VersionDifference, VersionId } from '#contract/versions.ts';
import { versionDifference } from '#domain/comparison/version-difference.ts';
import type { Changes } from '../changes.ts';
import type { Store } from '../store/store.ts';
import { toComparison } from './cells-of-case.ts';
import type { VersionRow } from './versions.sql.ts';

interface Parts {
  readonly store: Store;
  readonly changes: Changes;
  readonly comparisons: { get(input: { id: string }): Promise<OpenComparison> };
  readonly now: () => Date;
  readonly newId?: () => string;
}

/** What comparisons were at earlier times: named by the user, or kept by themselves. */
export function createVersionService({ store, changes, comparisons, now, newId = randomUUID }: Parts) {
  async function list({ id }: { id: string }): Promise<Version[]> {
    return (await store.call('listComparisonVersions', { id })).map(({ state, ...row }) =>
      Version.parse({
        ...row,
        cases: state.caseIds.length,
        rows: state.rowIds.length,
        own: state.cells.filter((cell) => cell.summary !== null && state.caseIds.includes(cell.caseId))
          .length,
      }),
    );
  }

  async function get(version: string): Promise<VersionRow> {
    const found = await store.call('getComparisonVersion', { version });
    if (!found) throw new OkmError('VERSION_NOT_FOUND', { id: version });
    return found;
  }

  async function setRemoved(version: string, at: string | null) {
    if ((await store.call('setComparisonVersionRemoved', { version, at })) === undefined) {
      throw new OkmError('VERSION_NOT_FOUND', { id: version });
    }
    changes.emit('comparisons');
    return {};
  }

  return {
    list,

    /** @throws OkmError COMPARISON_NOT_FOUND */
    async save({ id, name }: { id: string; name: string }): Promise<Version[]> {
      const at = now().toISOString();
      const kept = await store.call('keepComparisonVersion', {
        id,
        version: newId(),
        reason: 'named',
        name,
        at,
      });
      if (!kept) throw new OkmError('COMPARISON_NOT_FOUND', { id });
      changes.emit('comparisons');
      return list({ id });
    },

    /** Keeps a comparison before much of it changes at once; null where there is none. */
    async keepBefore({ id }: { id: string }): Promise<string | null> {
      const kept = await store.call('keepComparisonVersion', {
        id,
        version: newId(),
        reason: 'before',
        name: '',
        at: now().toISOString(),
      });
      return kept?.id ?? null;
    },

    /** @throws OkmError VERSION_NOT_FOUND */
    async rename({ version, name }: { version: string; name: string }) {
      if (!(await store.call('renameComparisonVersion', { version, name }))) {
        throw new OkmError('VERSION_NOT_FOUND', { id: version });
      }
      changes.emit('comparisons');
      return {};
    },

    /** @throws OkmError VERSION_NOT_FOUND */
    remove: ({ version }: { version: string }) => setRemoved(version, now().toISOString()),
    /** @throws OkmError VERSION_NOT_FOUND */
    restore: ({ version }: { version: string }) => setRemoved(version, null),

    /** @throws OkmError VERSION_NOT_FOUND, COMPARISON_NOT_FOUND */
    async difference(input: { version: string; language: Language }): Promise<VersionDifference> {
      const { comparisonId, state } = await get(input.version);
      const stored = await store.call('getComparison', { id: comparisonId });
      if (!stored) throw new OkmError('COMPARISON_NOT_FOUND', { id: comparisonId });
      return versionDifference(toComparison(state), toComparison(stored), input.language);
    },

    /** @throws OkmError VERSION_NOT_FOUND, COMPARISON_NOT_FOUND */
    async bringBack({ version }: { version: string }) {
      const { comparisonId } = await get(version);
      const done = await store.call('bringComparisonBack', {
        version,
        before: newId(),
        at: now().toISOString(),
      });
      if (!done) throw new OkmError('COMPARISON_NOT_FOUND', { id: comparisonId });
      changes.emit('comparisons');
      const open = await comparisons.get({ id: ComparisonId.parse(comparisonId) });
      return { open, before: VersionId.parse(done.before) };
    },
  };
}
export type VersionService = ReturnType<typeof createVersionService>;
