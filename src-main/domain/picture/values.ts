import type { Case } from '#contract/case-tree.ts';
import type { PictureFilters, PictureList } from '#contract/pictures.ts';
import { PictureList as Lists } from '#contract/pictures.ts';
import { type VocabularyEntry, type VocabularyList, vocabulary } from '#contract/vocabulary.ts';

const vocabularyOf = {
  type: 'type',
  level: 'level',
  dimension: 'dimensions',
  challenge: 'challenges',
  stage: 'lifecycle',
  space: 'space',
  actor: 'role',
  tool: 'tools',
  funding: 'funding',
  participation: 'participation',
} as const satisfies Record<PictureList, VocabularyList>;

/** The values of a list in the order of the vocabulary. */
export function entriesOf(list: PictureList): readonly VocabularyEntry[] {
  return vocabulary[vocabularyOf[list]];
}

/** The values that a case has of a list, each once; none where the case says nothing. */
export function valuesOf({ front }: Case, list: PictureList): readonly string[] {
  switch (list) {
    case 'type':
      return [front.type];
    case 'level':
      return [front.level];
    case 'dimension':
      return many(front.dimensions, ({ id }) => id);
    case 'challenge':
      return many(front.challenges, (id) => id);
    case 'stage':
      return many(front.lifecycle, ({ id }) => id);
    case 'space':
      return many(front.space, (id) => id);
    case 'actor':
      return many(front.actors, ({ role }) => role);
    case 'tool':
      return many(front.tools, (id) => id);
    case 'funding':
      return many(front.funding, ({ kind }) => kind);
    case 'participation':
      return many(front.participation, ({ rung }) => rung);
  }
}

/** The cases that have, of each list in the filters, one of the values ticked there. */
export function keepCases(cases: readonly Case[], filters: PictureFilters = {}): readonly Case[] {
  const asked = Lists.options.flatMap((list) => {
    const values = filters[list] ?? [];
    return values.length === 0 ? [] : [{ list, values: new Set(values) }];
  });
  if (asked.length === 0) return cases;
  return cases.filter((one) =>
    asked.every(({ list, values }) => valuesOf(one, list).some((value) => values.has(value))),
  );
}

function many<T>(values: readonly T[] | string, pick: (value: T) => string): readonly string[] {
  return typeof values === 'string' ? [] : [...new Set(values.map(pick))];
}
