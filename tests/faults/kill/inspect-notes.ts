import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** What was answered to be stored: by a note's id, the words it must have, or later ones of its own. */
export type Promised = ReadonlyMap<string, { readonly body: string; readonly asked: readonly string[] }>;

/** Looks into a data folder after its writer was killed, and says everything that is not as promised. */
export function inspectNotes(folder: string, promised: Promised): string[] {
  const wrong: string[] = [];
  const db = new Database(join(folder, 'okm.db'));
  try {
    const integrity = db.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') wrong.push(`integrity: ${integrity}`);
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) wrong.push('a row refers to none');
    const rows = db.prepare('SELECT id, body, folded, tags FROM annotations').all() as {
      id: string;
      body: string;
      folded: string | null;
      tags: string;
    }[];
    const stored = new Map(rows.map((row) => [row.id, row]));
    for (const [id, { body, asked }] of promised) {
      const row = stored.get(id);
      if (row === undefined) wrong.push(`note ${id} was promised and is gone`);
      // A change that was asked for may be stored although its answer was never heard.
      else if (row.body !== body && !asked.includes(row.body)) wrong.push(`note ${id} has other words`);
    }
    // Half a note would lack its tags, its searchable words, or the way back.
    const tagged = db.prepare('SELECT count(*) FROM annotation_tags WHERE annotation_id = ?').pluck();
    for (const { id, folded, tags, body } of rows) {
      if (Number(tagged.get(id)) !== JSON.parse(tags).length) wrong.push(`note ${id} lacks tags`);
      if (folded === null || !folded.includes(body.slice(0, 2))) wrong.push(`note ${id} cannot be searched`);
    }
    const halfActs = db
      .prepare('SELECT count(*) FROM acts WHERE NOT EXISTS (SELECT 1 FROM act_rows WHERE act_seq = seq)')
      .pluck()
      .get();
    if (Number(halfActs) > 0) wrong.push('an act without what it changed');
  } finally {
    db.close();
  }
  return wrong;
}

/** How many notes a data folder holds; none where there is no database yet. */
export function countNotes(folder: string): number {
  const file = join(folder, 'okm.db');
  if (!existsSync(file)) return 0;
  const db = new Database(file);
  try {
    const hasTable = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'annotations'").get() !== undefined;
    return hasTable ? Number(db.prepare('SELECT count(*) FROM annotations').pluck().get()) : 0;
  } finally {
    db.close();
  }
}
