import type { Chip } from '#contract/search.ts';
import { classAt, tokens } from '../../analyser/analyse.ts';
import { fold } from '../../analyser/fold.ts';
import type { Lexicon } from '../../ranking/lexicon.ts';
import type { Condition, Filter, SoughtWord, Understood, WeightedTerm, Why } from './understood.ts';

/** Terms that a prefix may stand for; those in most documents are taken. */
const MAX_PREFIXED = 60;

/** An understanding in the making. */
export interface Draft {
  readonly chips: Chip[];
  readonly filters: Filter[];
  /** Words as typed, folded. */
  readonly whole: string[];
  /** What letters were read as. */
  readonly spelled: { readonly typed: string; readonly name: string }[];
  /** Words as understood, in which the glossary looks for its entries. */
  readonly heard: string[];
  heardText(): string;
  /** Adds the terms of a folded word; a term that is there already keeps the greater weight. */
  addWord(folded: string, weight: number, why: Why): void;
  addPrefix(folded: string): void;
  require(condition: Condition): void;
  exclude(condition: Condition): void;
  /** Whether a Chinese run holds a pair of characters that no document has. */
  hasUnknownPair(run: string): boolean;
  finish(): Understood;
}

/** Begins an empty understanding. */
export function createDraft(lexicon: Lexicon): Draft {
  const terms = new Map<string, WeightedTerm>();
  const words = new Map<string, SoughtWord>();
  const required: Condition[] = [];
  const excluded: Condition[] = [];
  const chips: Chip[] = [];
  const filters: Filter[] = [];
  const whole: string[] = [];
  const spelled: Draft['spelled'] = [];
  const heard: string[] = [];

  const add = (key: string, term: WeightedTerm) => {
    const before = terms.get(key);
    if (!before || before.weight < term.weight) terms.set(key, term);
  };
  const seek = (text: string, why: Why) => {
    if (text !== '' && words.get(text)?.why !== 'own') words.set(text, { text, why });
  };
  return {
    chips,
    filters,
    whole,
    spelled,
    heard,
    heardText: () => heard.join(' '),
    addWord(folded, weight, why) {
      seek(folded.trim(), why);
      if (why === 'own' && !heard.includes(folded)) heard.push(folded);
      const found = tokens(folded);
      const [first] = found;
      if (why === 'own' && found.length === 1 && first && isLoneCharacter(folded)) {
        add(first.term, {
          terms: lexicon.around(first.term),
          around: first.term,
          weight,
          why,
          word: folded,
        });
        return;
      }
      for (const { term } of found) add(term, { terms: [term], weight, why, word: folded });
    },
    addPrefix(folded) {
      seek(folded, 'own');
      const found = tokens(folded);
      const last = found.at(-1);
      const isHan = last !== undefined && classAt(folded, last.start) === 'han';
      for (const { term } of isHan ? found : found.slice(0, -1)) {
        add(term, { terms: [term], weight: 1, why: 'own', word: folded });
      }
      // A Chinese prefix of several characters is in its pairs already.
      const tail = isHan ? (isLoneCharacter(last.term) ? last.term : '') : lastWord(folded);
      if (tail === '') return;
      const grown = new Set([
        ...(last && !isHan ? [last.term] : []),
        ...lexicon.startingWith(tail, MAX_PREFIXED),
      ]);
      add(`${tail}*`, { terms: [...grown], weight: 1, why: 'own', word: folded });
    },
    require: (condition) => required.push(condition),
    exclude: (condition) => excluded.push(condition),
    hasUnknownPair: (run) => tokens(run).some(({ term }) => !lexicon.has(term)),
    finish: () => ({
      terms: [...terms.values()],
      // A stop word is looked for only where there is nothing else to look for.
      words: [...words.values()].filter(({ text }) => terms.size === 0 || tokens(text).length > 0),
      required,
      excluded,
      filters,
      independent: false,
      chips: terms.size === 0 ? chips : chips.filter(saysSomething),
      // Letters that are the whole query may be the name of a case.
      names: [
        whole.join(' '),
        ...spelled.filter(({ typed }) => typed === whole.join(' ')).map(({ name }) => name),
      ],
    }),
  };
}

/** Whether a chip stands for more than a stop word. */
function saysSomething({ kind, text }: Chip): boolean {
  return kind !== 'word' || tokens(fold(text).text).length > 0;
}

function isLoneCharacter(folded: string): boolean {
  return [...folded].length === 1 && classAt(folded, 0) === 'han';
}

/** The letters or digits that a folded text ends with. */
function lastWord(folded: string): string {
  return /[\p{L}\p{N}]+$/u.exec(folded)?.[0] ?? '';
}
