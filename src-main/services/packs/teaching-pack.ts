import type { Problem } from '#contract/case-tree.ts';
import { openLibrary } from '../library/library.ts';
import { findUnpaired, readTeachingNotes } from '../library/teaching-notes.ts';
import { type PackEntry, writeCasepack } from './write-casepack.ts';

export interface TeachingPack {
  /** Undefined when a note has a fault; then `problems` says which. */
  readonly bytes: Uint8Array | undefined;
  readonly notes: number;
  readonly problems: readonly Problem[];
}

/**
 * Packs the teaching notes of the bundled cases for trainers. The cases themselves are in the program: the
 * pack names them with the revision that the notes speak of.
 *
 * @param created ISO 8601 time written into the pack, so that the same notes give the same bytes
 */
export async function packTeachingNotes(
  casesDir: string,
  { version, created }: { readonly version: string; readonly created: string },
): Promise<TeachingPack> {
  const library = await openLibrary({ casesDir });
  const notes = await readTeachingNotes(casesDir, library.find);
  const problems = [...notes.flatMap((note) => note.problems), ...findUnpaired(notes)];
  const entries = notes.flatMap(({ file, value }): PackEntry[] => {
    if (!value || file.text === undefined) return [];
    return [
      {
        path: `data/cases/${file.file}`,
        role: 'teaching-note',
        id: value.front.id,
        content: new TextEncoder().encode(file.text),
      },
    ];
  });
  if (problems.length > 0 || entries.length === 0) {
    return { bytes: undefined, notes: entries.length, problems };
  }
  const ids = [...new Set(entries.map(({ id }) => id ?? ''))].sort();
  const bytes = writeCasepack(entries, {
    title: '一公里案例库：教学说明 · One Kilometre: teaching notes',
    language: 'zh',
    edition: 'trainer',
    createdBy: { app: 'One Kilometre', version },
    created,
    licence: 'CC-BY-4.0',
    requires: ids.map((id) => {
      const value = library.get(id);
      return { case: value.id, revision: value.revision };
    }),
  });
  return { bytes, notes: entries.length, problems };
}
