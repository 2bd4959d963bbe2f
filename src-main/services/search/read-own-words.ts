import type { OwnWords } from '#domain/ranking/document.ts';
import type { Store } from '../store/store.ts';

/** Reads what the user wrote on each case: his notes, and the tags of notes and cases. */
export async function readOwnWords(store: Store): Promise<ReadonlyMap<string, OwnWords>> {
  const [notes, uses] = await Promise.all([
    store.call('listAnnotations', {}),
    store.call('listTagUses', undefined),
  ]);
  const byCase = new Map<string, { noteCount: number; words: string[]; tags: string[] }>();
  const wordsOf = (caseId: string) => {
    const found = byCase.get(caseId) ?? { noteCount: 0, words: [], tags: [] };
    byCase.set(caseId, found);
    return found;
  };
  for (const { caseId, body, tags } of notes) {
    const words = wordsOf(caseId);
    words.noteCount += 1;
    if (body !== '') words.words.push(body);
    words.tags.push(...tags);
  }
  for (const [caseId, tag] of uses.cases) wordsOf(caseId).tags.push(tag);
  return byCase;
}
