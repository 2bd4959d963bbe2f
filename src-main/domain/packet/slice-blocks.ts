import type { BlockNode, InlineNode } from '#contract/case-tree.ts';

/**
 * The blocks of a section's text from one UTF-16 offset to another, words cut where they must be. A citation
 * belongs to the words before it.
 */
export function sliceBlocks(blocks: readonly BlockNode[], from: number, to: number): BlockNode[] {
  return blocks.flatMap((block) => sliceBlock(block, from, to));
}

function sliceBlock(block: BlockNode, from: number, to: number): BlockNode[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const children = sliceInlines(block.children, from, to);
      return children.length === 0 ? [] : [{ ...block, children }];
    }
    case 'blockquote': {
      const children = sliceBlocks(block.children, from, to);
      return children.length === 0 ? [] : [{ ...block, children }];
    }
    case 'list': {
      const items = block.items.map((item) => sliceBlocks(item, from, to));
      const first = items.findIndex((item) => item.length > 0);
      if (first < 0) return [];
      return [{ ...block, start: block.start + first, items: items.filter((item) => item.length > 0) }];
    }
    case 'table': {
      const [head, ...body] = block.rows;
      const rows = body.filter((row) => row.some((cell) => sliceInlines(cell, from, to).length > 0));
      return head === undefined || rows.length === 0 ? [] : [{ ...block, rows: [head, ...rows] }];
    }
  }
}

function sliceInlines(nodes: readonly InlineNode[], from: number, to: number): InlineNode[] {
  const kept: InlineNode[] = [];
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
      case 'inlineCode': {
        const value = node.value.slice(Math.max(0, from - node.start), Math.max(0, to - node.start));
        if (value !== '') kept.push({ ...node, value, start: Math.max(node.start, from) });
        break;
      }
      case 'break':
        if (kept.length > 0) kept.push(node);
        break;
      case 'citation':
        if (node.at > from && node.at <= to && kept.length > 0) kept.push(node);
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link': {
        const children = sliceInlines(node.children, from, to);
        if (children.length > 0) kept.push({ ...node, children });
      }
    }
  }
  while (kept.at(-1)?.type === 'break') kept.pop();
  return kept;
}
