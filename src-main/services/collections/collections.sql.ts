import type { Database } from 'better-sqlite3';
import { withAct } from '../acts/acts.sql.ts';

export interface CollectionRow {
  readonly id: string;
  readonly name: string;
  readonly saved: unknown;
  readonly cases: number;
  readonly notes: number;
}

export interface ItemRow {
  readonly kind: string;
  readonly id: string;
}

/** Collections out of the bin, in the user's order, with how much is in each. */
export function list(db: Database, _input: undefined): CollectionRow[] {
  const rows = db
    .prepare(
      `SELECT id, name, saved,
         (SELECT count(*) FROM collection_items WHERE collection_id = collections.id AND kind = 'case') AS cases,
         (SELECT count(*) FROM collection_items JOIN annotations ON annotations.id = item_id
            WHERE collection_id = collections.id AND collection_items.kind = 'note' AND annotations.deleted_at IS NULL) AS notes
       FROM collections WHERE deleted_at IS NULL ORDER BY position, id`,
    )
    .all() as (CollectionRow & { saved: string | null })[];
  return rows.map((row) => ({ ...row, saved: row.saved === null ? null : JSON.parse(row.saved) }));
}

/** Makes a collection at the end; one that is there already, sent twice, stays as it is. */
export function create(
  db: Database,
  { id, name, saved, at }: { id: string; name: string; saved: unknown; at: string },
): CollectionRow | undefined {
  withAct(db, { kind: 'collection-create', name, at }, (touch) => {
    touch('collections', id);
    db.prepare(
      `INSERT INTO collections (id, name, saved, position, created_at, modified_at)
       VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM collections), ?, ?) ON CONFLICT DO NOTHING`,
    ).run(id, name, saved === null ? null : JSON.stringify(saved), at, at);
  });
  return find(db, id);
}

export function update(
  db: Database,
  input: { id: string; name?: string | undefined; saved?: unknown; at: string },
): CollectionRow | undefined {
  const before = find(db, input.id);
  if (!before) return undefined;
  withAct(db, { kind: 'collection-edit', name: before.name, at: input.at }, (touch) => {
    touch('collections', input.id);
    const saved = input.saved === undefined ? before.saved : input.saved;
    db.prepare('UPDATE collections SET name = ?, saved = ?, modified_at = ? WHERE id = ?').run(
      input.name ?? before.name,
      saved === null ? null : JSON.stringify(saved),
      input.at,
      input.id,
    );
  });
  return find(db, input.id);
}

/** Moves a collection to the bin. */
export function remove(db: Database, { id, at }: { id: string; at: string }): number {
  const before = find(db, id);
  return withAct(db, { kind: 'collection-remove', name: before?.name ?? '', at }, (touch) => {
    touch('collections', id);
    return db.prepare('UPDATE collections SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL').run(at, id)
      .changes;
  });
}

/** Puts a collection before another, or last. */
export function move(
  db: Database,
  { id, before, at }: { id: string; before: string | null; at: string },
): CollectionRow[] {
  const name = find(db, id)?.name ?? '';
  withAct(db, { kind: 'collection-edit', name, at }, (touch) => {
    touch('collections', id);
    const others = list(db, undefined).filter((one) => one.id !== id);
    const position = positionBefore(
      db,
      others,
      others.findIndex((one) => one.id === before),
    );
    db.prepare('UPDATE collections SET position = ? WHERE id = ?').run(position, id);
  });
  return list(db, undefined);
}

/** How many of some items are in each collection. */
export function holding(
  db: Database,
  { items: given }: { items: readonly ItemRow[] },
): { id: string; held: number }[] {
  return db
    .prepare(
      `SELECT collection_id AS id, count(*) AS held FROM json_each(?) AS wanted
       JOIN collection_items ON item_id = wanted.value ->> 'id' AND kind = wanted.value ->> 'kind'
       JOIN collections ON collections.id = collection_id AND deleted_at IS NULL GROUP BY collection_id`,
    )
    .all(JSON.stringify(given)) as { id: string; held: number }[];
}

/** What is in a collection, in its order; notes in the bin are not. */
export function items(db: Database, { id }: { id: string }): ItemRow[] {
  return db
    .prepare(
      `SELECT collection_items.kind, item_id AS id FROM collection_items
       LEFT JOIN annotations ON collection_items.kind = 'note' AND annotations.id = item_id
       WHERE collection_id = ? AND (collection_items.kind = 'case' OR
         (annotations.id IS NOT NULL AND annotations.deleted_at IS NULL))
       ORDER BY position, collection_items.kind, item_id`,
    )
    .all(id) as ItemRow[];
}

export function add(
  db: Database,
  { id, items: given, at }: { id: string; items: readonly ItemRow[]; at: string },
): number {
  return withAct(db, { kind: 'collection-items', name: find(db, id)?.name ?? '', at }, (touch) => {
    let last = Number(
      db
        .prepare('SELECT coalesce(max(position), 0) FROM collection_items WHERE collection_id = ?')
        .pluck()
        .get(id),
    );
    let changed = 0;
    for (const item of given) {
      touch('collection_items', id, item.kind, item.id);
      last += 1;
      changed += db
        .prepare(
          'INSERT INTO collection_items (collection_id, kind, item_id, position) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
        )
        .run(id, item.kind, item.id, last).changes;
    }
    return changed;
  });
}

export function take(
  db: Database,
  { id, items: given, at }: { id: string; items: readonly ItemRow[]; at: string },
): number {
  return withAct(db, { kind: 'collection-items', name: find(db, id)?.name ?? '', at }, (touch) =>
    given.reduce((changed, item) => {
      touch('collection_items', id, item.kind, item.id);
      return (
        changed +
        db
          .prepare('DELETE FROM collection_items WHERE collection_id = ? AND kind = ? AND item_id = ?')
          .run(id, item.kind, item.id).changes
      );
    }, 0),
  );
}

/** Puts items before another of the same collection, or last, in the order given. */
export function moveItems(
  db: Database,
  input: { id: string; items: readonly ItemRow[]; before: ItemRow | null; at: string },
): number {
  const { id, before, at } = input;
  return withAct(db, { kind: 'collection-items', name: find(db, id)?.name ?? '', at }, (touch) => {
    const same = (a: ItemRow) => (b: ItemRow) => a.kind === b.kind && a.id === b.id;
    const others = items(db, { id }).filter((one) => !input.items.some(same(one)));
    const at = before ? others.findIndex(same(before)) : -1;
    const moved = at < 0 ? [...others, ...input.items] : others.toSpliced(at, 0, ...input.items);
    const place = db.prepare(
      'UPDATE collection_items SET position = ? WHERE collection_id = ? AND kind = ? AND item_id = ?',
    );
    return moved.reduce((changed, item, index) => {
      touch('collection_items', id, item.kind, item.id);
      return changed + place.run(index + 1, id, item.kind, item.id).changes;
    }, 0);
  });
}

function find(db: Database, id: string): CollectionRow | undefined {
  return list(db, undefined).find((one) => one.id === id);
}

/** A position before the one at an index, or after the last where the index is negative. */
function positionBefore(db: Database, others: readonly { readonly id: string }[], index: number): number {
  const one = db.prepare('SELECT position FROM collections WHERE id = ?').pluck();
  const positionOf = (id: string | undefined) => (id === undefined ? undefined : Number(one.get(id)));
  if (index < 0) return (positionOf(others.at(-1)?.id) ?? 0) + 1;
  const next = positionOf(others[index]?.id) ?? 1;
  const previous = positionOf(others[index - 1]?.id) ?? next - 2;
  return (previous + next) / 2;
}

/** What each saved search had found when it was last looked at. */
export function looks(db: Database, _input: undefined): { id: string; caseIds: string[] }[] {
  const rows = db
    .prepare('SELECT collection_id AS id, case_ids AS caseIds FROM saved_search_looks')
    .all() as {
    id: string;
    caseIds: string;
  }[];
  return rows.map(({ id, caseIds }) => ({ id, caseIds: JSON.parse(caseIds) as string[] }));
}

/** Keeps what a saved search finds as seen. */
export function look(
  db: Database,
  { id, caseIds, at }: { id: string; caseIds: readonly string[]; at: string },
): void {
  db.prepare(
    `INSERT INTO saved_search_looks (collection_id, case_ids, looked_at)
     SELECT id, ?, ? FROM collections WHERE id = ?
     ON CONFLICT (collection_id) DO UPDATE SET case_ids = excluded.case_ids, looked_at = excluded.looked_at`,
  ).run(JSON.stringify(caseIds), at, id);
}
