/** A case that is put into a collection, or is in one that goes to the bin, has changed for the search, too. */
export const sql = /* sql */ `
CREATE TRIGGER case_changes_of_collected AFTER INSERT ON collection_items WHEN NEW.kind = 'case' BEGIN
  INSERT INTO case_changes (case_id, seq) SELECT NEW.item_id, coalesce(max(seq), 0) + 1 FROM case_changes WHERE true
    ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq;
END;
CREATE TRIGGER case_changes_of_taken_out AFTER DELETE ON collection_items WHEN OLD.kind = 'case' BEGIN
  INSERT INTO case_changes (case_id, seq) SELECT OLD.item_id, coalesce(max(seq), 0) + 1 FROM case_changes WHERE true
    ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq;
END;
CREATE TRIGGER case_changes_of_collection AFTER UPDATE OF deleted_at ON collections BEGIN
  INSERT INTO case_changes (case_id, seq)
    SELECT item_id, (SELECT coalesce(max(seq), 0) + 1 FROM case_changes) FROM collection_items
    WHERE collection_id = NEW.id AND kind = 'case'
    ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq;
END;
INSERT INTO case_changes (case_id, seq)
  SELECT DISTINCT item_id, (SELECT coalesce(max(seq), 0) + 1 FROM case_changes) FROM collection_items
  WHERE kind = 'case' ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq;
`;
