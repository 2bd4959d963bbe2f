import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewAnnotation } from '#contract/annotations.ts';
import type { Case } from '#contract/case-tree.ts';
import { textHash } from '#domain/text/hash.ts';
import { createActService } from '#services/acts/act-service.ts';
import { createAnnotationService } from '#services/annotations/annotation-service.ts';
import type { CellWords } from '#services/annotations/cell-words.ts';
import { createChanges } from '#services/changes.ts';
import { createCollectionService } from '#services/collections/collection-service.ts';
import { type Library, openLibrary, toLibrary } from '#services/library/library.ts';
import { openStore } from '#services/store/store.ts';
import { createTagService } from '#services/tags/tag-service.ts';

export const library = await openLibrary({ casesDir: 'cases', compiledFile: 'out/library/cases.json' });

/** Everything about notes over a real store in a folder of its own; `reopen` is a restart, also with other cases. */
export async function openNotes(options: { library?: Library; cellWords?: CellWords } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'okm-notes-'));
  let clock = Date.parse('2026-11-24T08:00:00Z');
  const now = () => new Date(clock);
  const open = async (over: Library) => {
    const store = await openStore(folder, 'cli', now().toISOString());
    const changes = createChanges();
    const parts = { store, changes, now };
    const { cellWords } = options;
    const search = { findIds: async () => Promise.reject(new Error('not asked')) };
    return {
      store,
      library: over,
      notes: createAnnotationService({ ...parts, library: over, ...(cellWords ? { cellWords } : {}) }),
      acts: createActService(parts),
      tags: createTagService(parts),
      collections: createCollectionService({ ...parts, search }),
    };
  };
  let opened = await open(options.library ?? library);
  return {
    folder,
    now,
    get all() {
      return opened;
    },
    /** Lets time pass. */
    wait(ms: number) {
      clock += ms;
    },
    async reopen(over: Library = opened.library) {
      await opened.store.close();
      opened = await open(over);
      return opened;
    },
    async close() {
      await opened.store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A new note on a sentence of a case: by its place in all sentences of the text. */
export function onSentence(
  index: number,
  given: Partial<NewAnnotation> = {},
): NewAnnotation & { quote: string } {
  const caseId = given.caseId ?? 'beijing-jinsong-model';
  const language = given.language ?? 'zh';
  const value = library.get(caseId);
  const all = (value.texts[language]?.sections ?? []).flatMap((section) =>
    section.sentences.map((sentence) => ({ section, sentence })),
  );
  const found = all[index];
  if (!found) throw new Error(`${caseId} has no sentence ${index}`);
  const { start, end } = found.sentence;
  return {
    id: randomUUID() as NewAnnotation['id'],
    kind: 'note',
    colour: 'green',
    body: '',
    tags: [],
    ...given,
    caseId: value.id,
    language,
    section: found.section.id,
    start,
    end,
    quote: found.section.text.slice(start, end),
  };
}

/** The library with one text of a case rewritten, as an update of it would be. */
export function withText(
  over: Library,
  caseId: string,
  language: 'zh' | 'en',
  change: (text: string, section: string) => string,
): Library {
  return toLibrary(
    over.cases.map((value) => {
      const text = value.texts[language];
      if (value.id !== caseId || !text) return { key: value.id, value, problems: [] };
      const sections = text.sections.map((section) => {
        const now = change(section.text, section.id);
        return now === section.text ? section : { ...section, text: now, textHash: textHash(now) };
      });
      const changed: Case = { ...value, texts: { ...value.texts, [language]: { ...text, sections } } };
      return { key: value.id, value: changed, problems: [] };
    }),
  );
}
