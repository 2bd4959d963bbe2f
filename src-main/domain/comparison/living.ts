import type { Figure } from '#contract/case.ts';
import type { CellChange, Comparison, Draft, FigureChange } from '#contract/comparisons.ts';
import type { CaseId, Language } from '#contract/ids.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { figureWords } from '../annotation/figure-words.ts';
import { changedWords } from './changed-words.ts';

/** A case of a comparison as it stands now. */
export interface CaseNow {
  readonly id: CaseId;
  readonly revision: string;
  /** By row: the hash of the drafts in both languages. */
  readonly basisOf: (row: string) => string;
}

/**
 * Holds the drafts of now against those that the user saw. A cell whose draft has changed goes on saying what
 * it said, until the user has looked at the change.
 */
export function weighDrafts(
  comparison: Pick<Comparison, 'cells'>,
  drafts: readonly Draft[],
  cases: readonly CaseNow[],
  language: Language,
): { readonly drafts: Draft[]; readonly changes: CellChange[] } {
  const changes: CellChange[] = [];
  const byId = new Map(cases.map((one) => [one.id, one]));
  const cells = new Map(comparison.cells.map((cell) => [`${cell.caseId} ${cell.row}`, cell]));
  const shown = drafts.map((draft) => {
    const cell = cells.get(`${draft.caseId} ${draft.row}`);
    const now = byId.get(draft.caseId);
    if (cell === undefined || now === undefined) return draft;
    const then = cell.draft[language];
    // What is not known cannot be held against anything: cells stored before both languages were kept.
    if (then === '' || cell.basis === '' || then === draft.text) return draft;
    if (cell.basis === now.basisOf(draft.row)) return draft;
    changes.push({
      caseId: draft.caseId,
      row: draft.row,
      was: then,
      summary: cell.summary,
      now: draft.text,
      words: changedWords(then, draft.text, language),
      why: cell.revision === now.revision ? 'program' : 'case',
    });
    return { ...draft, text: then, nothing: nothingIn(then), claims: [] };
  });
  return { drafts: shown, changes };
}

function nothingIn(text: string): Draft['nothing'] {
  return vocabulary.nothing.find((entry) => entry.zh === text || entry.en === text)?.id ?? null;
}

/** The figures of a case that are not what they were. */
export function figureChanges(
  caseId: CaseId,
  then: readonly Figure[],
  now: readonly Figure[],
  since: Pick<FigureChange, 'since' | 'reason'>,
): FigureChange[] {
  const ids = [...new Set([...then, ...now].map((figure) => figure.id))];
  return ids.flatMap((id) => {
    const before = then.find((figure) => figure.id === id);
    const after = now.find((figure) => figure.id === id);
    if (saysOf(before) === saysOf(after)) return [];
    return [
      {
        caseId,
        id,
        was: bothWords(before),
        now: bothWords(after),
        ...since,
      },
    ];
  });
}

function saysOf(figure: Figure | undefined): string {
  return figure === undefined
    ? ''
    : JSON.stringify([figure.value, figure.unit, figure.asOf, figure.approximate ?? false]);
}

function bothWords(figure: Figure | undefined): FigureChange['now'] {
  return figure === undefined ? null : { zh: figureWords(figure, 'zh'), en: figureWords(figure, 'en') };
}
