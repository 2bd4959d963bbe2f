import type { Case, Problem } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import {
  TeachingFrontMatter,
  type TeachingNote,
  type TeachingSection,
  type TeachingSectionId,
} from '#contract/teaching.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { readFrontMatter, splitFrontMatter } from '../case/front-matter.ts';
import { problem } from '../case/problems.ts';
import { findForbidden, findLimit } from '../markdown/limits.ts';
import { parseSectionTree } from '../markdown/section-tree.ts';
import { splitSections } from '../markdown/split-sections.ts';
import { textHash } from '../text/hash.ts';
import { nearest } from '../text/nearest.ts';
import { checkTeachingNote } from './check-teaching-note.ts';

/** Whether a file's name says that it is a teaching note (`<id>.teaching.md`, `<id>.teaching.en.md`). */
export function isTeachingName(file: string): boolean {
  return /\.teaching(?:\.(?:en|zh))?\.md$/.test(file);
}

/** The case that a teaching note belongs to, by the note's path: `project/x.teaching.en.md` → `x`. */
export function caseOfTeachingName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.teaching(?:\.(?:en|zh))?\.md$/, '');
}

export interface ParsedTeachingNote {
  /** Undefined when an error keeps the note out. */
  readonly value: TeachingNote | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads a teaching note and checks it against its case. Never throws: what is wrong comes back as problems.
 *
 * @param file path as it should be named in problems
 * @param value the case that the note belongs to, undefined when the library has none
 */
export function parseTeachingNote(text: string, file: string, value: Case | undefined): ParsedTeachingNote {
  const refuse = (...problems: Problem[]): ParsedTeachingNote => ({ value: undefined, problems });
  const clean = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const forbidden = findForbidden(clean, file);
  if (forbidden.length > 0) return refuse(...forbidden);
  const split = splitFrontMatter(clean);
  if (!split) return refuse(problem('front-missing', { file, line: 1 }));
  const front = readFrontMatter(split.front, TeachingFrontMatter, file);
  if (!front.value) return refuse(...front.problems);
  const { id, language } = front.value;
  const name = `${id}.teaching${language === 'zh' ? '' : `.${language}`}.md`;
  if (file.replace(/^.*\//, '') !== name) {
    return refuse(problem('file-name', { file, line: 2 }, { expected: [name] }));
  }
  if (!value?.texts[language]) return refuse(problem('teaching-case', { file, line: 2 }, { actual: id }));
  const known = new Set<string>(value.front.references.map((item) => item.id));
  const { sections, problems } = parseBody(split, language, known, file);
  const note = { front: front.value, sections };
  const all = [...problems, ...checkTeachingNote(note, value, { file, text: clean })];
  return { value: all.some(({ severity }) => severity === 'error') ? undefined : note, problems: all };
}

function parseBody(
  { body, bodyLine }: { readonly body: string; readonly bodyLine: number },
  language: Language,
  known: ReadonlySet<string>,
  file: string,
) {
  const problems: Problem[] = [];
  const sections: TeachingSection[] = [];
  const headings = vocabulary.teachingSection.map((entry) => ({ id: entry.id, title: entry[language] }));
  const chunks = splitSections(body, bodyLine);
  if (chunks.before.trim() !== '') {
    const details = { actual: chunks.before.trim().slice(0, 30), expected: [headings[0]?.title ?? ''] };
    problems.push(problem('heading-order', { file, line: bodyLine }, details));
  }
  for (const [index, { heading, line, markdown }] of chunks.sections.entries()) {
    const expected = headings[index];
    if (heading !== expected?.title) {
      const details = { actual: heading, expected: [expected?.title ?? ''] };
      problems.push(problem('heading-order', { file, line }, details));
      continue;
    }
    const limit = findLimit(markdown, { file, line: line + 1 });
    if (limit) {
      problems.push(limit);
      continue;
    }
    const tree = parseSectionTree(markdown, language, { file, line: line + 1 });
    problems.push(...tree.problems);
    if (tree.text === '') problems.push(problem('section-empty', { file, line }, { actual: heading }));
    for (const { ref, line: at } of tree.citations) {
      if (known.has(ref)) continue;
      const details = { actual: ref, expected: nearest(ref, known) };
      problems.push(problem('citation-unknown', { file, line: at }, details));
    }
    const { text, blocks, sentences } = tree;
    const id: TeachingSectionId = expected.id;
    sections.push({ id, heading, line, text, textHash: textHash(text), blocks, sentences });
  }
  for (const { title } of headings.slice(chunks.sections.length)) {
    const line = bodyLine + body.trimEnd().split('\n').length - 1;
    problems.push(problem('heading-missing', { file, line }, { actual: title }));
  }
  return { sections, problems };
}
