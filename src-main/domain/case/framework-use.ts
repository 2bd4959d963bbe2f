import type { Case } from '#contract/case-tree.ts';
import { FrameworkList, type FrameworkUse } from '#contract/library.ts';
import { vocabulary } from '#contract/vocabulary.ts';

/** Which cases each word of the framework holds for. A concern holds for the cases that say something of it. */
export function frameworkUse(cases: readonly Case[]): FrameworkUse['words'] {
  return FrameworkList.options.flatMap((list) =>
    vocabulary[list].map(({ id }) => ({
      list,
      id,
      cases: cases.filter(({ front }) => wordsOf(front, list).includes(id)).map((value) => value.id),
    })),
  );
}

function wordsOf(front: Case['front'], list: FrameworkList): readonly string[] {
  switch (list) {
    case 'type':
      return [front.type];
    case 'challenges':
      return typeof front.challenges === 'string' ? [] : front.challenges;
    case 'dimensions':
    case 'lifecycle': {
      const entries = front[list];
      return typeof entries === 'string' ? [] : entries.map(({ id }) => id);
    }
    case 'concerns':
      return Object.entries(front.concerns).flatMap(([id, finding]) =>
        typeof finding === 'string' ? [] : [id],
      );
  }
}
