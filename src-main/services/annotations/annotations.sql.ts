import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { ActKind } from '#contract/acts.ts';
import { withAct } from '../acts/acts.sql.ts';
import { prepared } from '../store/prepared.ts';
import type { AnnotationOutcome, AnnotationRow, AnnotationWords } from './annotation-row.ts';
import { recordVersion } from './history.sql.ts';

const columns = `id, case_id AS caseId, language, kind, colour, body, tags, section, text_hash AS textHash,
  start_point AS start, end_point AS "end", prefix, exact, suffix, alike, thing, thing_id AS thingId,
  person_id AS personId, reply_to AS replyTo, created_at AS createdAt, modified_at AS modifiedAt,
  coalesce(folded, '') AS folded, status, place, spot, seen_hash AS seenHash, deleted_at AS deletedAt`;

export function list(
  db: Database,
  { caseId, comparisonId }: { caseId?: string | undefined; comparisonId?: string | undefined },
): AnnotationRow[] {
  const clauses = ['deleted_at IS NULL'];
  const values: string[] = [];
  if (caseId !== undefined) {
    clauses.push('case_id = ?');
    values.push(caseId);
  }
  if (comparisonId !== undefined) {
    // From the id with its `#` to what sorts right after that sign: every row of the comparison.
    clauses.push("thing = 'cell' AND thing_id >= ? AND thing_id < ?");
    values.push(`${comparisonId}#`, `${comparisonId}$`);
  }
  const sql = `SELECT ${columns} FROM annotations WHERE ${clauses.join(' AND ')} ORDER BY seq`;
  return db
    .prepare(sql)
    .all(...values)
    .map(toRow);
}

/** Notes by their ids, in that order; those in the bin only when asked for. */
export function get(
  db: Database,
  { ids, inBin = false }: { ids: readonly string[]; inBin?: boolean },
): AnnotationRow[] {
  const one = prepared(db, `SELECT ${columns} FROM annotations WHERE id = ?`);
  return ids.flatMap((id) => {
    const raw = one.get(id);
    const row = raw === undefined ? undefined : toRow(raw);
    return row && (inBin || row.deletedAt === null) ? [row] : [];
  });
}

/** How many notes stand on each case. */
export function counts(db: Database, _input: undefined): { caseId: string; notes: number }[] {
  return db
    .prepare(
      `SELECT case_id AS caseId, count(*) AS notes FROM annotations WHERE deleted_at IS NULL GROUP BY case_id`,
    )
    .all() as { caseId: string; notes: number }[];
}

/** Stores a note; one that is there already, sent twice, stays as it is. */
export function create(
  db: Database,
  { row, outcome }: { row: AnnotationWords; outcome: AnnotationOutcome },
): AnnotationRow | undefined {
  withAct(db, { kind: 'create', at: row.createdAt }, (touch) => {
    touch('annotations', row.id);
    insert(db, row, outcome);
  });
  return get(db, { ids: [row.id] })[0];
}

/** Puts a new row in; false when the id is taken. */
export function insert(db: Database, row: AnnotationWords, outcome: AnnotationOutcome): boolean {
  const { changes } = prepared(
    db,

    `INSERT INTO annotations (id, case_id, language, kind, colour, body, tags, section, text_hash, start_point,
         end_point, prefix, exact, suffix, alike, thing, thing_id, person_id, reply_to, created_at, modified_at,
         folded, hash, status, place, spot, seen_hash)
       VALUES (@id, @caseId, @language, @kind, @colour, @body, @tags, @section, @textHash, @start,
         @end, @prefix, @exact, @suffix, @alike, @thing, @thingId, @personId, @replyTo, @createdAt, @modifiedAt,
         @folded, @hash, @status, @place, @spot, @seenHash)
       ON CONFLICT (id) DO NOTHING`,
  ).run(toColumns(row, outcome));
  return changes > 0;
}

/** Writes a note's new wording or place as one act; the earlier one goes into its history. */
export function update(
  db: Database,
  { row, outcome, act }: { row: AnnotationWords; outcome: AnnotationOutcome; act: ActKind },
): AnnotationRow | undefined {
  if (!get(db, { ids: [row.id] })[0]) return undefined;
  withAct(db, { kind: act, at: row.modifiedAt }, (touch) => {
    touch('annotations', row.id);
    recordVersion(db, row.id, act, row.modifiedAt);
    write(db, row, outcome);
  });
  return get(db, { ids: [row.id] })[0];
}

/** Several notes at once, as one act. Answers how many were there. */
export function updateMany(
  db: Database,
  input: {
    rows: readonly { row: AnnotationWords; outcome: AnnotationOutcome }[];
    act: ActKind;
    name?: string | undefined;
    at: string;
  },
): number {
  return withAct(db, { kind: input.act, at: input.at, name: input.name }, (touch) => {
    let changed = 0;
    for (const { row, outcome } of input.rows) {
      touch('annotations', row.id);
      recordVersion(db, row.id, input.act, input.at);
      changed += write(db, row, outcome);
    }
    return changed;
  });
}

/** Writes a row anew as part of another act, in the bin or not. */
export function rewrite(db: Database, row: AnnotationWords, outcome: AnnotationOutcome): void {
  recordVersion(db, row.id, 'changed', row.modifiedAt);
  write(db, row, outcome, true);
}

function write(db: Database, row: AnnotationWords, outcome: AnnotationOutcome, inBin = false): number {
  return prepared(
    db,

    `UPDATE annotations SET kind = @kind, colour = @colour, body = @body, tags = @tags, section = @section,
         text_hash = @textHash, start_point = @start, end_point = @end, prefix = @prefix, exact = @exact,
         suffix = @suffix, alike = @alike, modified_at = @modifiedAt, folded = @folded, hash = @hash,
         status = @status, place = @place, spot = @spot, seen_hash = @seenHash
       WHERE id = @id${inBin ? '' : ' AND deleted_at IS NULL'}`,
  ).run(toColumns(row, outcome)).changes;
}

/** Moves notes to the bin; says how many there were. */
export function remove(db: Database, { ids, at }: { ids: readonly string[]; at: string }): number {
  const one = db.prepare('UPDATE annotations SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL');
  return withAct(db, { kind: 'remove', at }, (touch) =>
    ids.reduce((count, id) => {
      touch('annotations', id);
      return count + one.run(at, id).changes;
    }, 0),
  );
}

/** Takes notes out of the bin. */
export function restore(db: Database, { ids, at }: { ids: readonly string[]; at: string }): AnnotationRow[] {
  const one = db.prepare('UPDATE annotations SET deleted_at = NULL WHERE id = ?');
  withAct(db, { kind: 'restore', at }, (touch) => {
    for (const id of ids) {
      touch('annotations', id);
      one.run(id);
    }
  });
  return get(db, { ids });
}

/** Empties the bin of what was removed before a time, for good. */
export function purge(db: Database, { before }: { before: string }): number {
  const old = 'SELECT id FROM annotations WHERE deleted_at IS NOT NULL AND deleted_at < ?';
  db.prepare(`DELETE FROM annotation_history WHERE annotation_id IN (${old})`).run(before);
  db.prepare(`DELETE FROM collection_items WHERE kind = 'note' AND item_id IN (${old})`).run(before);
  // What undo keeps of them goes too: for good means for good. An act that nothing is left of is none.
  db.prepare(
    `DELETE FROM act_rows WHERE place = 'annotations' AND key IN (SELECT json_array(id) FROM (${old}))`,
  ).run(before);
  db.prepare('DELETE FROM acts WHERE seq NOT IN (SELECT act_seq FROM act_rows)').run();
  return db.prepare('DELETE FROM annotations WHERE deleted_at IS NOT NULL AND deleted_at < ?').run(before)
    .changes;
}

/** Notes whose texts are not those that they were looked for in last, at most `limit`. */
export function listUnseen(
  db: Database,
  {
    caseId,
    language,
    seenHash,
    limit,
  }: { caseId: string; language: string; seenHash: string; limit: number },
): AnnotationRow[] {
  return db
    .prepare(
      `SELECT ${columns} FROM annotations WHERE case_id = ? AND deleted_at IS NULL AND language = ?
         AND thing <> 'cell' AND seen_hash IS NOT ? ORDER BY seq LIMIT ?`,
    )
    .all(caseId, language, seenHash, limit)
    .map(toRow);
}

/** The cases that have notes, by language. */
export function notedTexts(db: Database, _input: undefined): { caseId: string; language: string }[] {
  return db
    .prepare(
      'SELECT DISTINCT case_id AS caseId, language FROM annotations WHERE deleted_at IS NULL ORDER BY case_id',
    )
    .all() as { caseId: string; language: string }[];
}

/** Stores where notes were found; this is no act of the user's and cannot be undone. */
export function writeOutcomes(
  db: Database,
  { outcomes }: { outcomes: readonly (AnnotationOutcome & { id: string })[] },
): void {
  const one = db.prepare(
    'UPDATE annotations SET status = @status, place = @place, spot = @spot, seen_hash = @seenHash WHERE id = @id',
  );
  for (const outcome of outcomes) {
    one.run({ ...outcome, place: json(outcome.place), spot: json(outcome.spot) });
  }
}

/** Notes whose words the search cannot see yet. */
export function listUnfolded(db: Database, { limit }: { limit: number }): AnnotationRow[] {
  return db.prepare(`SELECT ${columns} FROM annotations WHERE folded IS NULL LIMIT ?`).all(limit).map(toRow);
}

export function writeFolded(
  db: Database,
  { rows }: { rows: readonly { id: string; folded: string }[] },
): void {
  const one = db.prepare('UPDATE annotations SET folded = @folded WHERE id = @id');
  for (const row of rows) one.run(row);
}

function toColumns(row: AnnotationWords, outcome: AnnotationOutcome) {
  return {
    ...row,
    tags: JSON.stringify(row.tags),
    alike: json(row.alike),
    hash: hashOf(row),
    status: outcome.status,
    place: json(outcome.place),
    spot: json(outcome.spot),
    seenHash: outcome.seenHash,
  };
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** Hash of what the user wrote and where, so that a flipped bit is found and named. */
function hashOf(row: AnnotationWords): string {
  const { id, kind, colour, body, tags, section, start, end, exact } = row;
  return createHash('sha256')
    .update(JSON.stringify([id, kind, colour, body, tags, section, start, end, exact]))
    .digest('hex');
}

/** The notes whose words are not those that were written. */
export function badHashes(db: Database): string[] {
  const rows = db.prepare(`SELECT ${columns}, hash FROM annotations ORDER BY seq`).iterate();
  return [...rows].flatMap((raw) => {
    const { id, hash } = raw as { id: string; hash: string };
    try {
      return hashOf(toRow(raw)) === hash ? [] : [id];
    } catch {
      return [id]; // its tags are no JSON any more
    }
  });
}

function toRow(raw: unknown): AnnotationRow {
  const row = raw as AnnotationRow & Record<'tags' | 'alike' | 'place' | 'spot', string | null>;
  const parse = (value: string | null) => (value === null ? null : JSON.parse(value));
  return {
    ...row,
    tags: parse(row.tags) ?? [],
    alike: parse(row.alike),
    place: parse(row.place),
    spot: parse(row.spot),
  };
}
