import type { Database } from 'better-sqlite3';
import * as annotations from '../annotations/annotations.sql.ts';
import * as comparisons from '../comparisons/comparisons.sql.ts';
import * as settings from '../settings/settings.sql.ts';

// biome-ignore lint/suspicious/noExplicitAny: each operation has its own input; the table only holds them
type Operation = (db: Database, input: any) => unknown;

/** What may be asked of the store without writing. */
export const reads = {
  listAnnotations: annotations.list,
  getAnnotations: annotations.get,
  listComparisons: comparisons.list,
  getComparison: comparisons.get,
  readSettings: settings.read,
  storeInfo: (db: Database, _input: undefined) => ({
    synchronous: db.pragma('synchronous', { simple: true }),
    commitSeq: Number(db.prepare('SELECT commit_seq FROM meta').pluck().get()),
  }),
} satisfies Record<string, Operation>;

/** What writes: each is one transaction, begun IMMEDIATE, wholly there or not at all. */
export const writes = {
  createAnnotation: annotations.create,
  updateAnnotation: annotations.update,
  removeAnnotations: annotations.remove,
  restoreAnnotations: annotations.restore,
  createComparison: comparisons.create,
  updateComparison: comparisons.update,
  editComparisonCell: comparisons.editCell,
  editComparisonFinding: comparisons.editFinding,
  removeComparison: comparisons.remove,
  restoreComparison: comparisons.restore,
  writeSettings: settings.write,
} satisfies Record<string, Operation>;

export type Operations = typeof reads & typeof writes;
