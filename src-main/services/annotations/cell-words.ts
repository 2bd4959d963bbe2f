/**
 * What a cell of a comparison says, its own words or else its draft; undefined where the comparison, its row or
 * its column is gone. `cell` is `<comparison>#<row>`.
 */
export type CellWords = (cell: string, caseId: string) => Promise<string | undefined>;
