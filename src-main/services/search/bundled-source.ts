import type lunr from 'lunr';
import type { Readings } from '#domain/query/understand/readings.ts';
import type { Condition, Understood, WeightedTerm } from '#domain/query/understand/understood.ts';
import {
  addCounts,
  countOwnWords,
  countTerms,
  type DocumentCounts,
  type OwnCounts,
} from '#domain/ranking/counts.ts';
import {
  type DocumentHead,
  fieldNames,
  type OwnWords,
  type SearchDocument,
  withOwnWords,
} from '#domain/ranking/document.ts';
import { createGrowingLexicon, joinLexicons, type TermNumbers, toLexicon } from '#domain/ranking/lexicon.ts';
import { holdsCondition } from './conditions.ts';
import type { FoldedTexts } from './folded-texts.ts';
import type { SearchSource } from './search-source.ts';

/** The bundled cases and what the user wrote on them, all in memory. */
export interface BundledSource extends SearchSource {
  /** Takes in what the user wrote on these cases from now on; `undefined` for nothing any more. */
  setOwnWords(changed: ReadonlyMap<string, OwnWords | undefined>): void;
}

interface Parts {
  readonly documents: readonly SearchDocument[];
  readonly index: lunr.Index;
  readonly terms: TermNumbers;
  readonly meanLengths: readonly number[];
  readonly texts: FoldedTexts;
}

/** Runs whose count is remembered: those of the glossary are asked for again and again. */
const MAX_COUNTED = 5000;
const OWN = fieldNames.indexOf('own');
const CLAIM = fieldNames.indexOf('claim');

/** Makes a source of documents and the lunr index that was built from them. */
export function createBundledSource({
  documents: bare,
  index,
  terms,
  meanLengths,
  texts,
}: Parts): BundledSource {
  const byId = new Map<string, SearchDocument>(bare.map((document) => [document.id, document]));
  const bareById = new Map(byId);
  const own = new Map<string, OwnCounts>();
  const ownTerms = createGrowingLexicon();
  const lexicon = joinLexicons([toLexicon(terms)], ownTerms);
  const counts = new Map<string, DocumentCounts>();
  const counted = new Map<string, number>();
  let heads: readonly SearchDocument[] = bare;

  const countsOf = (document: SearchDocument) => {
    const found = counts.get(document.id) ?? countTerms(document, terms);
    counts.set(document.id, found);
    return found;
  };
  const hasTerm = (document: SearchDocument, term: string, independent: boolean) => {
    const number = terms.numbers.get(term);
    const found: number[] = [];
    if (number !== undefined) addCounts(countsOf(document), number, found);
    if (independent) delete found[CLAIM];
    return found.some((count) => count > 0) || own.get(document.id)?.counts.has(term) === true;
  };
  const holds = (
    document: SearchDocument,
    condition: Pick<Condition, 'kind' | 'text'>,
    independent: boolean,
  ) =>
    holdsCondition(condition, {
      texts: independent ? texts.independent(document) : texts.all(document),
      hasTerm: (term) => hasTerm(document, term, independent),
    });
  const isAllowed = (document: SearchDocument, { required, excluded, independent }: Understood) =>
    required.every((condition) => holds(document, condition, independent)) &&
    !excluded.some((condition) => holds(document, condition, independent));

  const frequenciesOf = (term: WeightedTerm, document: SearchDocument) => {
    const found = fieldNames.map(() => 0);
    const noted = own.get(document.id);
    for (const one of term.terms) {
      const number = terms.numbers.get(one);
      if (number !== undefined) addCounts(countsOf(document), number, found);
      const written = noted?.counts.get(one);
      if (written !== undefined) found[OWN] = (found[OWN] ?? 0) + written;
    }
    return found;
  };
  const lengthsOf = (document: SearchDocument) => {
    const lengths = [...countsOf(document).lengths];
    lengths[OWN] = own.get(document.id)?.length ?? 0;
    return lengths;
  };

  return {
    heads: () => heads,
    lengthSums: meanLengths.map((mean) => mean * bare.length),
    lexicon,
    offer(understood) {
      const found = index.query((query) => {
        for (const { terms: alternatives, weight } of understood.terms) {
          for (const term of alternatives) {
            if (terms.numbers.has(term)) query.term(term, { boost: weight, usePipeline: false });
          }
        }
      });
      // The index knows no notes: cases with notes are looked at whatever it says.
      const offered = new Set([...found.map(({ ref }) => ref), ...own.keys()]);
      const candidates = [...offered]
        .flatMap((id) => byId.get(id) ?? [])
        .filter((document) => isAllowed(document, understood))
        .map((document) => ({
          document,
          frequencies: understood.terms.map((term) => frequenciesOf(term, document)),
          lengths: lengthsOf(document),
        }));
      return { candidates, rest: [] };
    },
    findLiteral: (runs, understood) =>
      heads.filter(
        (document) =>
          isAllowed(document, understood) &&
          runs.every((text) => holds(document, { kind: 'phrase', text }, understood.independent)),
      ),
    find: (head: DocumentHead) => byId.get(head.id),
    countDocuments(run) {
      const known = counted.get(run);
      if (known !== undefined) return known;
      const count = heads.filter((one) => texts.all(one).some((text) => text.includes(run))).length;
      if (counted.size >= MAX_COUNTED) counted.clear();
      counted.set(run, count);
      return count;
    },
    findByReading(syllables, readings, limit) {
      const found = new Map<string, number>();
      for (const document of heads) {
        const here = new Set<string>();
        for (const text of texts.all(document)) collectRuns(text, syllables, readings, here);
        for (const run of here) found.set(run, (found.get(run) ?? 0) + 1);
      }
      return [...found]
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([run]) => run);
    },
    setOwnWords(changed) {
      for (const [id, words] of changed) {
        const document = bareById.get(id);
        if (!document) continue;
        const before = own.get(id);
        if (before) ownTerms.remove(new Set(before.counts.keys()));
        own.delete(id);
        if (words && words.noteCount + words.tags.length > 0) {
          const now = countOwnWords(words);
          own.set(id, now);
          ownTerms.add(new Set(now.counts.keys()));
        }
        byId.set(id, withOwnWords(document, words));
      }
      heads = bare.map((document) => byId.get(document.id) ?? document);
      counted.clear();
    },
  };
}

function collectRuns(
  text: string,
  syllables: readonly string[],
  readings: Readings,
  into: Set<string>,
): void {
  const { length } = syllables;
  for (let at = 0; at + length <= text.length; at++) {
    let same = 0;
    while (same < length && readings.of(text[at + same] ?? '').includes(syllables[same] ?? '')) same++;
    if (same === length) into.add(text.slice(at, at + length));
  }
}
