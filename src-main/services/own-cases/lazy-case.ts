import type { Case } from '#contract/case-tree.ts';
import type { Catalogue, OwnHead } from './catalogue.ts';

/** How many own cases are held with what has been read of them. */
const HELD = 64;

/** Own cases out of the catalogue, each read as far as it is looked into. */
export interface CaseReader {
  /** The same object while it is held, so that what is derived from it can be kept by it. */
  read(head: OwnHead): Case | undefined;
  /** A case that is not held: for looking through many. */
  pass(head: OwnHead): Case | undefined;
  forget(key: string): void;
}

/** Reads cases out of a catalogue. */
export function createCaseReader(catalogue: Catalogue): CaseReader {
  const held = new Map<string, Case>();
  const make = (head: OwnHead): Case | undefined => {
    const { key, summary, revision } = head;
    const facts = summary && catalogue.readFacts(key);
    if (!facts || revision === undefined) return undefined;
    let texts: Case['texts'] | undefined;
    const load = () => {
      texts ??= catalogue.readTexts(key) ?? {};
      return texts;
    };
    const lazy: Case['texts'] = {};
    // Enumerable, so that a copy of the case is whole; a language without a text has no key.
    for (const language of summary.languages) {
      Object.defineProperty(lazy, language, { enumerable: true, get: () => load()[language] });
    }
    const { front, evidence } = facts;
    return { id: summary.id, origin: 'own', revision, front, texts: lazy, evidence };
  };
  return {
    read(head) {
      const known = held.get(head.key);
      const value = known?.revision === head.revision ? known : make(head);
      held.delete(head.key);
      if (value) held.set(head.key, value);
      const [oldest] = held.keys();
      if (held.size > HELD && oldest !== undefined) held.delete(oldest);
      return value;
    },
    pass: (head) => held.get(head.key) ?? make(head),
    forget: (key) => void held.delete(key),
  };
}
