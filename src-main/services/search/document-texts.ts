import { fold } from '#domain/analyser/fold.ts';
import type { Readings } from '#domain/query/understand/readings.ts';
import { fieldNames, type SearchDocument } from '#domain/ranking/document.ts';
import type { FoldedSection } from '#domain/ranking/snippets.ts';

/** The folded texts of documents, each folded when it is first asked for, and kept. */
export interface DocumentTexts {
  sections(document: SearchDocument): readonly FoldedSection[];
  /** All of a document's words: sections, names, facts. */
  all(document: SearchDocument): readonly string[];
  /** In how many documents a folded run stands. */
  countDocuments(run: string): number;
  /** Runs of Chinese that are read as syllables, those in most documents first. */
  findByReading(syllables: readonly string[], readings: Readings, limit: number): string[];
}

/** Runs whose count is remembered: those of the glossary are asked for again and again. */
const MAX_COUNTED = 5000;

/** Folded texts by document; a document that was changed is another one, and the old is forgotten. */
export interface TextCache {
  readonly sections: WeakMap<SearchDocument, readonly FoldedSection[]>;
  readonly texts: WeakMap<SearchDocument, readonly string[]>;
}

/** Begins an empty cache. */
export function createTextCache(): TextCache {
  return { sections: new WeakMap(), texts: new WeakMap() };
}

/** Keeps the folded texts of documents. */
export function createDocumentTexts(
  documents: readonly SearchDocument[],
  { sections, texts }: TextCache = createTextCache(),
): DocumentTexts {
  const counted = new Map<string, number>();
  const self: DocumentTexts = {
    sections(document) {
      const found = sections.get(document);
      if (found) return found;
      const made = document.sections.map((section) => ({ section, folded: fold(section.text) }));
      sections.set(document, made);
      return made;
    },
    all(document) {
      const found = texts.get(document);
      if (found) return found;
      const extra = fieldNames.flatMap((field) => document.extra[field] ?? []).map((text) => fold(text).text);
      const made = [...self.sections(document).map(({ folded }) => folded.text), ...extra];
      texts.set(document, made);
      return made;
    },
    countDocuments(run) {
      const known = counted.get(run);
      if (known !== undefined) return known;
      const count = documents.filter((one) => self.all(one).some((text) => text.includes(run))).length;
      if (counted.size >= MAX_COUNTED) counted.clear();
      counted.set(run, count);
      return count;
    },
    findByReading(syllables, readings, limit) {
      const counts = new Map<string, number>();
      for (const document of documents) {
        const here = new Set<string>();
        for (const text of self.all(document)) collectRuns(text, syllables, readings, here);
        for (const run of here) counts.set(run, (counts.get(run) ?? 0) + 1);
      }
      return [...counts]
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([run]) => run);
    },
  };
  return self;
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
