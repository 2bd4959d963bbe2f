/**
 * Rows and presets of the user's own; the draft of a cell in both languages with the hash of what it was made
 * of; versions of a comparison; and the figures of its cases as they stood when it last went out.
 */
export const sql = /* sql */ `
CREATE TABLE own_rows (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  asks TEXT NOT NULL,
  group_id TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE own_presets (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  row_ids TEXT NOT NULL CHECK (json_valid(row_ids)),
  modified_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

ALTER TABLE comparison_cells ADD COLUMN draft_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE comparison_cells ADD COLUMN draft_en TEXT NOT NULL DEFAULT '';
ALTER TABLE comparison_cells ADD COLUMN basis TEXT NOT NULL DEFAULT '';
UPDATE comparison_cells SET draft_zh = draft
  WHERE comparison_id IN (SELECT id FROM comparisons WHERE language = 'zh');
UPDATE comparison_cells SET draft_en = draft
  WHERE comparison_id IN (SELECT id FROM comparisons WHERE language = 'en');
ALTER TABLE comparison_cells DROP COLUMN draft;

CREATE TABLE comparison_versions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  comparison_id TEXT NOT NULL REFERENCES comparisons (id),
  reason TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state)),
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX comparison_versions_by_comparison ON comparison_versions (comparison_id, seq);

CREATE TABLE comparison_baselines (
  comparison_id TEXT NOT NULL REFERENCES comparisons (id),
  case_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  revision TEXT NOT NULL,
  figures TEXT NOT NULL CHECK (json_valid(figures)),
  at TEXT NOT NULL,
  PRIMARY KEY (comparison_id, case_id)
) STRICT, WITHOUT ROWID;
`;
