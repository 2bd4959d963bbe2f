import { AnnotationColour, Tag } from '#contract/annotations.ts';
import { OkmError } from '#contract/errors.ts';
import { CaseId } from '#contract/ids.ts';
import type { TagEntry } from '#contract/tags.ts';
import { searchableText } from '#domain/annotation/searchable.ts';
import { levelsOf, tidyTag } from '#domain/annotation/tag-path.ts';
import type { Changes } from '../changes.ts';
import type { Store } from '../store/store.ts';

interface Parts {
  readonly store: Store;
  readonly changes: Changes;
  readonly now: () => Date;
}

/** Tags of notes and cases: levels parted by `/`, renamed and merged wherever they are worn. */
export function createTagService({ store, changes, now }: Parts) {
  const at = () => now().toISOString();
  const done = (changed: number) => {
    if (changed > 0) changes.emit('annotations');
    return { changed };
  };

  /** Rewrites the path of a tag; `to` null takes it off. */
  async function replace(from: string, to: string | null): Promise<{ changed: number }> {
    const modifiedAt = at();
    const rows = (await store.call('listNotesWearing', { path: from })).map((row) => {
      const tags = row.tags.flatMap((tag) => {
        if (tag !== from && !tag.startsWith(`${from}/`)) return [tag];
        return to === null ? [] : [to + tag.slice(from.length)];
      });
      const words = { ...row, tags: [...new Set(tags)], modifiedAt };
      return { row: { ...words, folded: searchableText(words) }, outcome: row };
    });
    return done(await store.call('replaceTagPath', { from, to, rows, at: modifiedAt }));
  }

  return {
    /** Every tag with the levels above it, in the order of their paths. */
    async list(): Promise<TagEntry[]> {
      const { notes, cases, colours } = await store.call('listTagUses', undefined);
      const noteCounts = countBelow(notes);
      const caseCounts = countBelow(cases);
      const colourOf = new Map(colours.map(({ path, colour }) => [path, colour]));
      const paths = new Set([...noteCounts.keys(), ...caseCounts.keys(), ...colourOf.keys()]);
      return [...paths].sort().map((path) => ({
        path: Tag.parse(path),
        colour: AnnotationColour.nullable()
          .catch(null)
          .parse(colourOf.get(path) ?? null),
        notes: noteCounts.get(path) ?? 0,
        cases: caseCounts.get(path) ?? 0,
      }));
    },

    /** @throws OkmError INPUT_INVALID where a tag would go below itself or has an empty level */
    async rename({ from, to }: { from: string; to: string }): Promise<{ changed: number }> {
      const into = tidyTag(to);
      if (into === undefined || into.startsWith(`${from}/`)) {
        throw new OkmError('INPUT_INVALID', { path: 'to', issue: 'invalid' });
      }
      return into === from ? { changed: 0 } : replace(from, into);
    },

    remove: ({ path }: { path: string }) => replace(path, null),

    async setColour({ path, colour }: { path: string; colour: string | null }) {
      return done(await store.call('setTagColour', { path, colour, at: at() }));
    },

    async ofCases() {
      const { cases } = await store.call('listTagUses', undefined);
      const byCase = Map.groupBy(cases, ([caseId]) => caseId);
      return [...byCase].map(([caseId, rows]) => ({
        caseId: CaseId.parse(caseId),
        tags: rows.map(([, tag]) => tag),
      }));
    },

    async changeCases(input: {
      caseIds: readonly string[];
      add?: readonly string[] | undefined;
      remove?: readonly string[] | undefined;
    }) {
      const { caseIds, add = [], remove = [] } = input;
      return done(await store.call('changeCaseTags', { caseIds, add, remove, at: at() }));
    },
  };
}
export type TagService = ReturnType<typeof createTagService>;

/** How many owners wear each tag or one below it; rows of one owner stand together. */
function countBelow(rows: readonly (readonly [string, string])[]): Map<string, number> {
  const counts = new Map<string, number>();
  let owner: string | undefined;
  let seen = new Set<string>();
  for (const [one, tag] of rows) {
    if (one !== owner) {
      owner = one;
      seen = new Set();
    }
    for (const level of levelsOf(tag)) {
      if (seen.has(level)) continue;
      seen.add(level);
      counts.set(level, (counts.get(level) ?? 0) + 1);
    }
  }
  return counts;
}
