import { join } from 'node:path';
import type { Case } from '#contract/case-tree.ts';
import type { Glossary } from '#contract/glossary.ts';
import type { SearchInput, SearchOutput } from '#contract/search.ts';
import { toDocument } from '#domain/ranking/document.ts';
import { openLibrary } from '#services/library/library.ts';
import { buildIndexFile } from '#services/search/build-index.ts';
import { readGlossary } from '#services/search/read-glossary.ts';
import { createSearchEngine, type SearchEngine } from '#services/search/search-engine.ts';

const casesDir = join(import.meta.dirname, '../../../cases');

export interface OpenSearch {
  readonly cases: readonly Case[];
  readonly glossary: Glossary;
  readonly engine: SearchEngine;
  find(query: string, more?: Omit<SearchInput, 'query'>): SearchOutput;
}

/** The search over the real library, its index fresh. */
export async function openSearch(): Promise<OpenSearch> {
  const { cases } = await openLibrary({ casesDir });
  const glossary = await readGlossary(join(casesDir, 'glossary.yaml'));
  const documents = cases.map((value) => toDocument(value));
  const engine = createSearchEngine(documents, buildIndexFile(documents, glossary), glossary);
  return { cases, glossary, engine, find: (query, more) => engine.query({ query, ...more }) };
}
