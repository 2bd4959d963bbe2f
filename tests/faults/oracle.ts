import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { checkDatabase } from '#services/store/check-database.ts';
import { commitSeq } from '#services/store/database.ts';
import { readJournal } from '#services/store/journal.ts';

/** What the bench counts, by kind of fault. */
export interface Verdict {
  readonly lost: number;
  readonly half: number;
  readonly unsound: readonly string[];
}

/** A generator of numbers below a bound that goes by its seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = (seed ^ 0x2545f491) & 0x7fffffff;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return below < 1 ? 0 : (state >> 8) % below;
  };
}

/** A note as the store takes it. */
export function noteInput(id: string, body: string) {
  const at = '2026-11-24T00:00:00.000Z';
  const place = {
    section: 'summary',
    textHash: 'x',
    start: 0,
    end: 4,
    prefix: '',
    exact: '一公里内',
    suffix: '',
  };
  return {
    row: {
      ...place,
      id,
      caseId: 'beijing-jinsong-model',
      language: 'zh',
      kind: 'note',
      colour: 'blue',
      body,
      tags: [`标签${body.length % 7}`],
      alike: null,
      thing: 'text' as const,
      thingId: null,
      personId: null,
      replyTo: null,
      createdAt: at,
      modifiedAt: at,
      folded: body,
    },
    outcome: { status: 'anchored' as const, place: null, spot: null, seenHash: null },
  };
}

/** What a writer was told, in order; the last line may have been cut and then was not heard. */
export function acknowledged(said: string): { id: string; body: string }[] {
  return said
    .split('\n')
    .slice(1, -1)
    .flatMap((line) => {
      const heard = JSON.parse(line) as { id?: string; body?: string };
      return heard.id !== undefined && heard.body !== undefined ? [{ id: heard.id, body: heard.body }] : [];
    });
}

/**
 * The one judge of all faults: opens what the fault has left, as the program would, and compares it with what was
 * acknowledged. Each acknowledged effect is there, or a later one of the same note; no note lacks its tag, act
 * or hash; the database is sound; and the journal knows of no commit that the database does not.
 */
export function judge(folder: string, promised: readonly { id: string; body: string }[]): Verdict {
  const file = join(folder, 'okm.db');
  if (!existsSync(file)) return { lost: promised.length, half: 0, unsound: [] };
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version === 0) return { lost: promised.length, half: 0, unsound: [] };
    const unsound = checkDatabase(db).map(({ kind, where, id }) => `${kind} ${where} ${id}`);
    const last = new Map(promised.map(({ id, body }, at) => [id, { body, at }]));
    const rows = new Map(
      (db.prepare('SELECT id, body FROM annotations').all() as { id: string; body: string }[]).map(
        ({ id, body }) => [id, body],
      ),
    );
    let lost = 0;
    for (const [id, { body }] of last) {
      const there = rows.get(id);
      // A later write of the same note may be there without its answer having been heard.
      const isLater = there !== undefined && Number.parseInt(there, 10) > Number.parseInt(body, 10);
      if (there !== body && !isLater) lost += 1;
    }
    const count = (sql: string) => Number(db?.prepare(sql).pluck().get());
    const half =
      Math.abs(count('SELECT count(DISTINCT annotation_id) FROM annotation_tags') - rows.size) +
      count('SELECT count(*) FROM acts WHERE NOT EXISTS (SELECT 1 FROM act_rows WHERE act_seq = seq)');
    const journal = readJournal(folder).last;
    if (journal > commitSeq(db)) unsound.push(`journal ${journal} ahead of ${commitSeq(db)}`);
    return { lost, half, unsound };
  } catch (error) {
    return {
      lost: promised.length,
      half: 0,
      unsound: [error instanceof Error ? error.message : String(error)],
    };
  } finally {
    db?.close();
  }
}
