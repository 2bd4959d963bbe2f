import type { BlockNode, InlineNode } from '#contract/case-tree.ts';

/** The words of inline nodes, without citations. */
export function inlineText(nodes: readonly InlineNode[]): string {
  return nodes.map(oneText).join('');
}

/** The items of the ordered lists of some blocks: of each, the words of its first paragraph. */
export function orderedItems(blocks: readonly BlockNode[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type !== 'list' || !block.ordered) return [];
    return block.items.map(([first]) =>
      first?.type === 'paragraph' ? inlineText(first.children).trim() : '',
    );
  });
}

function oneText(node: InlineNode): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'citation':
      return '';
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return inlineText(node.children);
  }
}
