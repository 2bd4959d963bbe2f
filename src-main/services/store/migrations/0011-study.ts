/** What is remembered of cards, each answer given to one, and the answers to "which type is this?". */
export const sql = /* sql */ `
CREATE TABLE study_cards (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (json_valid(state)),
  due TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE study_reviews (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  card_id TEXT NOT NULL,
  rating TEXT NOT NULL CHECK (rating IN ('again', 'hard', 'good', 'easy')),
  at TEXT NOT NULL,
  -- The card's state before the answer, null for its first: taking the answer back puts it there again.
  before TEXT CHECK (before IS NULL OR json_valid(before))
) STRICT;

CREATE TABLE study_answers (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT NOT NULL,
  guess TEXT NOT NULL,
  is_right INTEGER NOT NULL CHECK (is_right IN (0, 1)),
  at TEXT NOT NULL
) STRICT;
`;
