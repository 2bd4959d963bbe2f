import type { Database } from 'better-sqlite3';
import type { NoteGrouping } from '#contract/annotations.ts';

/** A filter as SQL asks it: texts folded, times whole. */
export interface FoundFilter {
  /** Every one must stand in the note. */
  readonly texts: readonly string[];
  readonly without: readonly string[];
  readonly caseIds: readonly string[] | undefined;
  readonly kinds: readonly string[] | undefined;
  readonly colours: readonly string[] | undefined;
  readonly statuses: readonly string[] | undefined;
  /** One of these, or one below it. */
  readonly tags: readonly string[] | undefined;
  readonly collectionId: string | undefined;
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly inBin: boolean;
}

/** A list longer than this is cut. */
const MOST = 100_000;

const groups: Record<NoteGrouping, string> = {
  none: "''",
  case: 'case_id',
  // One note stands in one group: that of its first tag.
  tag: "coalesce(json_extract(tags, '$[0]'), '')",
  colour: 'colour',
  kind: 'kind',
  day: "date(modified_at, 'localtime')",
  status: 'status',
};
const orders: Record<NoteGrouping, string> = {
  none: 'modified_at DESC, seq DESC',
  case: 'case_id, language, section, start_point, seq',
  tag: "coalesce(json_extract(tags, '$[0]'), '') = '', 2, modified_at DESC, seq DESC",
  colour: 'colour, modified_at DESC, seq DESC',
  kind: 'kind, modified_at DESC, seq DESC',
  day: 'modified_at DESC, seq DESC',
  status: 'status, modified_at DESC, seq DESC',
};

/** Ids of the notes that a filter finds, in the order of their grouping, each with its group. */
export function find(
  db: Database,
  { filter, group }: { filter: FoundFilter; group: NoteGrouping },
): (readonly [string, string])[] {
  const { clauses, values } = conditions(filter);
  const rows = db
    .prepare(
      `SELECT id, ${groups[group]} AS grouped FROM annotations WHERE ${clauses.join(' AND ')}
       ORDER BY ${orders[group]} LIMIT ${MOST}`,
    )
    .raw()
    .all(...values) as [string, string][];
  return rows;
}

function conditions(filter: FoundFilter): { clauses: string[]; values: string[] } {
  const clauses = [filter.inBin ? 'deleted_at IS NOT NULL' : 'deleted_at IS NULL'];
  const values: string[] = [];
  const add = (clause: string, ...given: readonly string[]) => {
    clauses.push(clause);
    values.push(...given);
  };
  const addList = (column: string, list: readonly string[] | undefined) => {
    if (list) add(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(list));
  };
  addList('case_id', filter.caseIds);
  addList('kind', filter.kinds);
  addList('colour', filter.colours);
  addList('status', filter.statuses);
  if (filter.tags) {
    add(
      `EXISTS (SELECT 1 FROM annotation_tags, json_each(?) AS wanted
         WHERE annotation_id = annotations.id
           AND (tag = wanted.value OR substr(tag, 1, length(wanted.value) + 1) = wanted.value || '/'))`,
      JSON.stringify(filter.tags),
    );
  }
  if (filter.collectionId !== undefined) {
    add(
      `EXISTS (SELECT 1 FROM collection_items WHERE collection_id = ? AND
         ((kind = 'note' AND item_id = annotations.id) OR (kind = 'case' AND item_id = annotations.case_id)))`,
      filter.collectionId,
    );
  }
  if (filter.from !== undefined) add('modified_at >= ?', filter.from);
  if (filter.until !== undefined) add('modified_at < ?', filter.until);
  for (const text of filter.texts) add("instr(coalesce(folded, ''), ?) > 0", text);
  for (const text of filter.without) add("instr(coalesce(folded, ''), ?) = 0", text);
  return { clauses, values };
}
