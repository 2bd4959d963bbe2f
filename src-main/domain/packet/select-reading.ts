import type { BlockNode, CaseText, Section } from '#contract/case-tree.ts';
import type { Excerpt, Reading } from '#contract/packets.ts';
import { sliceBlocks } from './slice-blocks.ts';

export interface ReadPart {
  readonly section: Section;
  readonly blocks: readonly BlockNode[];
}

export interface SelectedReading {
  readonly parts: readonly ReadPart[];
  /** Passages that the case no longer says so; they are kept as they were chosen. */
  readonly lost: readonly Excerpt[];
  /** What comes after the cut, for the trainer; empty where nothing is cut. */
  readonly ending: readonly ReadPart[];
  /** Whether the place of the cut is still in the case. Where it is not, nothing is shown. */
  readonly endingLost: boolean;
}

/**
 * What is read of a case. Before a cut the summary is left out unless it was asked for: it tells the ending. The
 * case's questions are the session's matter, not the reading's.
 */
export function selectReading(text: CaseText, { part, ending }: Reading): SelectedReading {
  const at = ending === null ? -1 : text.sections.findIndex(({ id }) => id === ending.section);
  const endingLost = ending !== null && (at < 0 || ending.start > (text.sections[at]?.text.length ?? 0));
  if (endingLost) return { parts: [], lost: [], ending: [], endingLost };
  const start = ending?.start ?? 0;
  const limitOf = (index: number): number => {
    if (ending === null || index < at) return Number.POSITIVE_INFINITY;
    return index === at ? start : 0;
  };

  const lost: Excerpt[] = [];
  const parts: ReadPart[] = [];
  for (const [index, section] of text.sections.entries()) {
    const limit = limitOf(index);
    const blocks =
      part.kind === 'passages'
        ? part.passages
            .filter((one) => one.section === section.id)
            .flatMap((one) => {
              const place = placeOf(one, section);
              if (place === undefined) {
                if (limit === Number.POSITIVE_INFINITY) lost.push(one);
                return [];
              }
              return sliceBlocks(section.blocks, place, Math.min(place + one.quote.length, limit));
            })
        : isRead(section, part, ending !== null)
          ? sliceBlocks(section.blocks, 0, limit)
          : [];
    if (blocks.length > 0) parts.push({ section, blocks });
  }
  const rest =
    ending === null
      ? []
      : text.sections.flatMap((section, index): ReadPart[] => {
          if (index < at || section.id === 'questions') return [];
          const blocks = sliceBlocks(section.blocks, index === at ? start : 0, Number.POSITIVE_INFINITY);
          return blocks.length > 0 ? [{ section, blocks }] : [];
        });
  return { parts, lost, ending: rest, endingLost };
}

function isRead(
  { id }: Section,
  part: Exclude<Reading['part'], { kind: 'passages' }>,
  isCut: boolean,
): boolean {
  if (part.kind === 'sections') return part.sections.includes(id);
  return id !== 'questions' && !(isCut && id === 'summary');
}

/** Where a passage stands now: where it stood, or else where its words stand once. */
function placeOf({ start, quote }: Excerpt, { text }: Section): number | undefined {
  if (text.startsWith(quote, start)) return start;
  const found = text.indexOf(quote);
  return found >= 0 && text.indexOf(quote, found + 1) < 0 ? found : undefined;
}
