/** Notes, comparisons and settings. User text rows carry the hash of their canonical form, to find rot. */
export const sql = /* sql */ `
CREATE TABLE meta (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  commit_seq INTEGER NOT NULL
) STRICT;
INSERT INTO meta (id, commit_seq) VALUES (1, 0);

CREATE TABLE annotations (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL,
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  colour TEXT NOT NULL,
  body TEXT NOT NULL,
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  section TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  start_point INTEGER NOT NULL,
  end_point INTEGER NOT NULL,
  prefix TEXT NOT NULL,
  exact TEXT NOT NULL,
  suffix TEXT NOT NULL,
  reply_to TEXT,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX annotations_by_case ON annotations (case_id, seq) WHERE deleted_at IS NULL;

CREATE TABLE annotation_history (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  annotation_id TEXT NOT NULL REFERENCES annotations (id),
  change TEXT NOT NULL,
  version TEXT NOT NULL CHECK (json_valid(version)),
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX annotation_history_by_annotation ON annotation_history (annotation_id, seq);

CREATE TABLE comparisons (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  case_ids TEXT NOT NULL CHECK (json_valid(case_ids)),
  row_ids TEXT NOT NULL CHECK (json_valid(row_ids)),
  preset TEXT,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE TABLE comparison_cells (
  comparison_id TEXT NOT NULL REFERENCES comparisons (id),
  case_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  revision TEXT NOT NULL,
  draft TEXT NOT NULL,
  summary TEXT,
  hash TEXT NOT NULL,
  PRIMARY KEY (comparison_id, case_id, row_id)
) STRICT;

CREATE TABLE comparison_findings (
  comparison_id TEXT NOT NULL REFERENCES comparisons (id),
  row_id TEXT NOT NULL,
  finding TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (comparison_id, row_id)
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
`;
