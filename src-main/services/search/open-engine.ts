import { readFile } from 'node:fs/promises';
import { readIndexFile } from './index-file.ts';
import type { SearchSetup } from './messages.ts';
import { createSearchEngine, type SearchEngine } from './search-engine.ts';

/**
 * Opens the search over documents: from the built index where it fits them, else from one made on the spot
 * (about a second for a hundred cases), so that a changed library or a newer analyser is never searched by
 * an old index.
 */
export async function openEngine({ documents, glossary, indexFile }: SearchSetup): Promise<SearchEngine> {
  const text = indexFile === undefined ? undefined : await readIfThere(indexFile);
  const file = text === undefined ? undefined : readIndexFile(text, documents, glossary);
  try {
    if (file) return createSearchEngine(documents, file, glossary);
  } catch {
    // Its head fits and its body is damaged: made anew like an old one.
  }
  // Brings the tables of readings with it, which nothing else needs.
  const { buildIndexFile } = await import('./build-index.ts');
  return createSearchEngine(documents, buildIndexFile(documents, glossary), glossary);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined; // An index that cannot be read is made anew.
  }
}
