/**
 * Notes in full: what they stand on, whose they are, where they were found last; tags and collections; and
 * what was done, so that it can be taken back after a restart.
 */
export const sql = /* sql */ `
ALTER TABLE annotations ADD COLUMN thing TEXT NOT NULL DEFAULT 'text' CHECK (thing IN ('text', 'cell', 'figure'));
ALTER TABLE annotations ADD COLUMN thing_id TEXT;
ALTER TABLE annotations ADD COLUMN alike TEXT CHECK (alike IS NULL OR json_valid(alike));
ALTER TABLE annotations ADD COLUMN person_id TEXT;
ALTER TABLE annotations ADD COLUMN status TEXT NOT NULL DEFAULT 'anchored';
ALTER TABLE annotations ADD COLUMN place TEXT CHECK (place IS NULL OR json_valid(place));
ALTER TABLE annotations ADD COLUMN spot TEXT CHECK (spot IS NULL OR json_valid(spot));
ALTER TABLE annotations ADD COLUMN seen_hash TEXT;
ALTER TABLE annotations ADD COLUMN folded TEXT;
CREATE INDEX annotations_by_change ON annotations (modified_at, seq) WHERE deleted_at IS NULL;
CREATE INDEX annotations_in_bin ON annotations (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE annotation_tags (
  tag TEXT NOT NULL,
  annotation_id TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
  PRIMARY KEY (tag, annotation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_tags_by_annotation ON annotation_tags (annotation_id);
INSERT OR IGNORE INTO annotation_tags (tag, annotation_id)
  SELECT value, annotations.id FROM annotations, json_each(annotations.tags);

CREATE TRIGGER annotation_tags_of_new AFTER INSERT ON annotations BEGIN
  INSERT OR IGNORE INTO annotation_tags (tag, annotation_id) SELECT value, NEW.id FROM json_each(NEW.tags);
END;
CREATE TRIGGER annotation_tags_of_changed AFTER UPDATE OF tags ON annotations BEGIN
  DELETE FROM annotation_tags WHERE annotation_id = NEW.id;
  INSERT OR IGNORE INTO annotation_tags (tag, annotation_id) SELECT value, NEW.id FROM json_each(NEW.tags);
END;

CREATE TABLE tags (
  path TEXT PRIMARY KEY,
  colour TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE case_tags (
  case_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (case_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_tags_by_tag ON case_tags (tag);

CREATE TABLE collections (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  saved TEXT CHECK (saved IS NULL OR json_valid(saved)),
  position REAL NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE collection_items (
  collection_id TEXT NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'note')),
  item_id TEXT NOT NULL,
  position REAL NOT NULL,
  PRIMARY KEY (collection_id, kind, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_items_in_order ON collection_items (collection_id, position);

CREATE TABLE acts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  changed INTEGER NOT NULL,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE act_rows (
  act_seq INTEGER NOT NULL REFERENCES acts (seq) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  place TEXT NOT NULL,
  key TEXT NOT NULL CHECK (json_valid(key)),
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  PRIMARY KEY (act_seq, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE anchor_reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  report TEXT NOT NULL CHECK (json_valid(report)),
  seen INTEGER NOT NULL DEFAULT 0
) STRICT;
`;
