import type { Database, Statement } from 'better-sqlite3';

const known = new WeakMap<Database, Map<string, Statement>>();

/** A statement that is used for row after row, prepared once a connection. Only for texts of the program. */
export function prepared(db: Database, sql: string): Statement {
  const ofDatabase = known.get(db) ?? new Map<string, Statement>();
  known.set(db, ofDatabase);
  const found = ofDatabase.get(sql);
  if (found) return found;
  const made = db.prepare(sql);
  ofDatabase.set(sql, made);
  return made;
}
