import type { BlockNode, Case, CaseText, InlineNode } from '#contract/case-tree.ts';
import { referenceText } from '#domain/citation/format-reference.ts';
import type { Say } from './texts.ts';

/** A case as lines for a terminal: its sections with their citations, then its sources. */
export function caseLines({ id, front }: Case, text: CaseText, say: Say): string[] {
  const style = text.language === 'zh' ? 'gb-2025' : 'chicago-author-date';
  return [
    text.title,
    id,
    ...text.sections.flatMap((section) => [
      '',
      `## ${section.heading}`,
      ...section.blocks.flatMap(blockLines),
    ]),
    '',
    `## ${say('sources')}`,
    '',
    ...front.references.map((reference) => `[${reference.id}] ${referenceText(reference, style)}`),
  ];
}

function blockLines(block: BlockNode): string[] {
  switch (block.type) {
    case 'paragraph':
      return ['', inlineText(block.children)];
    case 'heading':
      return ['', `${'#'.repeat(block.depth)} ${inlineText(block.children)}`];
    case 'blockquote':
      return block.children.flatMap(blockLines).map((line) => (line === '' ? '' : `> ${line}`));
    case 'list':
      return [
        '',
        ...block.items.flatMap((item, at) => {
          const mark = block.ordered ? `${block.start + at}. ` : '- ';
          const [first = '', ...rest] = item.flatMap(blockLines).filter((line) => line !== '');
          return [`${mark}${first}`, ...rest.map((line) => `${' '.repeat(mark.length)}${line}`)];
        }),
      ];
    case 'table':
      return ['', ...block.rows.map((row) => row.map(inlineText).join(' | '))];
  }
}

function inlineText(nodes: readonly InlineNode[]): string {
  return nodes.map(oneText).join('');
}

function oneText(node: InlineNode): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return ' ';
    case 'citation':
      return `[${node.refs.join('; ')}]`;
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return inlineText(node.children);
  }
}
