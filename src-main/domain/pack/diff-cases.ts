import type { Figure } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';

/** What is different between two revisions of a case. */
export interface CaseDifference {
  readonly id: string;
  /** Sections whose text is not the same, by language. */
  readonly sections: readonly { readonly language: 'zh' | 'en'; readonly section: string }[];
  readonly figures: readonly {
    readonly id: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** Holds two revisions of a case against each other, section by section and figure by figure. */
export function diffCases(before: Case, after: Case): CaseDifference {
  const sections = (['zh', 'en'] as const).flatMap((language) => {
    const textsOf = (value: Case) =>
      new Map((value.texts[language]?.sections ?? []).map(({ id, textHash }) => [id as string, textHash]));
    const [old, now] = [textsOf(before), textsOf(after)];
    return [...new Set([...old.keys(), ...now.keys()])]
      .filter((section) => old.get(section) !== now.get(section))
      .map((section) => ({ language, section }));
  });
  const figuresOf = (value: Case) => new Map(value.front.figures.map((one) => [one.id, words(one)]));
  const [old, now] = [figuresOf(before), figuresOf(after)];
  const figures = [...new Set([...old.keys(), ...now.keys()])]
    .filter((id) => old.get(id) !== now.get(id))
    .map((id) => ({ id, before: old.get(id) ?? null, after: now.get(id) ?? null }));
  return { id: after.id, sections, figures };
}

function words({ value, unit }: Figure): string {
  return `${typeof value === 'number' ? value : `${value.min}–${value.max}`} ${unit.zh}`;
}
