import type { Case } from '#contract/case-tree.ts';
import type { PacketContent } from '#contract/packets.ts';
import type { PacketTexts } from './texts.ts';

/** What the parts of a session are set with. */
export interface PageContext {
  readonly content: PacketContent;
  readonly texts: PacketTexts;
  readonly find: (id: string) => Case | undefined;
  readonly numberOf: (ref: string, caseId: string) => number | undefined;
}
