import type { BlockNode, InlineNode } from '#contract/case-tree.ts';
import type { PacketBlock, PacketRun } from '#contract/packet-document.ts';

/** The number of one of a case's references in the packet's list. */
export type NumberOf = (ref: string) => number | undefined;

/** A case's blocks as a packet sets them: its headings a step lower, its citations by the packet's numbers. */
export function toPacketBlocks(blocks: readonly BlockNode[], numberOf: NumberOf): PacketBlock[] {
  return blocks.map((block) => toPacketBlock(block, numberOf));
}

function toPacketBlock(block: BlockNode, numberOf: NumberOf): PacketBlock {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', runs: toRuns(block.children, numberOf) };
    case 'heading':
      return { type: 'heading', level: 4, runs: toRuns(block.children, numberOf) };
    case 'blockquote':
      return { type: 'quote', blocks: toPacketBlocks(block.children, numberOf) };
    case 'list':
      return {
        type: 'list',
        ordered: block.ordered,
        start: block.start,
        items: block.items.map((item) => toPacketBlocks(item, numberOf)),
      };
    case 'table': {
      const [head = [], ...rows] = block.rows;
      return {
        type: 'table',
        head: head.map((cell) => toRuns(cell, numberOf)),
        rows: rows.map((row) => row.map((cell) => toRuns(cell, numberOf))),
        numeric: head.map((_, column) => block.align[column] === 'right'),
      };
    }
  }
}

const stop = /[。．.；;，,！？!?、：:]$/u;

/**
 * Runs of words with their citations. A number stands before the mark that closes its claim, as GB/T 7714 sets
 * it, in whichever order the case's text has them.
 */
export function toRuns(
  nodes: readonly InlineNode[],
  numberOf: NumberOf,
  style: { strong?: true; emphasis?: true; href?: string } = {},
): PacketRun[] {
  const runs: PacketRun[] = [];
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        runs.push({ text: node.value, ...style });
        break;
      case 'inlineCode':
        runs.push({ text: node.value, ...style, code: true });
        break;
      case 'break':
        runs.push({ break: true });
        break;
      case 'strong':
        runs.push(...toRuns(node.children, numberOf, { ...style, strong: true }));
        break;
      case 'emphasis':
        runs.push(...toRuns(node.children, numberOf, { ...style, emphasis: true }));
        break;
      case 'delete':
        runs.push(...toRuns(node.children, numberOf, style));
        break;
      case 'link':
        runs.push(...toRuns(node.children, numberOf, { ...style, href: node.url }));
        break;
      case 'citation':
        cite(runs, [...new Set(node.refs.map(numberOf).filter((one) => one !== undefined))]);
    }
  }
  return runs;
}

function cite(runs: PacketRun[], numbers: number[]): void {
  if (numbers.length === 0) return;
  const cites = { cites: numbers.sort((a, b) => a - b) };
  const last = runs.at(-1);
  const mark = last && 'text' in last ? (stop.exec(last.text)?.[0] ?? '') : '';
  if (!last || !('text' in last) || mark === '') {
    runs.push(cites);
    return;
  }
  runs[runs.length - 1] = { ...last, text: last.text.slice(0, -mark.length) };
  runs.push(cites, { ...last, text: mark });
}

/** Words as one run. */
export function plain(text: string): PacketRun[] {
  return [{ text }];
}

/** What an author typed into a field: paragraphs at empty lines, lists at lines that begin with a dash or number. */
export function typedBlocks(text: string): PacketBlock[] {
  const blocks: PacketBlock[] = [];
  for (const part of text.trim().split(/\n\s*\n/)) {
    const lines = part
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length === 0) continue;
    const isList = lines.every((line) => /^[-*•]\s*\S/.test(line));
    if (isList) {
      const items = lines.map((line): PacketBlock[] => [
        { type: 'paragraph', runs: plain(line.replace(/^[-*•]\s*/, '')) },
      ]);
      blocks.push({ type: 'list', ordered: false, start: 1, items });
    } else {
      const runs = lines.flatMap((line, index): PacketRun[] =>
        index === 0 ? plain(line) : [{ break: true }, ...plain(line)],
      );
      blocks.push({ type: 'paragraph', runs });
    }
  }
  return blocks;
}
