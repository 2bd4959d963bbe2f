import type { Database } from 'better-sqlite3';

export interface CardRow {
  readonly id: string;
  /** JSON, read by the domain's schema. */
  readonly state: unknown;
}

/** What is remembered of cards. */
export function cards(db: Database, _input: undefined): CardRow[] {
  const rows = db.prepare('SELECT id, state FROM study_cards').all() as { id: string; state: string }[];
  return rows.map(({ id, state }) => ({ id, state: JSON.parse(state) as unknown }));
}

/** Stores an answer to a card and what is remembered of the card after it. */
export function rate(
  db: Database,
  input: { id: string; rating: string; at: string; before: object | null; after: { due: string } },
): void {
  const { id, rating, at, before, after } = input;
  db.prepare('INSERT INTO study_reviews (card_id, rating, at, before) VALUES (?, ?, ?, ?)').run(
    id,
    rating,
    at,
    before === null ? null : JSON.stringify(before),
  );
  db.prepare(
    `INSERT INTO study_cards (id, state, due) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, due = excluded.due`,
  ).run(id, JSON.stringify(after), after.due);
}

/** Takes the last answer back; the id of its card, undefined when there is none. */
export function takeBack(db: Database, _input: undefined): string | undefined {
  const last = db
    .prepare('SELECT seq, card_id AS id, before FROM study_reviews ORDER BY seq DESC LIMIT 1')
    .get() as { seq: number; id: string; before: string | null } | undefined;
  if (last === undefined) return undefined;
  db.prepare('DELETE FROM study_reviews WHERE seq = ?').run(last.seq);
  if (last.before === null) db.prepare('DELETE FROM study_cards WHERE id = ?').run(last.id);
  else {
    const { due } = JSON.parse(last.before) as { due: string };
    db.prepare('UPDATE study_cards SET state = ?, due = ? WHERE id = ?').run(last.before, due, last.id);
  }
  return last.id;
}

/** How many answers there are, and how many since a time. */
export function reviewCounts(db: Database, { since }: { since: string }): { all: number; since: number } {
  return db
    .prepare('SELECT count(*) AS "all", coalesce(sum(at >= ?), 0) AS since FROM study_reviews')
    .get(since) as { all: number; since: number };
}

export interface AnswerRow {
  readonly caseId: string;
  readonly isRight: boolean;
}

/** The answers to exercises, oldest first. */
export function answers(db: Database, _input: undefined): AnswerRow[] {
  const rows = db
    .prepare('SELECT case_id AS caseId, is_right AS isRight FROM study_answers ORDER BY seq LIMIT 100000')
    .all() as { caseId: string; isRight: number }[];
  return rows.map(({ caseId, isRight }) => ({ caseId, isRight: isRight === 1 }));
}

export function answer(
  db: Database,
  { caseId, guess, isRight, at }: { caseId: string; guess: string; isRight: boolean; at: string },
): void {
  db.prepare('INSERT INTO study_answers (case_id, guess, is_right, at) VALUES (?, ?, ?, ?)').run(
    caseId,
    guess,
    isRight ? 1 : 0,
    at,
  );
}
