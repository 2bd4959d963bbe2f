/** Finds the notes on the cells of a comparison without reading all notes. */
export const sql = /* sql */ `
CREATE INDEX annotations_on_cells ON annotations (thing_id) WHERE thing = 'cell' AND deleted_at IS NULL;
`;
