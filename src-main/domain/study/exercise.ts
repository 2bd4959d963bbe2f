import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { findEntry } from '#contract/vocabulary.ts';
import { textOf } from '../packet/text-of.ts';

/** Sections that show what is done and by whom, which is what a type is told by. */
const TELLING = ['mechanism', 'roles', 'summary'] as const;
/** What stands where a name stood. */
const COVER = '＿＿';
/** Sentences of a passage. */
const LENGTH = 4;

/**
 * A passage of a case to tell its type by: some sentences on who does what, with the case's own name and the
 * names of the types covered, so that nothing but the practice tells.
 */
export function exercisePassage(value: Case, language: Language): string {
  const text = textOf(value, language);
  const section = TELLING.map((id) => text?.sections.find((one) => one.id === id)).find(
    (one) => one !== undefined && one.sentences.length > 0,
  );
  if (section === undefined) return '';
  const [first] = section.sentences;
  const last = section.sentences.slice(0, LENGTH).at(-1);
  if (first === undefined || last === undefined) return '';
  const passage = section.text.slice(first.start, last.end).replace(/\s*\n\s*/g, ' ');
  return hiddenNames(value, language).reduce((words, name) => words.replaceAll(name, COVER), passage);
}

/** Why a case is of its type: what the framework says of the type, what it says of the one guessed, and the case. */
export function reasonsFor(value: Case, guess: Case['front']['type'], language: Language): string[] {
  const { type, dimensions } = value.front;
  const define = (id: string) => {
    const entry = findEntry('type', id);
    return entry === undefined
      ? ''
      : `${entry[language]}${language === 'zh' ? '：' : ': '}${entry.define?.[language] ?? ''}`;
  };
  const named = typeof dimensions === 'string' ? [] : dimensions;
  const shown = named.slice(0, 2).map(({ id, quote }) => {
    const word = findEntry('dimensions', id)?.[language] ?? id;
    return language === 'zh' ? `${word}：“${quote.zh}”` : `${word}: “${quote.en}”`;
  });
  return [define(type), ...(guess === type ? [] : [define(guess)]), ...shown];
}

function hiddenNames({ front }: Case, language: Language): string[] {
  const types = ['plan-coordination', 'community-engagement', 'project', 'event-driven'];
  const place =
    typeof front.place === 'string'
      ? []
      : Object.values(front.place).filter((one) => typeof one === 'string');
  return [
    front.title[language],
    ...types.flatMap((id) => {
      const entry = findEntry('type', id);
      return entry === undefined ? [] : [entry[language], entry.short?.[language] ?? ''];
    }),
    ...place.slice(1),
  ].filter((name) => name.length > 1);
}
