import { beforeAll, describe, expect, it } from 'vitest';
import type { Glossary } from '#contract/glossary.ts';
import type { Language } from '#contract/ids.ts';
import { fold } from '#domain/analyser/fold.ts';
import { type SearchDocument, toDocument } from '#domain/ranking/document.ts';
import { holdsWord } from '#domain/ranking/find-word.ts';
import { buildIndexFile } from '#services/search/build-index.ts';
import { createSearchEngine, type SearchEngine } from '#services/search/search-engine.ts';
import { openSearch } from './open-search.ts';

/** Terms of the glossary, by their ids; each is asked for in the language that no case of the library has. */
const terms = [
  'community-planner',
  'responsible-planner',
  'community-garden',
  'participatory-budgeting',
  'old-neighbourhood',
  'historic-quarter',
  'property-management',
  'public-space',
  'parking',
  'lift-retrofit',
  'social-organisation',
  'land-trust',
  'informal-settlement',
  'gentrification',
  'digital-platform',
];

let glossary: Glossary;
const libraries = new Map<Language, { documents: readonly SearchDocument[]; engine: SearchEngine }>();

/** A case as if it were written in one language alone. */
function inOneLanguage(document: SearchDocument, language: Language): SearchDocument {
  const title = document.title[language];
  const { [language]: facts = [] } = document.extra;
  return {
    ...document,
    title: { zh: title, en: title },
    aliases: [],
    places: [],
    sections: document.sections.filter((section) => section.language === language),
    extra: { title: [title], [language]: facts },
  };
}

const holders = (documents: readonly SearchDocument[], word: string) =>
  documents.filter(({ sections }) =>
    sections.some(({ text }) => holdsWord(fold(text).text, fold(word).text)),
  );

beforeAll(async () => {
  const search = await openSearch();
  glossary = search.glossary;
  for (const language of ['zh', 'en'] as const) {
    const documents = search.cases.map((value) => inOneLanguage(toDocument(value), language));
    const engine = createSearchEngine(documents, buildIndexFile(documents, glossary), glossary);
    libraries.set(language, { documents, engine });
  }
}, 120_000);

/** Pairs of which the library holds both words: those named above first, then others as the glossary has them. */
function pairs(): { zh: string; en: string }[] {
  const named = terms.flatMap((id) => glossary.find((term) => term.id === id) ?? []);
  return [...new Set([...named, ...glossary])]
    .filter(({ zh, en }) =>
      [
        [zh, 'zh'],
        [en, 'en'],
      ].every(([word, language]) => {
        const library = libraries.get(language as Language);
        return library !== undefined && holders(library.documents, word ?? '').length > 0;
      }),
    )
    .slice(0, 20);
}

describe('by the glossary', () => {
  it.each([
    ['a Chinese word finds the case that is in English only', 'zh', 'en'],
    ['an English word finds the case that is in Chinese only', 'en', 'zh'],
  ] as const)('%s', { timeout: 60_000 }, (_, asked, written) => {
    const library = libraries.get(written);
    if (!library) throw new Error('no library');
    const all = pairs();
    expect(all).toHaveLength(20);
    for (const pair of all) {
      const { hits } = library.engine.query({ query: pair[asked], language: asked, limit: 100 });
      const found = new Set<string>(hits.map(({ id }) => id));
      for (const { id } of holders(library.documents, pair[written])) {
        expect(found, `${pair[asked]} → ${pair[written]} in ${id}`).toContain(id);
      }
    }
  });
});
