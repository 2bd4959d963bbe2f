import type { SourceKind } from '#contract/case.ts';
import type { Draft } from '#contract/comparisons.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import type { CaseSentence } from './case-sentences.ts';
import { dimensionSentence, draftFromPicked, draftFromSentences } from './draft-process.ts';
import {
  draftOf,
  factPart,
  joinFacts,
  joinSentences,
  joinStatements,
  label,
  lower,
  type Material,
  nothingOf,
  type Part,
} from './material.ts';
import { cellLimit, lengthOf, rankSentences, takeSentences } from './pick-sentences.ts';
import { sentenceRules } from './rules.ts';
import { words } from './words.ts';

/** Who pays, with the note that says how much. */
export function draftFunding(material: Material): Draft {
  const { funding } = material.value.front;
  const { language } = material;
  if (typeof funding === 'string') return nothingOf(material, 'funding', funding);
  const parts = funding.map(({ kind, note, refs }) => {
    const say = (of: 'zh' | 'en') => note?.[of] ?? words[of].paidBy(lower(label('funding', kind, of), of));
    return factPart(material, say(language), { zh: say('zh'), en: say('en') }, refs);
  });
  return draftOf(material, 'funding', joinStatements(parts, language), parts);
}

/** Change and for whom; says so where nobody but the promoter tells it. */
export function draftOutcomes(material: Material): Draft {
  const draft = draftFromSentences(material, 'outcomes-who', sentenceRules['outcomes-who']);
  if (draft.nothing !== null) return draft;
  const kinds = new Map<string, SourceKind>(
    material.value.front.references.map((item) => [item.id, item.custom.kind]),
  );
  const refs = draft.claims.flatMap((claim) => claim.refs);
  const promoterOnly = refs.length > 0 && refs.every((ref) => kinds.get(ref) === 'promoter');
  if (!promoterOnly) return draft;
  const { language } = material;
  return { ...draft, text: joinWords(draft.text, words[language].promoterOnly, language) };
}

function joinWords(text: string, added: string, language: 'zh' | 'en'): string {
  return language === 'en' ? `${text} ${added}` : text + added;
}

/** What stays behind, as the case itself points to it, else as its sentences tell. */
export function draftCapacity(material: Material): Draft {
  const pointed = dimensionSentence(material, 'value.capacity');
  if (pointed) return draftFromPicked(material, 'capacity-left', [pointed]);
  return draftFromSentences(material, 'capacity-left', sentenceRules['capacity-left']);
}

/** Who runs it and pays for it now; the finding on sustainability where no sentence says. */
export function draftUpkeep(material: Material): Draft {
  const { lifecycle, concerns } = material.value.front;
  const maintained =
    typeof lifecycle === 'string' ? [] : lifecycle.filter((stage) => stage.id === 'maintain');
  const lift = (sentence: CaseSentence) =>
    maintained.some(
      (stage) => stage.at === sentence.section && stage.refs.some((ref) => sentence.refs.includes(ref)),
    )
      ? Number(sentenceRules.upkeep.needs[material.own].test(sentence.text))
      : 0;
  const ranked = rankSentences(material.sentences, sentenceRules.upkeep, material.own, lift);
  const taken = takeSentences(ranked, material.own);
  if (taken.length > 0) return draftFromPicked(material, 'upkeep', taken);
  const { sustainability } = concerns;
  // The finding may speak of incentives alone, which is another row.
  if (
    typeof sustainability === 'string' ||
    !sentenceRules.upkeep.needs[material.own].test(sustainability.finding[material.own])
  ) {
    return nothingOf(material, 'upkeep', 'not-stated');
  }
  const part = factPart(
    material,
    sustainability.finding[material.language],
    sustainability.finding,
    sustainability.refs,
  );
  return draftOf(material, 'upkeep', joinFacts([part], material.language), [part]);
}

/** The conditions that sources state, as many as a cell holds and never fewer than two if there are two. */
export function draftTransfer(material: Material): Draft {
  const { transfer } = material.value.front;
  const { language } = material;
  if (transfer.length === 0) return draftFromSentences(material, 'transfer', sentenceRules.transfer);
  const parts: Part[] = [];
  let length = 0;
  for (const { condition, refs } of transfer.slice(0, 3)) {
    const text = condition[language];
    length += lengthOf(text, language);
    if (parts.length >= 2 && length > cellLimit[language]) break;
    parts.push(factPart(material, text, condition, refs));
  }
  return draftOf(material, 'transfer', joinStatements(parts, language), parts);
}

/** The strength of evidence, computed: sources by kind, share of statements with a citation, newest source. */
export function draftEvidence(material: Material): Draft {
  const { language, value } = material;
  const { sources, sentences, newest } = value.evidence;
  const text = words[language];
  const kinds = vocabulary.sourceKind
    .map((entry) => [entry, sources[entry.id]] as const)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([entry, count]) => [lower(entry[language], language), count] as const);
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  const parts = [text.sources(total, kinds)];
  if (sentences.factual > 0) parts.push(text.cited(Math.round((100 * sentences.cited) / sentences.factual)));
  if (newest !== null) parts.push(text.newest(newest));
  return draftOf(
    material,
    'evidence',
    joinSentences([text.sentence(parts.join(language === 'zh' ? '；' : '; '))], language),
    [],
  );
}
