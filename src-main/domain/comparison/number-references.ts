import type { CslItem } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import type { CitationStyle } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import { formatReference } from '../citation/format-reference.ts';
import { plainText, type TextRun } from '../citation/text-run.ts';

/** A source of a brief under its number. */
export interface BriefReference {
  readonly number: number;
  /** `<case>_<ref>` of each case that cites it. */
  readonly keys: readonly string[];
  readonly runs: readonly TextRun[];
  readonly note: string | null;
}

/**
 * Numbers the references of several cases in the order in which they are first cited. Cases that cite the
 * same source share its number: what prints alike is one source.
 */
export function numberReferences(cases: readonly Case[], style: CitationStyle, language: Language) {
  const items = new Map<string, CslItem>(
    cases.flatMap(({ id, front }) => front.references.map((item) => [`${id}_${item.id}`, item] as const)),
  );
  const byText = new Map<
    string,
    { number: number; keys: Set<string>; runs: TextRun[]; note: string | null }
  >();

  return {
    /**
     * The number of a reference: `S4` of the case given, or a whole key `<case>_S4`; undefined when there is
     * no such source.
     */
    numberOf(ref: string, caseId: string | undefined): number | undefined {
      const key = ref.includes('_') || caseId === undefined ? ref : `${caseId}_${ref}`;
      const item = items.get(key);
      if (item === undefined) return undefined;
      const runs = formatReference(item, style);
      const text = plainText(runs);
      const known = byText.get(text);
      if (known) {
        known.keys.add(key);
        return known.number;
      }
      const number = byText.size + 1;
      byText.set(text, { number, keys: new Set([key]), runs, note: item.custom.note?.[language] ?? null });
      return number;
    },

    /** All that have been numbered so far, in order. */
    list(): BriefReference[] {
      return [...byText.values()].map(({ keys, ...reference }) => ({ ...reference, keys: [...keys] }));
    },
  };
}
