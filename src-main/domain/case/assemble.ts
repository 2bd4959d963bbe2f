import type { Case, CaseText, Problem, Section } from '#contract/case-tree.ts';
import { findEntry } from '#contract/vocabulary.ts';
import { textHash } from '../text/hash.ts';
import { evidenceOf } from './evidence.ts';
import type { MainFile, TranslationFile } from './parse-case.ts';
import { problem } from './problems.ts';

/** Puts a case together from its main text and, where there is one, its text in the other language. */
export function assembleCase(
  main: MainFile,
  other: TranslationFile | undefined,
  origin: Case['origin'],
): Case {
  const texts: { zh?: CaseText; en?: CaseText } = {};
  const { language } = main.front;
  texts[language] = { language, title: main.front.title[language], sections: main.sections };
  if (other) {
    const second = other.front.language;
    texts[second] = { language: second, title: other.front.title, sections: other.sections };
  }
  return {
    id: main.front.id,
    origin,
    revision: textHash(main.hash + (other?.hash ?? '')),
    front: main.front,
    texts,
    evidence: evidenceOf(main.front.references, main.sections, language),
  };
}

/** Faults that show only when both texts of a case are seen together. */
export function checkPair(main: MainFile, other: TranslationFile): Problem[] {
  const problems: Problem[] = [];
  const one = new Map(main.front.references.map((item) => [item.id, JSON.stringify(sorted(item))]));
  const two = new Map(other.front.references.map((item) => [item.id, JSON.stringify(sorted(item))]));
  for (const id of new Set([...one.keys(), ...two.keys()])) {
    if (one.get(id) !== two.get(id)) {
      problems.push(problem('reference-lists', { file: other.file, line: 1 }, { actual: id }));
    }
  }
  for (const section of main.sections) {
    const twin = other.sections.find((candidate) => candidate.id === section.id);
    if (!twin) continue;
    const title = findEntry('section', section.id)?.[other.front.language] ?? section.id;
    const [here, there] = [citedIn(section), citedIn(twin)];
    const differing = [...here.symmetricDifference(there)].sort();
    if (differing.length > 0) {
      problems.push(
        problem(
          'pair-sections',
          { file: other.file, line: twin.line },
          { actual: title, detail: differing.join(', ') },
          'warning',
        ),
      );
    }
    if (section.blocks.length !== twin.blocks.length) {
      problems.push(
        problem(
          'pair-sections',
          { file: other.file, line: twin.line },
          { actual: title, detail: `${section.blocks.length} ≠ ${twin.blocks.length} ¶` },
          'warning',
        ),
      );
    }
  }
  return problems;
}

/**
 * Quotes of the front matter that do not stand in the section they name, in either language.
 *
 * @param text the file that holds the front matter, for the line
 */
export function checkQuotes(value: Case, file: string, text = ''): Problem[] {
  const { dimensions } = value.front;
  if (typeof dimensions === 'string') return [];
  return dimensions.flatMap(({ id, at, quote }) =>
    (['zh', 'en'] as const).flatMap((language) => {
      const section = value.texts[language]?.sections.find((candidate) => candidate.id === at);
      if (!section || section.text.includes(quote[language].normalize('NFC'))) return [];
      const title = findEntry('section', at)?.[language] ?? at;
      const details = { detail: id, actual: quote[language], expected: [title] };
      const line = text.slice(0, text.indexOf(`id: ${id}`)).split('\n').length;
      return [problem('quote-missing', { file, line }, details)];
    }),
  );
}

function citedIn(section: Section): Set<string> {
  return new Set(section.sentences.flatMap((sentence) => sentence.refs));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
