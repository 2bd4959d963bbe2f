import type { Database } from 'better-sqlite3';

/** Reports of what became of notes; kept so many. */
const KEPT = 50;

export interface ReportRow {
  readonly id: number;
  readonly at: string;
  readonly report: unknown;
  readonly seen: boolean;
}

export function addReport(db: Database, { at, report }: { at: string; report: unknown }): number {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO anchor_reports (at, report) VALUES (?, ?)')
    .run(at, JSON.stringify(report));
  db.prepare('DELETE FROM anchor_reports WHERE id <= (SELECT max(id) FROM anchor_reports) - ?').run(KEPT);
  return Number(lastInsertRowid);
}

/** The last report, read or not. */
export function lastReport(db: Database, _input: undefined): ReportRow | undefined {
  const row = db.prepare('SELECT id, at, report, seen FROM anchor_reports ORDER BY id DESC LIMIT 1').get() as
    | { id: number; at: string; report: string; seen: number }
    | undefined;
  return row && { ...row, report: JSON.parse(row.report), seen: row.seen === 1 };
}

export function markReport(db: Database, { id }: { id: number }): void {
  db.prepare('UPDATE anchor_reports SET seen = 1 WHERE id <= ?').run(id);
}
