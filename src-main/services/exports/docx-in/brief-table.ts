import { OkmError } from '#contract/errors.ts';
import { type Notes, wordsOf } from './docx-text.ts';
import { childrenOf, findAll, type XmlElement } from './xml.ts';

/** A cell of a table as read: its words by paragraph, and the tags of the content controls in or around it. */
export interface ReadCell {
  readonly paragraphs: readonly string[];
  readonly tags: readonly string[];
  /** More than one column wide, or part of a cell that spans rows. */
  readonly merged: boolean;
}

/** The rows of a table with their cells. */
export function readTable(table: XmlElement, notes?: Notes): ReadCell[][] {
  return findAll(table, 'w:tr').map((row) => cellsOf(row, [], notes));
}

// A control may stand around a cell as well as inside it: programs move it when a whole cell is edited.
function cellsOf(element: XmlElement, tags: readonly string[], notes: Notes | undefined): ReadCell[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'w:sdt') return cellsOf(child, [...tags, ...tagOf(child)], notes);
    return child.name === 'w:tc' ? [readCell(child, tags, notes)] : cellsOf(child, tags, notes);
  });
}

function readCell(cell: XmlElement, tags: readonly string[], notes: Notes | undefined): ReadCell {
  const properties = childrenOf(cell, 'w:tcPr')[0];
  const property = (name: string) => (properties ? childrenOf(properties, name)[0] : undefined);
  const span = Number(property('w:gridSpan')?.attributes['w:val'] ?? '1');
  return {
    paragraphs: findAll(cell, 'w:p').map((paragraph) => wordsOf(paragraph, notes)),
    tags: [...tags, ...tagsIn(cell)],
    merged: span > 1 || property('w:vMerge') !== undefined || property('w:hMerge') !== undefined,
  };
}

function tagsIn(element: XmlElement): string[] {
  return findAll(element, 'w:sdt').flatMap((control) => [...tagOf(control), ...tagsIn(control)]);
}

function tagOf(control: XmlElement): string[] {
  const properties = childrenOf(control, 'w:sdtPr')[0];
  const value = properties && childrenOf(properties, 'w:tag')[0]?.attributes['w:val'];
  return value === undefined ? [] : [value];
}

/** The table of a comparison, by what its columns and rows are. */
export interface BriefTable {
  /** By column: the case, `finding`, or undefined for the head of the rows and for what the user has added. */
  readonly columns: readonly (string | undefined)[];
  readonly rows: readonly { readonly row: string; readonly cells: readonly ReadCell[] }[];
}

interface Known {
  /** The case that a head names, undefined for none. */
  readonly caseOf: (head: string) => string | undefined;
  readonly rowOf: (head: string) => string | undefined;
  readonly isFinding: (head: string) => boolean;
}

/**
 * Finds the table of a comparison in a document: by its tags, and where a program has dropped them, by the words
 * of its heads. Undefined when there is none.
 *
 * @throws OkmError FILE_REFUSED when cells of it were merged or split
 */
export function findBriefTable(
  document: XmlElement,
  known: Known,
  file: string,
  notes?: Notes,
): BriefTable | undefined {
  for (const table of findAll(document, 'w:tbl')) {
    const rows = readTable(table, notes);
    const at = rows.findIndex(
      (cells) => columnsOf(cells, known).filter((one) => one !== undefined).length > 0,
    );
    const head = rows[at];
    if (head === undefined) continue;
    const columns = columnsOf(head, known);
    const lines = rows.slice(at + 1).flatMap((cells) => {
      const first = cells[0];
      const row = first && (tagged(first, 'okm:row:') ?? known.rowOf(first.paragraphs.join(' ').trim()));
      return row === undefined ? [] : [{ row, cells }];
    });
    // The list of the cases has their names too, but in its first column and without rows of a comparison.
    if (lines.length === 0) continue;
    for (const { cells } of [{ cells: head }, ...lines]) {
      if (cells.length !== head.length || cells.some(({ merged }) => merged)) {
        const detail = cells[0]?.paragraphs.join(' ').trim() ?? '';
        throw new OkmError('FILE_REFUSED', { file, reason: 'merged', detail });
      }
    }
    return { columns, rows: lines };
  }
  return undefined;
}

function columnsOf(cells: readonly ReadCell[], { caseOf, isFinding }: Known): (string | undefined)[] {
  return cells.map((cell, index) => {
    if (index === 0) return undefined;
    const words = cell.paragraphs[0]?.trim() ?? '';
    return tagged(cell, 'okm:case:') ?? caseOf(words) ?? (isFinding(words) ? 'finding' : undefined);
  });
}

function tagged(cell: ReadCell, prefix: string): string | undefined {
  return cell.tags.find((tag) => tag.startsWith(prefix))?.slice(prefix.length);
}
