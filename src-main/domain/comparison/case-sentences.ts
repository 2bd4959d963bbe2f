import type { SectionId } from '#contract/case.ts';
import type { BlockNode, Case, CaseText, InlineNode, Section } from '#contract/case-tree.ts';
import { type CitedRun, writeCitation } from '#contract/cited-text.ts';
import type { Language } from '#contract/ids.ts';

/** A sentence of a case with its place, ready to stand in a cell. */
export interface CaseSentence {
  readonly section: SectionId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The same words with Pandoc citations where the case has them. */
  readonly cited: string;
  readonly refs: readonly string[];
  /** Number of its paragraph in the section, and its own number in that paragraph. */
  readonly paragraph: number;
  readonly index: number;
}

/** The text of a case in a language, or in the other one when that is all there is. */
export function textIn(value: Case, language: Language): CaseText | undefined {
  return value.texts[language] ?? value.texts[value.front.language] ?? value.texts.zh ?? value.texts.en;
}

/** All sentences of a text, the discussion questions left out: a question claims nothing. */
export function sentencesOf(text: CaseText): CaseSentence[] {
  return text.sections.flatMap((section) =>
    section.id === 'questions' ? [] : sectionSentences(section, text.language),
  );
}

function sectionSentences(section: Section, language: Language): CaseSentence[] {
  const marks = citationsOf(section.blocks);
  let paragraph = 0;
  let index = 0;
  let last = 0;
  return section.sentences.map((sentence, number) => {
    const gap = section.text.slice(last, sentence.start).split('\n').length - 1;
    if (gap > 0) {
      paragraph += gap;
      index = 0;
    }
    last = sentence.end;
    const next = section.sentences[number + 1]?.start ?? sentence.end + 1;
    const own = marks.filter(({ at }) => at > sentence.start && at < Math.max(next, sentence.end + 1));
    return {
      section: section.id,
      start: sentence.start,
      end: sentence.end,
      text: section.text.slice(sentence.start, sentence.end),
      cited: withCitations(section.text, sentence, own, language),
      refs: sentence.refs,
      paragraph,
      index: index++,
    };
  });
}

interface Mark {
  readonly at: number;
  readonly refs: readonly string[];
  readonly locators?: CitedRun['locators'];
}

function withCitations(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  marks: readonly Mark[],
  language: Language,
): string {
  let from = start;
  let cited = '';
  for (const mark of marks) {
    const at = Math.min(mark.at, end);
    cited += text.slice(from, at) + cite(mark.refs, language, mark.locators);
    from = at;
  }
  return cited + text.slice(from, end);
}

/** A Pandoc citation as it stands in a text of a language: after a blank in English, close in Chinese. */
export function cite(refs: readonly string[], language: Language, locators?: CitedRun['locators']): string {
  if (refs.length === 0) return '';
  const keys = writeCitation(refs, locators);
  return language === 'en' ? ` [${keys}]` : `[${keys}]`;
}

function citationsOf(blocks: readonly BlockNode[]): Mark[] {
  return blocks.flatMap((block) => blockCitations(block)).sort((a, b) => a.at - b.at);
}

function blockCitations(block: BlockNode): Mark[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineCitations(block.children);
    case 'blockquote':
      return citationsOf(block.children);
    case 'list':
      return block.items.flatMap((item) => citationsOf(item));
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => inlineCitations(cell)));
  }
}

function inlineCitations(nodes: readonly InlineNode[]): Mark[] {
  return nodes.flatMap((node): Mark[] => {
    if (node.type === 'citation') return [node];
    return 'children' in node ? inlineCitations(node.children) : [];
  });
}
