/** The user's own places, and what he says of the conditions that cases state. */
export const sql = /* sql */ `
CREATE TABLE own_places (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  level TEXT,
  space TEXT NOT NULL CHECK (json_valid(space)),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE own_place_answers (
  place_id TEXT NOT NULL REFERENCES own_places (id) ON DELETE CASCADE,
  case_id TEXT NOT NULL,
  condition_id TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('met', 'missing', 'unsure')),
  note TEXT NOT NULL,
  -- The condition as it stood when it was answered, both languages.
  condition TEXT NOT NULL CHECK (json_valid(condition)),
  PRIMARY KEY (place_id, case_id, condition_id)
) STRICT, WITHOUT ROWID;
`;
