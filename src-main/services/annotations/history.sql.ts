import type { Database } from 'better-sqlite3';
import { prepared } from '../store/prepared.ts';

/** How long, and how many, earlier wordings of a note are kept. */
const KEPT = 100;

/** Keeps how a note reads now, before it is changed. */
export function recordVersion(db: Database, id: string, change: string, at: string): void {
  prepared(
    db,

    `INSERT INTO annotation_history (annotation_id, change, version, changed_at)
     SELECT id, ?, json_object('kind', kind, 'colour', colour, 'body', body, 'tags', json(tags),
       'section', section, 'textHash', text_hash, 'start', start_point, 'end', end_point,
       'prefix', prefix, 'exact', exact, 'suffix', suffix, 'modifiedAt', modified_at), ?
     FROM annotations WHERE id = ?`,
  ).run(change, at, id);
  prepared(
    db,

    `DELETE FROM annotation_history WHERE annotation_id = ? AND seq NOT IN
       (SELECT seq FROM annotation_history WHERE annotation_id = ? ORDER BY seq DESC LIMIT ?)`,
  ).run(id, id, KEPT);
}

export interface VersionRow {
  readonly seq: number;
  readonly change: string;
  readonly changedAt: string;
  readonly version: {
    readonly kind: string;
    readonly colour: string;
    readonly body: string;
    readonly tags: readonly string[];
    readonly exact: string;
  };
}

/** The earlier wordings of a note, the last first. */
export function versions(db: Database, { id }: { id: string }): VersionRow[] {
  const rows = db
    .prepare(
      `SELECT seq, change, changed_at AS changedAt, version FROM annotation_history
       WHERE annotation_id = ? ORDER BY seq DESC LIMIT ${KEPT}`,
    )
    .all(id) as (Omit<VersionRow, 'version'> & { version: string })[];
  return rows.map((row) => ({ ...row, version: JSON.parse(row.version) }));
}
