import type { Database } from 'better-sqlite3';
import type { ItemKind, RestoreItem, RestorePreview } from '#contract/data.ts';

/** Each kind of thing that people know by a name: what names it, and all that makes it what it is. */
const queries: readonly (readonly [kind: ItemKind, sql: string])[] = [
  [
    'note',
    `SELECT id, substr(CASE body WHEN '' THEN exact ELSE body END, 1, 80) AS label,
       json_array(hash, status) AS content FROM annotations WHERE deleted_at IS NULL`,
  ],
  [
    'comparison',
    `SELECT id, title AS label, json_array(title, case_ids, row_ids,
       (SELECT json_group_array(json_array(case_id, row_id, hash)) FROM (SELECT * FROM comparison_cells
          WHERE comparison_id = comparisons.id ORDER BY case_id, row_id)),
       (SELECT json_group_array(json_array(row_id, hash)) FROM (SELECT * FROM comparison_findings
          WHERE comparison_id = comparisons.id ORDER BY row_id))) AS content
     FROM comparisons WHERE deleted_at IS NULL`,
  ],
  [
    'packet',
    `SELECT id, json_extract(content, '$.title') AS label, hash AS content FROM packets WHERE deleted_at IS NULL`,
  ],
  [
    'collection',
    `SELECT id, name AS label, json_array(name, saved, (SELECT json_group_array(json_array(kind, item_id))
       FROM (SELECT * FROM collection_items WHERE collection_id = collections.id ORDER BY kind, item_id))) AS content
     FROM collections WHERE deleted_at IS NULL`,
  ],
  [
    'tag',
    `SELECT case_id || '#' || tag AS id, tag || ' · ' || case_id AS label, '' AS content FROM case_tags`,
  ],
  [
    'row',
    `SELECT id, title AS label, json_array(title, asks, group_id) AS content FROM own_rows WHERE deleted_at IS NULL`,
  ],
  [
    'row',
    `SELECT id, name AS label, json_array(name, row_ids) AS content FROM own_presets WHERE deleted_at IS NULL`,
  ],
  [
    'place',
    `SELECT id, name AS label, json_array(name, level, space, (SELECT json_group_array(json_array(case_id,
       condition_id, answer, note)) FROM (SELECT * FROM own_place_answers WHERE place_id = own_places.id
       ORDER BY case_id, condition_id))) AS content FROM own_places WHERE deleted_at IS NULL`,
  ],
  [
    'study',
    `SELECT 'study' AS id, count(*) AS label, json_group_array(json_array(id, state)) AS content
       FROM (SELECT id, state FROM study_cards ORDER BY id) HAVING count(*) > 0`,
  ],
  [
    'setting',
    `SELECT key AS id, key AS label, value AS content FROM settings
       WHERE key NOT IN ('address', 'panes', 'recent')`,
  ],
];

export interface Item {
  readonly kind: ItemKind;
  readonly id: string;
  readonly label: string;
  readonly content: string;
}

/** What the user has in a database of the newest form, thing by thing. */
export function itemsOf(db: Database): Item[] {
  return queries.flatMap(([kind, sql]) =>
    (db.prepare(sql).all() as Omit<Item, 'kind'>[]).map((row) => ({
      kind,
      id: String(row.id),
      label: String(row.label ?? ''),
      content: String(row.content),
    })),
  );
}

const MAX_ITEMS = 500;

/** What bringing `wanted` in the place of `present` would do. */
export function compareItems(present: readonly Item[], wanted: readonly Item[]): RestorePreview {
  const keyOf = ({ kind, id }: Item) => `${kind} ${id}`;
  const here = new Map(present.map((item) => [keyOf(item), item]));
  const there = new Set(wanted.map(keyOf));
  const changes: RestoreItem[] = [];
  let same = 0;
  const say = (change: RestoreItem['change'], { kind, id, label }: Item) =>
    changes.push({ kind, change, id, label });
  for (const item of wanted) {
    const now = here.get(keyOf(item));
    if (!now) say('added', item);
    else if (now.content !== item.content) say('changed', item);
    else same += 1;
  }
  for (const item of present) if (!there.has(keyOf(item))) say('removed', item);
  const count = (change: RestoreItem['change']) => changes.filter((one) => one.change === change).length;
  return {
    items: changes.slice(0, MAX_ITEMS),
    counts: { added: count('added'), changed: count('changed'), removed: count('removed'), same },
  };
}
