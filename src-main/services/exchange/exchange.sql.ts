import type { Database } from 'better-sqlite3';
import { type Touch, withAct } from '../acts/acts.sql.ts';
import type { AnnotationOutcome, AnnotationRow, AnnotationWords } from '../annotations/annotation-row.ts';
import { get, insert, rewrite } from '../annotations/annotations.sql.ts';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
}

/** Everybody whose notes were ever taken in. */
export function people(db: Database, _input: undefined): PersonRow[] {
  return db.prepare('SELECT id, name FROM people ORDER BY id').all() as PersonRow[];
}

/** The id under which this installation's own notes go out; the first one offered stays for good. */
export function ensureOwner(db: Database, { offer }: { offer: string }): string {
  db.prepare("INSERT INTO settings (key, value) VALUES ('owner', ?) ON CONFLICT DO NOTHING").run(
    JSON.stringify(offer),
  );
  return String(
    JSON.parse(String(db.prepare("SELECT value FROM settings WHERE key = 'owner'").pluck().get())),
  );
}

/** The owner's id without making one. */
export function findOwner(db: Database, _input: undefined): string | null {
  const value = db.prepare("SELECT value FROM settings WHERE key = 'owner'").pluck().get();
  return value === undefined ? null : String(JSON.parse(String(value)));
}

/** Notes by their ids wherever they are, to hold a file against them. */
export function getWithBin(db: Database, { ids }: { ids: readonly string[] }): AnnotationRow[] {
  return get(db, { ids, inBin: true });
}

/** What a plan of notes brings. */
export interface TakenNotes {
  readonly people: readonly PersonRow[];
  readonly added: readonly { readonly row: AnnotationWords; readonly outcome: AnnotationOutcome }[];
  readonly changed: readonly { readonly row: AnnotationWords; readonly outcome: AnnotationOutcome }[];
  /** Wordings older than those here: they go into the history. */
  readonly older: readonly { readonly id: string; readonly note: unknown }[];
}

/** Takes a whole plan in as one act: new notes, and notes that a newer wording replaces. */
export function takeIn(
  db: Database,
  input: TakenNotes & { readonly name: string; readonly at: string },
): { added: number; changed: number } {
  return withAct(db, { kind: 'import', name: input.name, at: input.at }, (touch) =>
    writeTaken(db, input, input.at, touch),
  );
}

/** Writes a plan of notes as part of an act. */
export function writeTaken(
  db: Database,
  input: TakenNotes,
  at: string,
  touch: Touch,
): { added: number; changed: number } {
  const person = db.prepare(
    'INSERT INTO people (id, name) VALUES (@id, @name) ON CONFLICT (id) DO UPDATE SET name = excluded.name',
  );
  for (const one of input.people) person.run(one);
  let added = 0;
  for (const { row, outcome } of input.added) {
    touch('annotations', row.id);
    if (insert(db, row, outcome)) added++;
  }
  for (const { row, outcome } of input.changed) {
    touch('annotations', row.id);
    rewrite(db, row, outcome);
  }
  const old = db.prepare(
    `INSERT INTO annotation_history (annotation_id, change, version, changed_at)
     SELECT @id, 'imported', @version, @at WHERE NOT EXISTS (
       SELECT 1 FROM annotation_history WHERE annotation_id = @id AND version = @version)`,
  );
  // A wording that is known already is not kept twice: the same file may come again and again.
  for (const { id, note } of input.older) old.run({ id, version: JSON.stringify(note), at });
  return { added, changed: input.changed.length };
}
