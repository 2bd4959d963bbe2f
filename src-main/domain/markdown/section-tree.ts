import type { List, Nodes, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { BlockNode, InlineNode, Problem, Sentence } from '#contract/case-tree.ts';
import { readCitation } from '#contract/cited-text.ts';
import type { Language } from '#contract/ids.ts';
import { type Place, problem } from '../case/problems.ts';
import { splitSentences } from './sentences.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

export interface SectionTree {
  readonly text: string;
  readonly blocks: readonly BlockNode[];
  readonly sentences: readonly Sentence[];
  readonly citations: readonly { readonly ref: string; readonly line: number }[];
  readonly problems: readonly Problem[];
}

const citation = /\[(-?@[^\]]*)\]/g;
const citationForm = /^@S\d+(?:[,，][^;@]{1,60})?(?:\s*;\s*@S\d+(?:[,，][^;@]{1,60})?)*$/;
const allowedLink = /^(?:https?:|mailto:|urn:|#)/i;

/**
 * Parses the Markdown of one section into the tree of `case-tree.ts`, with the plain text that offsets
 * count in. `place.line` is the line of the file on which the Markdown begins.
 */
export function parseSectionTree(markdown: string, language: Language, place: Place): SectionTree {
  const problems: Problem[] = [];
  const citations: { ref: string; line: number }[] = [];
  const marks: { at: number; refs: readonly string[] }[] = [];
  const spans: { start: number; end: number; row?: boolean }[] = [];
  let text = '';

  const at = (node: Nodes): Place => ({
    file: place.file,
    line: place.line + (node.position?.start.line ?? 1) - 1,
    column: node.position?.start.column ?? 1,
  });

  const blocks = parser.parse(markdown).children.flatMap((node) => block(node));
  const body = text.replace(/\n+$/, '');
  return { text: body, blocks, sentences: sentences(), citations, problems };

  /** Runs `read` over one leaf block and closes it with a line feed. */
  function leaf<T>(read: () => T): T {
    const start = text.length;
    const value = read();
    text = text.trimEnd().length < start ? text.slice(0, start) : text.trimEnd();
    spans.push({ start, end: text.length });
    text += '\n';
    return value;
  }

  function block(node: RootContent): BlockNode[] {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', children: leaf(() => inline(node.children)) }];
      case 'heading':
        return [{ type: 'heading', depth: node.depth, children: leaf(() => inline(node.children)) }];
      case 'blockquote':
        return [{ type: 'blockquote', children: node.children.flatMap((child) => block(child)) }];
      case 'list':
        return [list(node)];
      case 'table':
        return [
          {
            type: 'table',
            align: node.align ?? [],
            rows: node.children.map((row) =>
              leaf(() =>
                row.children.map((cell, index) => {
                  if (index > 0) text += '\t';
                  return inline(cell.children);
                }),
              ),
            ),
          },
        ];
      case 'html':
        problems.push(problem('raw-html', at(node), { actual: node.value.slice(0, 60) }));
        return [];
      default:
        problems.push(problem('node-kind', at(node), { actual: node.type }));
        return [];
    }
  }

  function list(node: List): BlockNode {
    return {
      type: 'list',
      ordered: node.ordered === true,
      start: node.start ?? 1,
      items: node.children.map((item) => item.children.flatMap((child) => block(child))),
    };
  }

  function inline(nodes: readonly PhrasingContent[]): InlineNode[] {
    return nodes.flatMap((node): InlineNode[] => {
      switch (node.type) {
        case 'text':
          return words(node.value, at(node));
        case 'emphasis':
        case 'strong':
        case 'delete':
          return [{ type: node.type, children: inline(node.children) }];
        case 'inlineCode':
          return [{ type: 'inlineCode', value: add(node.value), start: text.length - node.value.length }];
        case 'break':
          text += '\n';
          return [{ type: 'break' }];
        case 'link':
          if (!allowedLink.test(node.url)) {
            problems.push(problem('link-target', at(node), { actual: node.url.slice(0, 80) }));
            return inline(node.children);
          }
          return [{ type: 'link', url: node.url, children: inline(node.children) }];
        case 'html':
          problems.push(problem('raw-html', at(node), { actual: node.value.slice(0, 60) }));
          return [];
        default:
          problems.push(problem('node-kind', at(node), { actual: node.type }));
          return [];
      }
    });
  }

  function add(value: string): string {
    text += value;
    return value;
  }

  /** Splits a text node at its citations; the blank before one belongs to the citation. */
  function words(value: string, where: Place): InlineNode[] {
    const clean = value.normalize('NFC').replace(/[ \t]*\n[ \t]*/g, (gap, index: number, all: string) => {
      const before = all[index - 1] ?? '';
      const after = all[index + gap.length] ?? '';
      return /[\u2e80-\uffef]/.test(before) && /[\u2e80-\uffef]/.test(after) ? '' : ' ';
    });
    const nodes: InlineNode[] = [];
    let from = 0;
    for (const match of clean.matchAll(citation)) {
      const inner = match[1] ?? '';
      if (!citationForm.test(inner)) {
        problems.push(problem('citation-form', where, { actual: match[0] }));
        continue;
      }
      push(clean.slice(from, match.index).replace(/[ \t]+$/, ''));
      const { refs, locators } = readCitation(inner);
      const last = nodes.at(-1);
      const here = text.length;
      if (last?.type === 'citation' && last.at === here) {
        const both = { ...last.locators, ...locators };
        const placed = Object.keys(both).length === 0 ? {} : { locators: both };
        nodes[nodes.length - 1] = { type: 'citation', refs: [...last.refs, ...refs], ...placed, at: here };
      } else {
        nodes.push({ type: 'citation', refs, ...(locators === undefined ? {} : { locators }), at: here });
      }
      marks.push({ at: here, refs });
      const line = where.line + value.slice(0, value.indexOf(match[0])).split('\n').length - 1;
      for (const ref of refs) citations.push({ ref, line });
      from = match.index + match[0].length;
      // Chinese sentences follow one another without a blank; one typed after a citation is for the writer's eye.
      if (language === 'zh') from += /^[ \t]*/.exec(clean.slice(from))?.[0].length ?? 0;
    }
    push(clean.slice(from));
    return nodes;

    function push(part: string): void {
      if (part === '') return;
      nodes.push({ type: 'text', value: part, start: text.length });
      text += part;
    }
  }

  function sentences(): Sentence[] {
    return spans.flatMap(({ start, end }) => {
      const parts = splitSentences(body.slice(start, end), language, start);
      return parts.map((part, index) => {
        // A citation belongs to the sentence that it stands in or right behind.
        const until = parts[index + 1]?.start ?? end + 1;
        const own = marks.filter((mark) => mark.at > part.start && mark.at < Math.max(until, part.end + 1));
        return { ...part, refs: [...new Set(own.flatMap((mark) => mark.refs))] };
      });
    });
  }
}
