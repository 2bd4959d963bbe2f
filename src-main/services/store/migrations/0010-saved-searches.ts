/** What a saved search had found when the user last looked, so that what came since can be told. */
export const sql = /* sql */ `
CREATE TABLE saved_search_looks (
  collection_id TEXT PRIMARY KEY REFERENCES collections (id) ON DELETE CASCADE,
  case_ids TEXT NOT NULL CHECK (json_valid(case_ids)),
  looked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
