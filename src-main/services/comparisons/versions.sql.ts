import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { VersionReason } from '#contract/versions.ts';
import { get, replaceWhole, type StoredComparison } from './comparisons.sql.ts';

export interface VersionRow {
  readonly id: string;
  readonly comparisonId: string;
  readonly reason: VersionReason;
  readonly name: string;
  readonly at: string;
  readonly state: StoredComparison;
}

/** Versions that were kept by themselves: so many of one comparison, the oldest go first. */
const KEPT = 60;
/** Least time between two versions that are kept by themselves before an edit. */
const APART_MS = 10 * 60_000;

const columns = 'id, comparison_id AS comparisonId, reason, name, at, state';

/** The versions of a comparison, the newest first. */
export function list(db: Database, { id }: { id: string }): VersionRow[] {
  return db
    .prepare(
      `SELECT ${columns} FROM comparison_versions WHERE comparison_id = ? AND deleted_at IS NULL ORDER BY seq DESC`,
    )
    .all(id)
    .map(toVersion);
}

export function getVersion(db: Database, { version }: { version: string }): VersionRow | undefined {
  const raw = db
    .prepare(`SELECT ${columns} FROM comparison_versions WHERE id = ? AND deleted_at IS NULL`)
    .get(version);
  return raw === undefined ? undefined : toVersion(raw);
}

/**
 * Keeps a comparison as it is now; where the last version is the very same, that one is returned (and given
 * the name, if there is one to give).
 */
export function keep(
  db: Database,
  input: { id: string; version: string; reason: VersionReason; name: string; at: string },
): VersionRow | undefined {
  const state = get(db, { id: input.id });
  if (state === undefined) return undefined;
  const text = JSON.stringify(state);
  const hash = hashOf(state);
  const last = db
    .prepare(
      `SELECT ${columns}, hash FROM comparison_versions WHERE comparison_id = ? AND deleted_at IS NULL ORDER BY seq DESC LIMIT 1`,
    )
    .get(input.id) as { hash: string; id: string; reason: string } | undefined;
  if (last?.hash === hash && (input.name === '' || last.reason !== 'named')) {
    if (input.name !== '') {
      db.prepare('UPDATE comparison_versions SET reason = ?, name = ?, at = ? WHERE id = ?').run(
        input.reason,
        input.name,
        input.at,
        last.id,
      );
    }
    return getVersion(db, { version: last.id });
  }
  db.prepare(
    `INSERT INTO comparison_versions (id, comparison_id, reason, name, state, hash, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(input.version, input.id, input.reason, input.name, text, hash, input.at);
  db.prepare(
    `DELETE FROM comparison_versions WHERE comparison_id = @id AND reason <> 'named' AND seq <= (
       SELECT seq FROM comparison_versions WHERE comparison_id = @id AND reason <> 'named'
       ORDER BY seq DESC LIMIT 1 OFFSET @kept)`,
  ).run({ id: input.id, kept: KEPT });
  return getVersion(db, { version: input.version });
}

/** Keeps a comparison before an edit, when the last version is some time ago. */
export function keepBeforeEdit(db: Database, id: string, version: string, at: string): void {
  const last = db
    .prepare('SELECT at FROM comparison_versions WHERE comparison_id = ? ORDER BY seq DESC LIMIT 1')
    .pluck()
    .get(id);
  if (typeof last === 'string' && Date.parse(at) - Date.parse(last) < APART_MS) return;
  keep(db, { id, version, reason: 'auto', name: '', at });
}

/** Gives a version a name, by which it is kept for good. */
export function rename(db: Database, { version, name }: { version: string; name: string }): boolean {
  return (
    db
      .prepare(
        `UPDATE comparison_versions SET name = ?, reason = 'named' WHERE id = ? AND deleted_at IS NULL`,
      )
      .run(name, version).changes > 0
  );
}

/** Takes a version out of the list, or puts it back. */
export function setRemoved(
  db: Database,
  { version, at }: { version: string; at: string | null },
): string | undefined {
  db.prepare('UPDATE comparison_versions SET deleted_at = ? WHERE id = ?').run(at, version);
  const id = db.prepare('SELECT comparison_id FROM comparison_versions WHERE id = ?').pluck().get(version);
  return id === undefined ? undefined : String(id);
}

/** Puts a comparison back to a version; what it was until now is kept first, as `before`. */
export function bringBack(
  db: Database,
  { version, before, at }: { version: string; before: string; at: string },
): { readonly stored: StoredComparison; readonly before: string } | undefined {
  const found = getVersion(db, { version });
  if (found === undefined) return undefined;
  const { comparisonId: id, state } = found;
  const kept = keep(db, { id, version: before, reason: 'before', name: '', at });
  if (kept === undefined) return undefined;
  replaceWhole(db, { ...state, id, modifiedAt: at });
  const stored = get(db, { id });
  return stored && { stored, before: kept.id };
}

function hashOf({ modifiedAt: _, ...state }: StoredComparison): string {
  return createHash('sha256').update(JSON.stringify(state)).digest('hex');
}

/** The versions whose content is not what was kept. */
export function badHashes(db: Database): string[] {
  const rows = db.prepare('SELECT id, state, hash FROM comparison_versions').iterate();
  return [...rows].flatMap((raw) => {
    const { id, state, hash } = raw as { id: string; state: string; hash: string };
    try {
      return hashOf(JSON.parse(state)) === hash ? [] : [id];
    } catch {
      return [id];
    }
  });
}

function toVersion(raw: unknown): VersionRow {
  const row = raw as Omit<VersionRow, 'state'> & { readonly state: string };
  return { ...row, state: JSON.parse(row.state) as StoredComparison };
}
