import type lunr from 'lunr';
import type { Glossary } from '#contract/glossary.ts';
import type { SearchInput, SearchOutput } from '#contract/search.ts';
import { analyse } from '#domain/analyser/analyse.ts';
import { parseQuery } from '#domain/query/parse-query.ts';
import { type Suggestion, suggest } from '#domain/query/suggest.ts';
import { compileGlossary } from '#domain/query/understand/glossary-matcher.ts';
import type { Knowledge } from '#domain/query/understand/knowledge.ts';
import { toLatinWords } from '#domain/query/understand/latin-words.ts';
import { toReadings } from '#domain/query/understand/readings.ts';
import { toTermTable } from '#domain/query/understand/term-table.ts';
import { understand } from '#domain/query/understand/understand.ts';
import type { Condition, Understood } from '#domain/query/understand/understood.ts';
import { countTerms, type DocumentCounts, hasTerm as isHeld } from '#domain/ranking/counts.ts';
import { fieldTexts, type OwnWords, type SearchDocument, withOwnWords } from '#domain/ranking/document.ts';
import { countFacets } from '#domain/ranking/facets.ts';
import { type Test, ticksToTests, toTests } from '#domain/ranking/filters.ts';
import { extendLexicon } from '#domain/ranking/lexicon.ts';
import { type Ranked, rank } from '#domain/ranking/rank.ts';
import { holdsCondition } from './conditions.ts';
import { createDocumentTexts, createTextCache, type TextCache } from './document-texts.ts';
import type { IndexFile } from './index-file.ts';
import { loadLunr } from './lunr-index.ts';
import type { SuggestInput } from './messages.ts';
import { nearestWords } from './nearest-words.ts';
import { sortRanked } from './sort-ranked.ts';
import { toHits, toSought } from './to-hits.ts';

/** Search over cases whose index is in memory. */
export interface SearchEngine {
  query(input: SearchInput): SearchOutput;
  suggest(input: SuggestInput): Suggestion[];
  /** The same search with what the user added to cases, by their ids. */
  withOwnWords(own: ReadonlyMap<string, OwnWords>): SearchEngine;
  readonly knowledge: Knowledge;
}

const DEFAULT_LIMIT = 20;
/** A query is given back to say what was answered; nobody needs a hundred thousand characters of it. */
const MAX_ECHO = 1000;

/** What is made of an index file once, whatever documents are searched by it. */
interface Loaded extends Omit<Knowledge, 'countDocuments' | 'findByReading'> {
  readonly index: lunr.Index;
  readonly meanLengths: readonly number[];
  readonly texts: TextCache;
  readonly counts: WeakMap<SearchDocument, DocumentCounts>;
}

/** Makes a search engine from documents and the index that was built from them. */
export function createSearchEngine(
  documents: readonly SearchDocument[],
  file: IndexFile,
  glossary: Glossary,
): SearchEngine {
  const loaded: Loaded = {
    ...loadLunr(file.lunr),
    meanLengths: file.meanLengths,
    table: toTermTable(file.terms),
    glossary: compileGlossary(glossary),
    latin: toLatinWords(file.latin),
    readings: toReadings(file.syllables),
    texts: createTextCache(),
    counts: new WeakMap(),
  };
  return searchOver(documents, new Map(), loaded);
}

function searchOver(
  bare: readonly SearchDocument[],
  own: ReadonlyMap<string, OwnWords>,
  loaded: Loaded,
): SearchEngine {
  const documents = bare.map((document) => withOwnWords(document, own.get(document.id)));
  const noted = documents.filter(({ extra }) => extra.own !== undefined);
  const lexicon = extendLexicon(
    loaded.lexicon,
    noted.map((document) => new Set(fieldTexts(document, 'own').flatMap(analyse))),
  );
  const { index, readings, counts, meanLengths } = loaded;
  const texts = createDocumentTexts(documents, loaded.texts);
  const byId = new Map<string, SearchDocument>(documents.map((document) => [document.id, document]));
  const statistics = { total: documents.length, meanLengths, lexicon };
  const knowledge: Knowledge = {
    ...loaded,
    lexicon,
    countDocuments: texts.countDocuments,
    findByReading: (syllables, limit) => texts.findByReading(syllables, readings, limit),
  };

  const countsOf = (document: SearchDocument) => {
    const found = counts.get(document) ?? countTerms(document, lexicon);
    counts.set(document, found);
    return found;
  };
  const hasTerm = (document: SearchDocument, term: string) => {
    const number = lexicon.numbers.get(term);
    return number !== undefined && isHeld(countsOf(document), number);
  };
  const holds = (document: SearchDocument, condition: Pick<Condition, 'kind' | 'text'>) =>
    holdsCondition(condition, {
      texts: texts.all(document),
      hasTerm: (term) => hasTerm(document, term),
    });

  const askIndex = ({ terms }: Understood): SearchDocument[] => {
    const found = index.query((query) => {
      for (const { terms: alternatives, weight } of terms) {
        for (const term of alternatives) {
          if (loaded.lexicon.numbers.has(term)) query.term(term, { boost: weight, usePipeline: false });
        }
      }
    });
    // The index knows no notes: cases with notes are looked at whatever it says.
    return [...new Set([...found.flatMap(({ ref }) => byId.get(ref) ?? []), ...noted])];
  };

  /** Cases by the words of a query; filters are not looked at. */
  const findByWords = (understood: Understood): Ranked[] => {
    const { terms, words, required, excluded, names } = understood;
    const isAllowed = (document: SearchDocument) =>
      required.every((condition) => holds(document, condition)) &&
      !excluded.some((condition) => holds(document, condition));
    if (terms.length > 0) {
      const candidates = askIndex(understood)
        .filter(isAllowed)
        .map((document) => ({ document, counts: countsOf(document) }));
      return rank(candidates, terms, names, statistics);
    }
    // Stop words and signs are not indexed: what consists of them alone is looked for as it stands.
    const literal = words.map(({ text }) => text);
    return documents
      .filter(
        (document) =>
          isAllowed(document) && literal.every((text) => holds(document, { kind: 'phrase', text })),
      )
      .map((document) => ({ document, score: 0, tier: 'match', matched: literal }));
  };

  const countWithout = (input: SearchInput, chip: string) => {
    const without = new Set([...(input.without ?? []), chip]);
    const understood = understand(parseQuery(input.query), knowledge, { without });
    const tests = testsOf(understood, input, without);
    return findByWords(understood).filter(
      ({ document, tier }) => tier === 'match' && tests.every((test) => test.passes(document)),
    ).length;
  };

  const relax = (
    input: SearchInput,
    understood: Understood,
    tests: readonly Test[],
  ): SearchOutput['relax'] => {
    const conditions = [...tests, ...understood.required, ...understood.excluded].map(({ chip }) => chip);
    return [...new Set(conditions)]
      .map((chip) => ({ chip, total: countWithout(input, chip) }))
      .filter(({ total }) => total > 0)
      .sort((a, b) => b.total - a.total);
  };

  const soughtBy = (understood: Understood) => ({
    sought: toSought(understood, lexicon, documents.length),
    loose: toSought(understood, lexicon, documents.length, true),
  });

  return {
    knowledge,
    withOwnWords: (words) => searchOver(bare, words, loaded),
    suggest: ({ text, limit }) => suggest(text, knowledge, limit),
    query(input) {
      const language = input.language ?? 'zh';
      const without = new Set(input.without ?? []);
      const understood = understand(parseQuery(input.query), knowledge, { without, language });
      const tests = testsOf(understood, input, without);
      const byWords = sortRanked(findByWords(understood), understood.terms.length > 0, input.sort);
      const passing = byWords.filter(({ document }) => tests.every((test) => test.passes(document)));
      const matches = passing.filter(({ tier }) => tier === 'match');
      const related = passing.filter(({ tier }) => tier === 'related');
      const offset = input.offset ?? 0;
      const page = [...matches, ...related].slice(offset, offset + (input.limit ?? DEFAULT_LIMIT));
      const found = byWords.filter(({ tier }) => tier === 'match').map(({ document }) => document);
      return {
        query: input.query.slice(0, MAX_ECHO),
        total: matches.length,
        related: related.length,
        hits: toHits(page, soughtBy(understood), texts, language),
        understood: [...understood.chips],
        facets: countFacets(found, tests),
        relax: matches.length > 0 ? [] : relax(input, understood, tests),
        nearest: matches.length > 0 ? [] : nearestWords(understood, knowledge),
      };
    },
  };
}

function testsOf(understood: Understood, input: SearchInput, without: ReadonlySet<string>): Test[] {
  return [...toTests(understood.filters), ...ticksToTests(input)].filter(({ chip }) => !without.has(chip));
}
