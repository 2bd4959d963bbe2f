import type { Annotation } from '#contract/annotations.ts';
import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { shortTitle } from './short-title.ts';

/** A note of the user's as the appendix of a brief has it. */
export interface BriefNote {
  /** The case, and the row where it stands on a cell. */
  readonly about: string;
  readonly quote: string;
  /** What the user wrote; lines as he broke them. */
  readonly lines: readonly string[];
}

/**
 * The user's own notes on the cases of a comparison and on its cells, those with words, in the order of the cases.
 *
 * @param titleOf what a row is called
 */
export function briefNotes(
  annotations: readonly Annotation[],
  cases: readonly Case[],
  titleOf: (row: string) => string,
  language: Language,
): BriefNote[] {
  return cases.flatMap(({ id, front }) => {
    const name = shortTitle(front.title[language]);
    return annotations
      .filter((one) => one.caseId === id && one.by === undefined && one.removedAt === undefined)
      .filter(({ body }) => body.trim() !== '')
      .map(({ body, on, target }) => ({
        about: on?.kind === 'cell' ? `${name} · ${titleOf(on.row)}` : name,
        quote: target.selector[1].exact.trim(),
        lines: body.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
      }));
  });
}
