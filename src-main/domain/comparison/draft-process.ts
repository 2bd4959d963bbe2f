import type { SectionId } from '#contract/case.ts';
import type { Draft } from '#contract/comparisons.ts';
import type { RowId } from '#contract/rows.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import type { CaseSentence } from './case-sentences.ts';
import {
  draftOf,
  factPart,
  joinFacts,
  joinSentences,
  label,
  lower,
  type Material,
  nothingOf,
  type Part,
  sentencePart,
} from './material.ts';
import { cellLimit, lengthOf, rankSentences, takeSentences } from './pick-sentences.ts';
import { type SentenceRule, sentenceRules, turningRule } from './rules.ts';
import { toolCues } from './tool-cues.ts';
import { words } from './words.ts';

/** A cell made of the sentences that a rule finds; 未说明 where it finds none. */
export function draftFromSentences(
  material: Material,
  row: RowId,
  rule: SentenceRule,
  lift?: (sentence: CaseSentence) => number,
): Draft {
  const taken = takeSentences(rankSentences(material.sentences, rule, material.own, lift), material.own);
  return draftFromPicked(material, row, taken);
}

/** A cell made of sentences already chosen. */
export function draftFromPicked(material: Material, row: RowId, taken: readonly CaseSentence[]): Draft {
  const shown = [...new Set(taken.map(material.show).filter((sentence) => sentence !== undefined))];
  if (shown.length === 0) return nothingOf(material, row, 'not-stated');
  const parts = shown.map(sentencePart);
  const text = joinSentences(
    parts.map((part) => part.text),
    material.language,
  );
  return draftOf(material, row, text, parts);
}

/** As {@link draftFromSentences}, with the opening of a section where no sentence stands out. */
export function draftOrOpening(
  material: Material,
  row: RowId,
  rule: SentenceRule,
  section: SectionId,
): Draft {
  const taken = takeSentences(rankSentences(material.sentences, rule, material.own), material.own);
  if (taken.length > 0) return draftFromPicked(material, row, taken);
  const opening = openingOf(material, section);
  return draftFromPicked(material, row, opening === undefined ? [] : [opening]);
}

/** The first sentence of a section that has a source: what its author thought the most important. */
export function openingOf({ sentences, own }: Material, section: SectionId): CaseSentence | undefined {
  return sentences.find(
    (one) =>
      one.section === section && one.refs.length > 0 && lengthOf(one.text, own) <= cellLimit[own] * 1.5,
  );
}

/** The steps in order, and the moment at which it could have failed. */
export function draftProcess(material: Material): Draft {
  const { own, sentences } = material;
  const steps =
    takeSentences(rankSentences(sentences, sentenceRules.process, own), own, 1)[0] ??
    openingOf(material, 'process');
  const turning = rankSentences(sentences, turningRule, own)
    .map(({ sentence }) => sentence)
    .find(
      (sentence) =>
        sentence !== steps &&
        lengthOf(sentence.text, own) + (steps === undefined ? 0 : lengthOf(steps.text, own)) <=
          cellLimit[own] * 1.25,
    );
  return draftFromPicked(
    material,
    'process',
    [steps, turning].filter((sentence) => sentence !== undefined),
  );
}

/** The tools that the case names, each with the source of the sentence that shows it in use. */
export function draftTools(material: Material): Draft {
  const { tools } = material.value.front;
  const { language, own, sentences } = material;
  if (typeof tools === 'string') return nothingOf(material, 'methods-tools', tools);
  const proofs = new Map<string, CaseSentence>();
  const parts: Part[] = tools.map((tool) => {
    const proof = sentences
      .filter((sentence) => sentence.refs.length > 0 && toolCues[tool][own].test(sentence.text))
      .sort((a, b) => weight(b) - weight(a))[0];
    if (proof) proofs.set(tool, proof);
    const name = lower(label('tools', tool, language), language);
    const shown = proof && material.show(proof);
    return factPart(material, name, { zh: '', en: '' }, shown?.refs ?? [], shown);
  });
  const list = words[language].used(words[language].and(parts.map((part) => part.text)));
  const text = list.replace(/( ?(?:\[@[^\]]+\])?)$/, (tail) => words[language].sentence('') + tail);
  return draftOf(material, 'methods-tools', text, parts);

  function weight(sentence: CaseSentence): number {
    return (
      (sentence.section === 'process' ? 2 : sentence.section === 'summary' ? 0 : 1) - sentence.start / 1e6
    );
  }
}

/** The sentence that shows the linkage, as the case itself points to it. */
export function draftLinkage(material: Material): Draft {
  const pointed = dimensionSentence(material, 'institution.linkage');
  if (pointed) return draftFromPicked(material, 'linkage', [pointed]);
  return draftFromSentences(material, 'linkage', sentenceRules.linkage);
}

/** The sentence that a dimension's quote stands in. */
export function dimensionSentence(material: Material, id: string): CaseSentence | undefined {
  const { dimensions } = material.value.front;
  if (typeof dimensions === 'string') return undefined;
  const dimension = dimensions.find((one) => one.id === id);
  if (dimension === undefined) return undefined;
  const quote = dimension.quote[material.own].normalize('NFC');
  return material.sentences.find(
    (sentence) => sentence.section === dimension.at && sentence.text.includes(quote),
  );
}

/** The stages that the service covers, those it does not, and what shows it. */
export function draftLifecycle(material: Material): Draft {
  const { lifecycle } = material.value.front;
  const { language } = material;
  if (typeof lifecycle === 'string') return nothingOf(material, 'lifecycle-cover', lifecycle);
  const covered = new Set<string>(lifecycle.map((stage) => stage.id));
  const name = (id: string) => lower(label('lifecycle', id, language), language);
  const stages = vocabulary.lifecycle.map((stage) => stage.id);
  const text = words[language].covers(
    stages.filter((id) => covered.has(id)).map(name),
    stages.filter((id) => !covered.has(id)).map(name),
  );
  const refs = [...new Set(lifecycle.flatMap((stage) => stage.refs))];
  const pointed = dimensionSentence(material, 'institution.lifecycle');
  const shown = pointed && material.show(pointed);
  const part = factPart(material, text, { zh: '', en: '' }, refs, shown);
  return draftOf(material, 'lifecycle-cover', joinFacts([part], language), [part]);
}
