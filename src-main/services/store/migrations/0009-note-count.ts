/** How many notes there are, kept by the database itself: a lost page shows as a count that does not agree. */
export const sql = /* sql */ `
ALTER TABLE meta ADD COLUMN notes_count INTEGER NOT NULL DEFAULT 0;
UPDATE meta SET notes_count = (SELECT count(*) FROM annotations);
CREATE TRIGGER notes_count_of_new AFTER INSERT ON annotations BEGIN
  UPDATE meta SET notes_count = notes_count + 1;
END;
CREATE TRIGGER notes_count_of_gone AFTER DELETE ON annotations BEGIN
  UPDATE meta SET notes_count = notes_count - 1;
END;
`;
