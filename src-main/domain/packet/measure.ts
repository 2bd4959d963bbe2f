import type { BlockNode, Case, InlineNode } from '#contract/case-tree.ts';
import type { PacketContent, SessionSums } from '#contract/packets.ts';
import { inlineText } from '../markdown/plain-text.ts';
import { selectReading } from './select-reading.ts';
import { textOf } from './text-of.ts';

/** Han characters and words of other scripts: what word processors count as the length of a text. */
export function readingLength(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text
    .replace(/\p{Script=Han}/gu, ' ')
    .match(/[\p{L}\p{N}]+(?:[.,’'-][\p{L}\p{N}]+)*/gu)?.length;
  return han + (words ?? 0);
}

/** The words of blocks, without citations. */
export function blocksText(blocks: readonly BlockNode[]): string {
  return blocks.map(blockText).join('\n');
}

function blockText(block: BlockNode): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children);
    case 'blockquote':
      return blocksText(block.children);
    case 'list':
      return block.items.map(blocksText).join('\n');
    case 'table':
      return block.rows
        .map((row) => row.map((cell: readonly InlineNode[]) => inlineText(cell)).join(' '))
        .join('\n');
  }
}

/** Minutes against the slot, and how much is read before class, session by session. */
export function measurePacket(
  { sessions, language }: PacketContent,
  find: (id: string) => Case | undefined,
): SessionSums[] {
  return sessions.map(({ id, slotMinutes, blocks, readings }) => {
    const lengths = readings.map((reading) => {
      const value = find(reading.caseId);
      const text = value && textOf(value, language);
      const parts = text ? selectReading(text, reading).parts : [];
      return [reading, parts.reduce((sum, part) => sum + readingLength(blocksText(part.blocks)), 0)] as const;
    });
    return {
      sessionId: id,
      minutes: blocks.reduce((sum, block) => sum + block.minutes, 0),
      slotMinutes,
      cases: new Set(readings.map(({ caseId }) => caseId)).size,
      readingLength: lengths.reduce((sum, [{ before }, length]) => sum + (before ? length : 0), 0),
      readings: Object.fromEntries(lengths.map(([reading, length]) => [reading.id, length])),
    };
  });
}
