import type { Case } from '#contract/case-tree.ts';
import { CaseId } from '#contract/ids.ts';
import { type SearchDocument, toDocument } from '#domain/ranking/document.ts';
import { textHash } from '#domain/text/hash.ts';

/** Numbers between 0 and 1 that are the same in every run (Marsaglia 2003, xorshift32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * The documents of the library, and as many more made of its own sections put together anew as make up the
 * number: real sentences, so that terms are as frequent as in real cases.
 */
export function makeDocuments(cases: readonly Case[], count: number): SearchDocument[] {
  const real = cases.map((value) => toDocument(value)).slice(0, count);
  const random = seededRandom(20_261_124);
  const pick = () => real[Math.floor(random() * real.length)] ?? real[0];
  const made = Array.from({ length: Math.max(0, count - real.length) }, (_, at) => {
    const base = pick();
    if (!base) throw new RangeError('no case to make documents of');
    const sections = base.sections.map((section) => {
      const other = pick()?.sections.find(
        ({ id, language }) => id === section.id && language === section.language,
      );
      return other ?? section;
    });
    const id = CaseId.parse(`made-${at}`);
    return { ...base, id, revision: textHash(id), sections };
  });
  return [...real, ...made];
}
