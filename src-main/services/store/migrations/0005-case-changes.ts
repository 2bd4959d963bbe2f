/**
 * Which cases' notes and tags have changed, and in which order: whoever keeps something made of them asks
 * for those that changed since, whatever changed them (a note, its undo, an import).
 */
export const sql = /* sql */ `
CREATE TABLE case_changes (
  case_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX case_changes_in_order ON case_changes (seq);
INSERT INTO case_changes (case_id, seq)
  SELECT case_id, row_number() OVER (ORDER BY case_id)
  FROM (SELECT case_id FROM annotations UNION SELECT case_id FROM case_tags);

CREATE TRIGGER case_changes_of_new_note AFTER INSERT ON annotations BEGIN
  INSERT INTO case_changes (case_id, seq) SELECT NEW.case_id, coalesce(max(seq), 0) + 1 FROM case_changes WHERE true
    ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq;
END;
CREATE TRIGGER case_changes_of_changed_note AFTER UPDATE OF body, tags, deleted_at, case_id ON annotations BEGIN
  INSERT INTO case_changes (case_id, seq) SELECT OLD.case_id, coalesce(max(seq), 0) + 1 FROM case_changes WHERE true
    ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq;
  INSERT INTO case_changes (case_id, seq) SELECT NEW.case_id, coalesce(max(seq), 0) + 1 FROM case_changes WHERE true
    ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq;
END;
CREATE TRIGGER case_changes_of_gone_note AFTER DELETE ON annotations BEGIN
  INSERT INTO case_changes (case_id, seq) SELECT OLD.case_id, coalesce(max(seq), 0) + 1 FROM case_changes WHERE true
    ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq;
END;
CREATE TRIGGER case_changes_of_new_tag AFTER INSERT ON case_tags BEGIN
  INSERT INTO case_changes (case_id, seq) SELECT NEW.case_id, coalesce(max(seq), 0) + 1 FROM case_changes WHERE true
    ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq;
END;
CREATE TRIGGER case_changes_of_changed_tag AFTER UPDATE ON case_tags BEGIN
  INSERT INTO case_changes (case_id, seq) SELECT NEW.case_id, coalesce(max(seq), 0) + 1 FROM case_changes WHERE true
    ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq;
END;
CREATE TRIGGER case_changes_of_gone_tag AFTER DELETE ON case_tags BEGIN
  INSERT INTO case_changes (case_id, seq) SELECT OLD.case_id, coalesce(max(seq), 0) + 1 FROM case_changes WHERE true
    ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq;
END;
`;
