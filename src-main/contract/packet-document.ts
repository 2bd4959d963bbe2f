import { z } from 'zod';
import type { Language } from './ids.ts';

export const BlockKind = z.enum(['opening', 'facts', 'block', 'activity', 'reveal', 'wrap-up', 'break']);
export type BlockKind = z.infer<typeof BlockKind>;

export const PacketEdition = z.enum(['student', 'trainer']);
export type PacketEdition = z.infer<typeof PacketEdition>;

/** A run of words of a packet, or the numbers of references that stand right after the words before. */
export type PacketRun =
  | {
      readonly text: string;
      readonly strong?: true;
      readonly emphasis?: true;
      readonly code?: true;
      readonly href?: string;
    }
  | { readonly cites: readonly number[] }
  | { readonly break: true };

/** A part of a packet's page; every writer sets the same ones. */
export type PacketBlock =
  | { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly runs: readonly PacketRun[] }
  | { readonly type: 'paragraph'; readonly runs: readonly PacketRun[] }
  /** Where the words come from, set small. */
  | { readonly type: 'source'; readonly runs: readonly PacketRun[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly PacketBlock[])[];
    }
  | { readonly type: 'quote'; readonly blocks: readonly PacketBlock[] }
  | {
      readonly type: 'table';
      readonly head: readonly (readonly PacketRun[])[];
      readonly rows: readonly (readonly (readonly PacketRun[])[])[];
      /** Columns of numbers, set to the right. */
      readonly numeric: readonly boolean[];
    }
  /** Empty lines to write on. */
  | { readonly type: 'lines'; readonly count: number }
  /** Where a case was cut: what to forecast before the rest is read. */
  | { readonly type: 'forecast'; readonly readingId: string; readonly question: string };

export interface PacketSessionPages {
  readonly id: string;
  /** 1, 2, 3 … the same in both editions. */
  readonly number: number;
  readonly title: string;
  readonly facts: string;
  readonly blocks: readonly PacketBlock[];
  /** Pages between the student's, with numbers of their own; empty in the student edition. */
  readonly notes: readonly PacketBlock[];
  /** The plan of the session in minutes. */
  readonly plan: readonly { readonly minutes: number; readonly kind: BlockKind; readonly what: string }[];
}

export interface PacketSource {
  readonly number: number;
  readonly runs: readonly { readonly text: string; readonly italic: boolean }[];
  readonly note: string | null;
}

/** A packet in one edition, before any format: what every writer sets, word for word the same. */
export interface PacketDocument {
  readonly language: Language;
  readonly edition: PacketEdition;
  readonly title: string;
  readonly subtitle: string;
  readonly audience: string;
  readonly licence: string;
  /** ISO day. */
  readonly date: string;
  readonly sessions: readonly PacketSessionPages[];
  readonly glossary: readonly { readonly term: string; readonly other: string; readonly meaning: string }[];
  readonly references: readonly PacketSource[];
  /** Things to cut out: one question, figure or term each. */
  readonly cards: readonly { readonly front: string; readonly back: string; readonly from: string }[];
}
