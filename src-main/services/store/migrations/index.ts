import { sql as first } from './0001-first.ts';
import { sql as notes } from './0002-notes.ts';
import { sql as notesOnCells } from './0003-notes-on-cells.ts';
import { sql as comparisons } from './0004-comparisons.ts';
import { sql as caseChanges } from './0005-case-changes.ts';
import { sql as packets } from './0006-packets.ts';
import { sql as ownPlaces } from './0007-own-places.ts';
import { sql as collectedCases } from './0008-collected-cases.ts';
import { sql as noteCount } from './0009-note-count.ts';
import { sql as savedSearches } from './0010-saved-searches.ts';
import { sql as study } from './0011-study.ts';

/** The schema's steps in order; the schema's version (`user_version`) is how many of them were run. */
export const migrations: readonly string[] = [
  first,
  notes,
  notesOnCells,
  comparisons,
  caseChanges,
  packets,
  ownPlaces,
  collectedCases,
  noteCount,
  savedSearches,
  study,
];
