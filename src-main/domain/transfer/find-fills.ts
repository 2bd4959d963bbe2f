import type { Level } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import type { Bilingual, CaseId, Language } from '#contract/ids.ts';
import type { Fill, OwnPlace } from '#contract/transfer.ts';
import { type CaseSentence, sentencesOf, textIn } from '../comparison/case-sentences.ts';
import { statesAbsence } from '../markdown/sentences.ts';
import { type ConditionKind, kindsOf } from './condition-kinds.ts';
import { weighWords } from './word-weights.ts';

/** Cases shown for a gap. */
const MOST_FILLS = 3;
/** Where a case tells how something was done; its own list of conditions says only that it was needed. */
const howSections = new Set(['roles', 'process', 'space-service', 'results']);
/** A sentence that meets less of a condition's words than this says something else. */
const LEAST_SHARE = 0.2;
/** Points for what makes a case nearer than its words say: the same kind of condition, level, space. */
const SAME_KIND = 9;
const SAME_LEVEL = 2;
const SAME_SPACE = 2;
/** With fewer points two conditions are alike by chance. */
const LEAST_SCORE = 6;

/** A condition that a case states, and what the case is like; the case itself is looked up when it is wanted. */
interface Stated {
  readonly caseId: CaseId;
  readonly level: Level;
  readonly spaces: readonly string[];
  readonly id: string;
  readonly condition: Bilingual;
  readonly kinds: readonly ConditionKind[];
}

/** Finds, for a condition that a place does not meet, the cases that met the like and how they did. */
export interface FillFinder {
  find(condition: Bilingual, ofCase: string, place: Pick<OwnPlace, 'level' | 'space'> | undefined): Fill[];
}

/** Makes a {@link FillFinder} over some cases, in a language; it is worth keeping while the cases stay the same. */
export function makeFillFinder(
  cases: Iterable<Case>,
  language: Language,
  findCase: (id: string) => Case | undefined,
): FillFinder {
  const stated: Stated[] = [];
  for (const { id: caseId, front } of cases) {
    const { level, space } = front;
    const spaces = typeof space === 'string' ? [] : space;
    for (const { id, condition } of front.transfer) {
      stated.push({ caseId, level, spaces, id, condition, kinds: kindsOf(condition) });
    }
  }
  const byWords = weighWords(stated.map((one) => ({ of: one, words: one.condition[language] })));
  // Kinds that many conditions share say less of what is alike.
  const uses = Map.groupBy(
    stated.flatMap(({ kinds }) => kinds),
    ({ id }) => id,
  );
  const weightOf = ({ id }: ConditionKind) => 1 / Math.sqrt(uses.get(id)?.length ?? 1);

  return {
    find(condition, ofCase, place) {
      const kinds = kindsOf(condition);
      const scores = new Map<Stated, number>();
      for (const { of, score } of byWords.rank(condition[language])) scores.set(of, score);
      const candidates = stated.flatMap((one) => {
        if (one.caseId === ofCase) return [];
        const shared = one.kinds.filter(({ id }) => kinds.some((kind) => kind.id === id));
        const words = scores.get(one) ?? 0;
        if (shared.length === 0 && words < SAME_KIND) return [];
        const kind = shared.reduce((sum, each) => sum + weightOf(each), 0);
        const alike = words + SAME_KIND * 3 * kind;
        if (alike < LEAST_SCORE) return [];
        return [{ ...one, shared, score: alike + nearness(one, place) }];
      });
      const taken = new Set<string>();
      return candidates
        .toSorted((a, b) => b.score - a.score)
        .flatMap(({ caseId, id, condition: like, shared }): Fill[] => {
          if (taken.has(caseId) || taken.size >= MOST_FILLS) return [];
          taken.add(caseId);
          const how = howOf(findCase(caseId), like, language);
          return [
            {
              caseId,
              conditionId: id,
              condition: like,
              kinds: shared.map(({ name }) => name),
              ...(how === undefined
                ? {}
                : { how: { text: how.text, section: how.section, refs: [...how.refs], start: how.start } }),
            },
          ];
        });
    },
  };
}

function nearness({ level, spaces }: Stated, place: Pick<OwnPlace, 'level' | 'space'> | undefined): number {
  if (place === undefined) return 0;
  return (
    (place.level === level ? SAME_LEVEL : 0) +
    (place.space.some((id) => spaces.includes(id)) ? SAME_SPACE : 0)
  );
}

/** The sentence of a case that tells how it met a condition of its own; the one that states it where none tells. */
function howOf(one: Case | undefined, condition: Bilingual, language: Language): CaseSentence | undefined {
  const text = one === undefined ? undefined : textIn(one, language);
  if (text === undefined) return undefined;
  const sentences = sentencesOf(text).filter(
    (sentence) => sentence.refs.length > 0 && !statesAbsence(sentence.text, text.language),
  );
  const ranked = weighWords(sentences.map((of) => ({ of, words: of.text }))).rank(condition[text.language]);
  const told = ranked.find(({ of, share }) => howSections.has(of.section) && share >= LEAST_SHARE);
  return (told ?? ranked.find(({ of }) => of.section === 'transfers'))?.of;
}
