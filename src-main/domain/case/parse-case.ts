import { CaseFrontMatter, type CslItem, type SectionId, TranslationFrontMatter } from '#contract/case.ts';
import type { Problem, Section } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { findForbidden, findLimit } from '../markdown/limits.ts';
import { parseSectionTree } from '../markdown/section-tree.ts';
import { splitSections } from '../markdown/split-sections.ts';
import { textHash } from '../text/hash.ts';
import { nearest } from '../text/nearest.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { problem } from './problems.ts';

/** One file of a case: its main text with the whole front matter, or the text in the other language. */
export interface CaseFile {
  readonly file: string;
  readonly kind: 'main' | 'translation';
  readonly front: CaseFrontMatter | TranslationFrontMatter;
  readonly sections: readonly Section[];
  readonly hash: string;
}

export type MainFile = CaseFile & { readonly kind: 'main'; readonly front: CaseFrontMatter };
export type TranslationFile = CaseFile & {
  readonly kind: 'translation';
  readonly front: TranslationFrontMatter;
};

export interface ParsedFile {
  /** Undefined when an error keeps the file out. */
  readonly value: MainFile | TranslationFile | undefined;
  readonly problems: readonly Problem[];
}

/** Whether a file's name says that it is the text in the other language (`<id>.en.md`, `<id>.zh.md`). */
export function isTranslationName(file: string): boolean {
  return /\.(?:en|zh)\.md$/.test(file);
}

/**
 * Reads one file of a case: front matter against its schema, body against the fixed sections, citations
 * against the references. Never throws: what is wrong comes back as problems.
 *
 * @param file path as it should be named in problems; its ending tells main text from translation
 */
export function parseCaseFile(text: string, file: string): ParsedFile {
  const clean = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const forbidden = findForbidden(clean, file);
  if (forbidden.length > 0) return { value: undefined, problems: forbidden };
  const split = splitFrontMatter(clean);
  if (!split) return { value: undefined, problems: [problem('front-missing', { file, line: 1 })] };
  const hash = textHash(clean);

  if (isTranslationName(file)) {
    const front = readFrontMatter(split.front, TranslationFrontMatter, file);
    if (!front.value) return { value: undefined, problems: front.problems };
    const body = parseBody(split.body, split.bodyLine, front.value.language, front.value.references, file);
    const value = { file, kind: 'translation', front: front.value, sections: body.sections, hash } as const;
    return finish(value, [
      ...body.problems,
      ...checkReferences(front.value.references, body.cited, clean, file),
    ]);
  }
  const front = readFrontMatter(split.front, CaseFrontMatter, file);
  if (!front.value) return { value: undefined, problems: front.problems };
  const body = parseBody(split.body, split.bodyLine, front.value.language, front.value.references, file);
  const value = { file, kind: 'main', front: front.value, sections: body.sections, hash } as const;
  const known = new Set(front.value.references.map((item) => item.id));
  const outside = refsOf(front.value).filter((ref) => !known.has(ref));
  return finish(value, [
    ...body.problems,
    ...checkReferences(front.value.references, body.cited, clean, file),
    ...[...new Set(outside)].map((ref) =>
      problem(
        'citation-unknown',
        { file, line: lineOf(clean, ref) },
        { actual: ref, expected: nearest(ref, known) },
      ),
    ),
  ]);
}

function finish(value: MainFile | TranslationFile, problems: Problem[]): ParsedFile {
  const refused = problems.some((one) => one.severity === 'error');
  return { value: refused ? undefined : value, problems };
}

function parseBody(
  body: string,
  bodyLine: number,
  language: Language,
  references: readonly CslItem[],
  file: string,
): { sections: Section[]; cited: ReadonlySet<string>; problems: Problem[] } {
  const problems: Problem[] = [];
  const sections: Section[] = [];
  const known = new Set(references.map((item) => item.id));
  const cited = new Set<string>();
  const headings = vocabulary.section.map((entry) => ({ id: entry.id, title: entry[language] }));
  const chunks = splitSections(body, bodyLine);
  if (chunks.before.trim() !== '') {
    const expected = headings[0]?.title ?? '';
    const line = bodyLine + chunks.before.slice(0, chunks.before.search(/\S/)).split('\n').length - 1;
    const actual = chunks.before.trim().slice(0, 30);
    problems.push(problem('heading-order', { file, line }, { actual, expected: [expected] }));
  }
  let next = 0;
  for (const chunk of chunks.sections) {
    const index = headings.findIndex((heading) => heading.title === chunk.heading);
    if (index < next) {
      const expected = headings[next]?.title ?? '';
      problems.push(
        problem('heading-order', { file, line: chunk.line }, { actual: chunk.heading, expected: [expected] }),
      );
      continue;
    }
    for (const missing of headings.slice(next, index)) {
      problems.push(problem('heading-missing', { file, line: chunk.line }, { actual: missing.title }));
    }
    next = index + 1;
    const limit = findLimit(chunk.markdown, { file, line: chunk.line + 1 });
    if (limit) {
      problems.push(limit);
      continue;
    }
    const tree = parseSectionTree(chunk.markdown, language, { file, line: chunk.line + 1 });
    problems.push(...tree.problems);
    if (tree.text === '') {
      problems.push(problem('section-empty', { file, line: chunk.line }, { actual: chunk.heading }));
    }
    for (const { ref, line } of tree.citations) {
      cited.add(ref);
      if (!known.has(ref)) {
        problems.push(
          problem('citation-unknown', { file, line }, { actual: ref, expected: nearest(ref, known) }),
        );
      }
    }
    sections.push({
      id: headings[index]?.id as SectionId,
      heading: chunk.heading,
      line: chunk.line,
      text: tree.text,
      textHash: textHash(tree.text),
      blocks: tree.blocks,
      sentences: tree.sentences,
    });
  }
  for (const missing of headings.slice(next)) {
    const line = bodyLine + body.split('\n').length - 1;
    problems.push(problem('heading-missing', { file, line }, { actual: missing.title }));
  }
  return { sections, cited, problems };
}

function checkReferences(
  references: readonly CslItem[],
  cited: ReadonlySet<string>,
  text: string,
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const item of references) {
    const place = { file, line: lineOf(text, `id: ${item.id}`) };
    if (seen.has(item.id)) problems.push(problem('reference-duplicate', place, { actual: item.id }));
    seen.add(item.id);
    if (!cited.has(item.id)) {
      problems.push(problem('reference-unused', place, { actual: item.id }, 'warning'));
    }
    if (item.issued === undefined && item.custom.undated !== true) {
      problems.push(problem('reference-date', place, { actual: item.id }));
    }
    if ((item.accessed === undefined) !== (item.URL === undefined)) {
      problems.push(problem('reference-accessed', place, { actual: item.id }, 'warning'));
    }
  }
  return problems;
}

/** Every reference that a front matter names, in whichever field. */
function refsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'references') return [];
    if (key === 'refs' && Array.isArray(inner)) return inner.map(String);
    return refsOf(inner);
  });
}

/** Line on which a word first stands as a whole, from 1. */
function lineOf(text: string, word: string): number {
  const index = text.search(new RegExp(`${word.replace(/[.*+?^$|()[\]{}\\]/g, '\\$&')}(?![0-9A-Za-z])`));
  return index < 0 ? 1 : text.slice(0, index).split('\n').length;
}
