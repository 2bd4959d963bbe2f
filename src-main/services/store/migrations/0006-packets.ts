/** Course packets, each one document with its versions, and what trainees said before they knew the ending. */
export const sql = /* sql */ `
CREATE TABLE packets (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE packet_versions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  packet_id TEXT NOT NULL REFERENCES packets (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('kept', 'exported')),
  content TEXT NOT NULL CHECK (json_valid(content)),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX packet_versions_by_packet ON packet_versions (packet_id, seq);
`;
