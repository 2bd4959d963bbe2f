import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** A note as it is stored: its place in code points, its quote with the words around it. */
export interface AnnotationRow {
  readonly id: string;
  readonly caseId: string;
  readonly language: string;
  readonly kind: string;
  readonly colour: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly section: string;
  readonly textHash: string;
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
  readonly replyTo: string | null;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

const columns = `id, case_id AS caseId, language, kind, colour, body, tags, section, text_hash AS textHash,
  start_point AS start, end_point AS "end", prefix, exact, suffix, reply_to AS replyTo,
  created_at AS createdAt, modified_at AS modifiedAt`;

export function list(db: Database, { caseId }: { caseId?: string | undefined }): AnnotationRow[] {
  const rows =
    caseId === undefined
      ? db.prepare(`SELECT ${columns} FROM annotations WHERE deleted_at IS NULL ORDER BY seq`).all()
      : db
          .prepare(`SELECT ${columns} FROM annotations WHERE case_id = ? AND deleted_at IS NULL ORDER BY seq`)
          .all(caseId);
  return rows.map(toRow);
}

export function get(db: Database, { ids }: { ids: readonly string[] }): AnnotationRow[] {
  const one = db.prepare(`SELECT ${columns} FROM annotations WHERE id = ? AND deleted_at IS NULL`);
  return ids.flatMap((id) => {
    const row = one.get(id);
    return row === undefined ? [] : [toRow(row)];
  });
}

/** Stores a note; one that is there already, sent twice, stays as it is. */
export function create(db: Database, row: AnnotationRow): AnnotationRow {
  const inserted = db
    .prepare(
      `INSERT INTO annotations (id, case_id, language, kind, colour, body, tags, section, text_hash, start_point,
         end_point, prefix, exact, suffix, reply_to, created_at, modified_at, hash)
       VALUES (@id, @caseId, @language, @kind, @colour, @body, @tags, @section, @textHash, @start,
         @end, @prefix, @exact, @suffix, @replyTo, @createdAt, @modifiedAt, @hash)
       ON CONFLICT (id) DO NOTHING`,
    )
    .run({ ...row, tags: JSON.stringify(row.tags), hash: hashOf(row) });
  if (inserted.changes > 0) record(db, row, 'created', row.createdAt);
  return get(db, { ids: [row.id] })[0] ?? row;
}

/** Writes a note's new wording or place; the earlier one goes into its history. */
export function update(db: Database, row: AnnotationRow): AnnotationRow | undefined {
  const before = get(db, { ids: [row.id] })[0];
  if (!before) return undefined;
  record(db, before, 'changed', row.modifiedAt);
  db.prepare(
    `UPDATE annotations SET kind = @kind, colour = @colour, body = @body, tags = @tags, section = @section,
       text_hash = @textHash, start_point = @start, end_point = @end, prefix = @prefix, exact = @exact,
       suffix = @suffix, modified_at = @modifiedAt, hash = @hash WHERE id = @id`,
  ).run({ ...row, tags: JSON.stringify(row.tags), hash: hashOf(row) });
  return row;
}

/** Moves notes to the bin; says how many there were. */
export function remove(db: Database, { ids, at }: { ids: readonly string[]; at: string }): number {
  const one = db.prepare('UPDATE annotations SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL');
  return ids.reduce((count, id) => count + one.run(at, id).changes, 0);
}

/** Takes notes out of the bin. */
export function restore(db: Database, { ids }: { ids: readonly string[] }): AnnotationRow[] {
  const one = db.prepare('UPDATE annotations SET deleted_at = NULL WHERE id = ?');
  for (const id of ids) one.run(id);
  return get(db, { ids });
}

function record(db: Database, row: AnnotationRow, change: string, at: string): void {
  db.prepare(
    'INSERT INTO annotation_history (annotation_id, change, version, changed_at) VALUES (?, ?, ?, ?)',
  ).run(row.id, change, JSON.stringify(row), at);
}

/** Hash of what the user wrote and where, so that a flipped bit is found and named. */
function hashOf({ id, kind, colour, body, tags, section, start, end, exact }: AnnotationRow): string {
  return createHash('sha256')
    .update(JSON.stringify([id, kind, colour, body, tags, section, start, end, exact]))
    .digest('hex');
}

function toRow(raw: unknown): AnnotationRow {
  const row = raw as AnnotationRow & { tags: unknown };
  return { ...row, tags: JSON.parse(String(row.tags)) };
}
