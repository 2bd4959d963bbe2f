import type { Database } from 'better-sqlite3';
import type { ActKind } from '#contract/acts.ts';
import { type Touch, withAct } from '../acts/acts.sql.ts';
import type { AnnotationOutcome, AnnotationRow, AnnotationWords } from '../annotations/annotation-row.ts';
import { get, rewrite } from '../annotations/annotations.sql.ts';

export interface TagUse {
  /** What each note and each case wears, one row a tag. */
  readonly notes: readonly (readonly [owner: string, tag: string])[];
  readonly cases: readonly (readonly [owner: string, tag: string])[];
  readonly colours: readonly { readonly path: string; readonly colour: string | null }[];
}

/** Everything that tags are known by. */
export function uses(db: Database, _input: undefined): TagUse {
  const notes = db
    .prepare(
      `SELECT annotation_id, tag FROM annotation_tags JOIN annotations ON annotations.id = annotation_id
       WHERE deleted_at IS NULL ORDER BY annotation_id`,
    )
    .raw()
    .all() as [string, string][];
  const cases = db.prepare('SELECT case_id, tag FROM case_tags ORDER BY case_id, tag').raw().all() as [
    string,
    string,
  ][];
  const colours = db.prepare('SELECT path, colour FROM tags ORDER BY path').all() as TagUse['colours'];
  return { notes, cases, colours };
}

const below = "(tag = ? OR substr(tag, 1, length(?) + 1) = ? || '/')";

/** The notes that wear a tag or one below it; those in the bin too, so that they come back with the new name. */
export function notesWearing(db: Database, { path }: { path: string }): AnnotationRow[] {
  const ids = db
    .prepare(`SELECT DISTINCT annotation_id FROM annotation_tags WHERE ${below}`)
    .pluck()
    .all(path, path, path) as string[];
  return get(db, { ids, inBin: true });
}

/**
 * Gives a tag and all below it another path, or takes them off (`to` null), on notes, cases and in the list
 * of tags, as one act. `rows` are the notes as they are to be.
 */
export function replacePath(
  db: Database,
  input: {
    from: string;
    to: string | null;
    rows: readonly { row: AnnotationWords; outcome: AnnotationOutcome }[];
    at: string;
  },
): number {
  const { from, to, rows, at } = input;
  const act: ActKind = to === null ? 'tag-remove' : 'tag-rename';
  return withAct(db, { kind: act, name: from, at }, (touch) => {
    for (const { row, outcome } of rows) {
      touch('annotations', row.id);
      rewrite(db, row, outcome);
    }
    const rename = (path: string) => (to === null ? null : to + path.slice(from.length));
    const cases = db
      .prepare(`SELECT case_id, tag FROM case_tags WHERE ${below}`)
      .raw()
      .all(from, from, from) as [string, string][];
    for (const [caseId, tag] of cases) {
      dropCaseTag(db, touch, caseId, tag);
      const into = rename(tag);
      if (into !== null) addCaseTag(db, touch, caseId, into);
    }
    const listed = db
      .prepare("SELECT path, colour FROM tags WHERE path = ? OR substr(path, 1, length(?) + 1) = ? || '/'")
      .all(from, from, from) as { path: string; colour: string | null }[];
    for (const { path, colour } of listed) {
      touch('tags', path);
      db.prepare('DELETE FROM tags WHERE path = ?').run(path);
      const into = rename(path);
      if (into === null) continue;
      touch('tags', into);
      // The tag that takes the others in keeps its own colour.
      db.prepare('INSERT INTO tags (path, colour) VALUES (?, ?) ON CONFLICT DO NOTHING').run(into, colour);
    }
    return rows.length + cases.length;
  });
}

export function setColour(
  db: Database,
  { path, colour, at }: { path: string; colour: string | null; at: string },
): number {
  return withAct(db, { kind: 'tag-colour', name: path, at }, (touch) => {
    touch('tags', path);
    return db
      .prepare(
        'INSERT INTO tags (path, colour) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET colour = excluded.colour',
      )
      .run(path, colour).changes;
  });
}

export function changeCases(
  db: Database,
  input: { caseIds: readonly string[]; add: readonly string[]; remove: readonly string[]; at: string },
): number {
  const { caseIds, add, remove, at } = input;
  return withAct(db, { kind: 'tag-cases', name: [...add, ...remove].join(' '), at }, (touch) => {
    let changed = 0;
    for (const caseId of caseIds) {
      for (const tag of add) changed += addCaseTag(db, touch, caseId, tag);
      for (const tag of remove) changed += dropCaseTag(db, touch, caseId, tag);
    }
    return changed;
  });
}

function addCaseTag(db: Database, touch: Touch, caseId: string, tag: string): number {
  touch('case_tags', caseId, tag);
  return db
    .prepare('INSERT INTO case_tags (case_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING')
    .run(caseId, tag).changes;
}

function dropCaseTag(db: Database, touch: Touch, caseId: string, tag: string): number {
  touch('case_tags', caseId, tag);
  return db.prepare('DELETE FROM case_tags WHERE case_id = ? AND tag = ?').run(caseId, tag).changes;
}
