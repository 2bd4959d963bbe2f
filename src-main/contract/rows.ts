import { oc } from '@orpc/contract';
import { z } from 'zod';
import { contractErrors } from './errors.ts';
import { idsOf, type VocabularyEntry, type VocabularyId, vocabulary } from './vocabulary.ts';

export const RowId = z.enum(idsOf('row'));
export type RowId = z.infer<typeof RowId>;
export const PresetId = z.enum(idsOf('preset'));
export type PresetId = z.infer<typeof PresetId>;

/** Names a row or a preset of the user's own, apart from every word of the vocabulary. */
export const OwnId = z.templateLiteral(['own-', z.string().regex(/^[a-z0-9]{8,32}$/)]);
export type OwnId = z.infer<typeof OwnId>;

/** A row of a comparison: one of the vocabulary's, or one of the user's own. */
export const RowKey = z.union([RowId, OwnId]);
export type RowKey = z.infer<typeof RowKey>;
export const PresetKey = z.union([PresetId, OwnId]);
export type PresetKey = z.infer<typeof PresetKey>;

/** The group of own rows that belong to none of the vocabulary's. */
export const OWN_GROUP = { id: 'own', zh: '自己加的', en: 'Your own' } as const;
export const RowGroup = z.enum([...idsOf('rowGroup'), OWN_GROUP.id]);
export type RowGroup = z.infer<typeof RowGroup>;

/** A question that the user asks of every case, in his own words. */
export const OwnRow = z.strictObject({
  id: OwnId,
  title: z.string().trim().min(1).max(60),
  /** What a cell of it should say. */
  asks: z.string().trim().max(300),
  group: RowGroup,
});
export type OwnRow = z.infer<typeof OwnRow>;

/** A set of rows under a name of the user's own, in his order. */
export const OwnPreset = z.strictObject({
  id: OwnId,
  name: z.string().trim().min(1).max(60),
  rows: z.array(RowKey).min(1).max(40),
});
export type OwnPreset = z.infer<typeof OwnPreset>;

export const OwnRows = z.object({ rows: z.array(OwnRow), presets: z.array(OwnPreset) });
export type OwnRows = z.infer<typeof OwnRows>;

const procedure = oc.errors(contractErrors);

/** Rows and presets of the user's own. One that is taken away stays in the comparisons that use it. */
export const ownRows = {
  list: procedure.output(OwnRows),
  /** Makes a row, changes it, or brings it back. */
  write: procedure.input(OwnRow).output(OwnRows),
  remove: procedure.input(z.strictObject({ id: OwnId })).output(OwnRows),
  writePreset: procedure.input(OwnPreset).output(OwnRows),
  removePreset: procedure.input(z.strictObject({ id: OwnId })).output(OwnRows),
};

/** Every group that rows can stand under, in order; the user's own last. */
export const rowGroups: readonly VocabularyEntry[] = [...vocabulary.rowGroup, OWN_GROUP];

/** The group that a row stands under. */
export function groupOfRow(row: RowKey, own: readonly OwnRow[]): RowGroup {
  const known = vocabulary.row.find((entry) => entry.id === row);
  if (known !== undefined) return known.group as VocabularyId<'rowGroup'>;
  return own.find((one) => one.id === row)?.group ?? OWN_GROUP.id;
}

/** What a row is called; an own row has one name in every language. */
export function rowTitle(row: RowKey, own: readonly OwnRow[], language: 'zh' | 'en'): string {
  const known = vocabulary.row.find((entry) => entry.id === row);
  return known?.[language] ?? own.find((one) => one.id === row)?.title ?? row;
}

/** Rows in the order of their groups, as a preset sets them; the user may then move them freely. */
export function inGroupOrder<K extends RowKey>(rows: readonly K[], own: readonly OwnRow[]): K[] {
  return rowGroups.flatMap((group) => rows.filter((row) => groupOfRow(row, own) === group.id));
}

/** Rows under the captions that stand above them: a new one where the group changes. */
export function groupedInOrder(
  rows: readonly RowKey[],
  own: readonly OwnRow[],
): { readonly group: RowGroup; readonly rows: readonly RowKey[] }[] {
  const groups: { group: RowGroup; rows: RowKey[] }[] = [];
  for (const row of rows) {
    const group = groupOfRow(row, own);
    const last = groups.at(-1);
    if (last?.group === group) last.rows.push(row);
    else groups.push({ group, rows: [row] });
  }
  return groups;
}
