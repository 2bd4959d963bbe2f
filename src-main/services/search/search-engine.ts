import type { Glossary } from '#contract/glossary.ts';
import type { CaseId } from '#contract/ids.ts';
import type { SearchInput, SearchOutput } from '#contract/search.ts';
import { parseQuery } from '#domain/query/parse-query.ts';
import { type Suggestion, suggest } from '#domain/query/suggest.ts';
import { compileGlossary } from '#domain/query/understand/glossary-matcher.ts';
import type { Knowledge } from '#domain/query/understand/knowledge.ts';
import { joinLatinWords, toLatinWords } from '#domain/query/understand/latin-words.ts';
import { toReadings } from '#domain/query/understand/readings.ts';
import { toTermTable } from '#domain/query/understand/term-table.ts';
import { understand } from '#domain/query/understand/understand.ts';
import type { Understood } from '#domain/query/understand/understood.ts';
import {
  type DocumentHead,
  fieldNames,
  type OwnWords,
  type SearchDocument,
} from '#domain/ranking/document.ts';
import { countFacets } from '#domain/ranking/facets.ts';
import { type Test, ticksToTests, toTests } from '#domain/ranking/filters.ts';
import { joinLexicons, noTerms } from '#domain/ranking/lexicon.ts';
import { type Ranked, rank } from '#domain/ranking/rank.ts';
import { createBundledSource } from './bundled-source.ts';
import { createFoldedTexts } from './folded-texts.ts';
import type { IndexFile } from './index-file.ts';
import { loadLunr } from './lunr-index.ts';
import type { SuggestInput } from './messages.ts';
import { nearestWords } from './nearest-words.ts';
import type { OwnIndex } from './own-index/own-index.ts';
import { createOwnSource } from './own-index/own-source.ts';
import { namesReadAs, ownLatinWords, ownNames } from './own-index/own-vocabulary.ts';
import type { SearchSource } from './search-source.ts';
import { sortRanked } from './sort-ranked.ts';
import { toHits, toSought } from './to-hits.ts';

/** Search over the bundled cases, whose index is in memory, and the user's own, whose index is a file. */
export interface SearchEngine {
  query(input: SearchInput): SearchOutput;
  suggest(input: SuggestInput): Suggestion[];
  /** All cases that match, without passages. */
  findIds(input: SearchInput): CaseId[];
  /** Takes in what the user wrote on bundled cases, by their ids; `undefined` for nothing any more. */
  setOwnWords(changed: ReadonlyMap<string, OwnWords | undefined>): void;
  /** Searches an index of own cases as well, in place of the one before. */
  setOwnIndex(index: OwnIndex | undefined): void;
  /** Takes up names and words of own cases that came since, for completion, pinyin and typing errors. */
  learnOwnNames(): void;
  readonly knowledge: Knowledge;
}

const DEFAULT_LIMIT = 20;
/** A query is given back to say what was answered; nobody needs a hundred thousand characters of it. */
const MAX_ECHO = 1000;

/** Makes a search engine from documents and the index that was built from them. */
export function createSearchEngine(
  documents: readonly SearchDocument[],
  file: IndexFile,
  glossary: Glossary,
): SearchEngine {
  const texts = createFoldedTexts();
  const bundled = createBundledSource({
    documents,
    ...loadLunr(file.lunr),
    meanLengths: file.meanLengths,
    texts,
  });
  const bundledTable = toTermTable(file.terms);
  const bundledLatin = toLatinWords(file.latin);
  const readings = toReadings(file.syllables);
  const compiled = compileGlossary(glossary);
  let own: { readonly index: OwnIndex; readonly source: SearchSource } | undefined;
  let knowledge = know();

  function sources(): SearchSource[] {
    return own ? [bundled, own.source] : [bundled];
  }
  function know(): Knowledge {
    const lexicons = sources().map(({ lexicon }) => lexicon);
    const names = own ? ownNames(own.index, bundledTable, readings) : [];
    return {
      lexicon: lexicons.length === 1 ? bundled.lexicon : joinLexicons(lexicons, noTerms),
      table: names.length > 0 ? toTermTable([...file.terms, ...names]) : bundledTable,
      namesReadAs: namesReadAs(names, readings),
      latin: own ? joinLatinWords([bundledLatin, ownLatinWords(own.index)]) : bundledLatin,
      glossary: compiled,
      readings,
      // A large index tells only whether; it is asked where the library has none.
      countDocuments: (run) => bundled.countDocuments(run) || (own?.source.countDocuments(run) ?? 0),
      findByReading: (syllables, limit) => bundled.findByReading(syllables, readings, limit),
    };
  }
  const statistics = () => {
    const all = sources();
    const total = all.reduce((sum, source) => sum + source.heads().length, 0);
    const meanLengths = fieldNames.map(
      (_, place) =>
        all.reduce((sum, { lengthSums }) => sum + (lengthSums[place] ?? 0), 0) / Math.max(1, total),
    );
    return { total, meanLengths, lexicon: knowledge.lexicon };
  };

  /** Cases by the words of a query; those that filters shut out are among them, to be counted. */
  const findByWords = (understood: Understood, tests: readonly Test[]): Ranked[] => {
    const { terms, words, names } = understood;
    const all = sources();
    if (terms.length > 0) {
      const passes =
        tests.length === 0
          ? undefined
          : (document: DocumentHead) => tests.every((test) => test.passes(document));
      const offers = all.map((source) => source.offer(understood, passes));
      const ranked = rank(
        offers.flatMap(({ candidates }) => candidates),
        terms,
        names,
        statistics(),
        understood.independent,
      );
      const rest = offers.flatMap((offer) => offer.rest);
      if (rest.length === 0) return ranked;
      const matched = [...new Set(words.filter(({ why }) => why === 'own').map(({ text }) => text))];
      const tail = rest.map((document) => ({ document, score: 0, tier: 'match', matched }) as const);
      return [
        ...ranked.filter(({ tier }) => tier === 'match'),
        ...tail,
        ...ranked.filter(({ tier }) => tier === 'related'),
      ];
    }
    // Stop words and signs are not indexed: what consists of them alone is looked for as it stands.
    const literal = words.map(({ text }) => text);
    return all
      .flatMap((source) => source.findLiteral(literal, understood))
      .map((document) => ({ document, score: 0, tier: 'match', matched: literal }));
  };

  /** What matches an input, before anything is shown of it. */
  const answer = (input: SearchInput) => {
    const without = new Set(input.without ?? []);
    const understood = understand(parseQuery(input.query), knowledge, {
      without,
      language: input.language ?? 'zh',
      independent: input.independent ?? false,
    });
    const tests = testsOf(understood, input, without);
    const byWords = sortRanked(findByWords(understood, tests), understood.terms.length > 0, input);
    const passing = byWords.filter(({ document }) => tests.every((test) => test.passes(document)));
    return { understood, tests, byWords, passing, matches: passing.filter(({ tier }) => tier === 'match') };
  };

  const countWithout = (input: SearchInput, chip: string) => {
    const without = new Set([...(input.without ?? []), chip]);
    const { independent = false } = input;
    const understood = understand(parseQuery(input.query), knowledge, { without, independent });
    const tests = testsOf(understood, input, without);
    return findByWords(understood, tests).filter(
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

  const open = (head: DocumentHead): SearchDocument => {
    for (const source of sources()) {
      const found = source.find(head);
      if (found) return found;
    }
    // Taken away since it was found.
    return { ...head, sections: [], extra: {} };
  };

  return {
    get knowledge() {
      return knowledge;
    },
    setOwnWords: (changed) => bundled.setOwnWords(changed),
    setOwnIndex(index) {
      own = index && { index, source: createOwnSource(index, texts) };
      knowledge = know();
    },
    learnOwnNames() {
      knowledge = know();
    },
    suggest: ({ text, limit }) => suggest(text, knowledge, limit),
    findIds: (input) => answer(input).matches.map(({ document }) => document.id),
    query(input) {
      const language = input.language ?? 'zh';
      const { understood, tests, byWords, passing, matches } = answer(input);
      const related = passing.filter(({ tier }) => tier === 'related');
      const offset = input.offset ?? 0;
      const page = [...matches, ...related].slice(offset, offset + (input.limit ?? DEFAULT_LIMIT));
      const found = byWords.filter(({ tier }) => tier === 'match').map(({ document }) => document);
      const { total, lexicon } = statistics();
      const sought = {
        sought: toSought(understood, lexicon, total),
        loose: toSought(understood, lexicon, total, true),
      };
      return {
        query: input.query.slice(0, MAX_ECHO),
        total: matches.length,
        related: related.length,
        hits: toHits(page, sought, texts, open, language),
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
