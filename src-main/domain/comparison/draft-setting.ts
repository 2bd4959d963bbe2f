import type { Actor } from '#contract/case.ts';
import type { Draft } from '#contract/comparisons.ts';
import { placeName } from '../case/place-name.ts';
import type { CaseSentence } from './case-sentences.ts';
import { openingOf } from './draft-process.ts';
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
import { goalRule, problemRule, sentenceRules } from './rules.ts';
import { dateWords, words } from './words.ts';

/** Type and level, and what the professional does. */
export function draftPosition(material: Material): Draft {
  const { language, value } = material;
  const { front } = value;
  const head = words[language].sentence(
    words[language].position(
      label('type', front.type, language),
      lower(label('level', front.level, language), language),
    ),
  );
  const actor = professionalOf(material);
  if (actor === undefined) return draftOf(material, 'position', head, []);
  const part = actorPart(material, actor);
  return draftOf(material, 'position', joinSentences([head, joinFacts([part], language)], language), [part]);
}

/** The actor who is the professional of the case: a team of the trade before a university, the leading first. */
function professionalOf({ value }: Material): Actor | undefined {
  const { actors } = value.front;
  if (typeof actors === 'string') return undefined;
  const rank = (actor: Actor) =>
    (actor.role === 'professional' ? 4 : actor.role === 'university' ? 3 : 0) +
    (actor.lead === true ? 0.5 : 0);
  return actors.filter((actor) => rank(actor) >= 3).sort((a, b) => rank(b) - rank(a))[0];
}

/** An actor and what he does, as a claim. */
export function actorPart(material: Material, actor: Actor): Part {
  const { language } = material;
  const say = (of: 'zh' | 'en') => words[of].actor(actor.name[of], actor.does[of]);
  return factPart(material, say(language), { zh: say('zh'), en: say('en') }, actor.refs);
}

/** Where, on which level, and the sentence that tells how large. */
export function draftPlace(material: Material): Draft {
  const { language, value, own } = material;
  const { place, level } = value.front;
  const name = placeName(place)[language];
  // English has no name for a Chinese site but its syllables; the case's title says it better.
  const site = language === 'zh' || !/\p{Script=Han}/u.test(place.site ?? '') ? (place.site ?? '') : '';
  const whole =
    site === '' || name.includes(site) ? name : language === 'zh' ? name + site : `${site}, ${name}`;
  const head = words[language].sentence(
    words[language].place(whole, lower(label('level', level, language), language)),
  );
  const ranked = rankSentences(material.sentences, sentenceRules['place-scale'], own);
  const scale = ranked[0]?.sentence ?? naming(material) ?? openingOf(material, 'summary');
  const shown = scale && material.show(scale);
  const part = shown && sentencePart(shown);
  return draftOf(
    material,
    'place-scale',
    joinSentences([head, part?.text ?? ''], language),
    part === undefined ? [] : [part],
  );
}

/** The first sentence with a source that names the place. */
function naming({ sentences, value }: Material): CaseSentence | undefined {
  const { site, district, city } = value.front.place;
  const names = [site, district, city]
    .filter((name) => name !== undefined)
    .map((name) => name.replace(/[市区县]$/, ''));
  return sentences.find(({ text, refs }) => refs.length > 0 && names.some((name) => text.includes(name)));
}

const landmark = {
  zh: /试行|办法|条例|制度|完工|建成|启动|覆盖|结束|试点|推开|签约|成立|停/,
  en: /trial|measures|regulation|system|complet|start|cover|ends?\b|pilot|sign|founded|opens?\b|stop/i,
};

/** When it began, what became of it, and the dated steps between, as many as a cell holds. */
export function draftPeriod(material: Material): Draft {
  const { language, value, own } = material;
  const { period, events } = value.front;
  const nothing = ['not-stated', 'unknown', 'not-applicable'] as const;
  const missing = nothing.find((one) => one === period.start);
  if (missing !== undefined && events.length === 0 && nothing.some((one) => one === period.status)) {
    return nothingOf(material, 'period-status', missing);
  }
  const text = words[language];
  const year = (date: string | number) => String(date).slice(0, 4);
  const end = nothing.some((one) => one === period.end) ? undefined : period.end;
  const span =
    missing !== undefined
      ? text.startUnknown
      : end === undefined
        ? text.since(year(period.start))
        : year(end) === year(period.start)
          ? dateWords(year(end), language)
          : text.between(year(period.start), year(end));
  const status = nothing.find((one) => one === period.status);
  const state = lower(
    status === undefined ? label('status', period.status, language) : label('nothing', status, language),
    language,
  );
  const head = span + text.comma + state;

  const dated = events
    .filter((event) => missing !== undefined || year(event.date) >= year(period.start))
    .map((event) => ({
      event,
      part: factPart(
        material,
        `${dateWords(event.date, language)}${language === 'zh' ? '' : ': '}${event.what[language]}`,
        event.what,
        event.refs,
      ),
      weight: landmark[own].test(event.what[own]) ? 1 : 0,
    }));
  // First and last frame the story; landmarks between them come before other events.
  const byWorth = [...dated.keys()].sort((a, b) => worth(b) - worth(a) || a - b);
  const kept = new Set<number>();
  let length = lengthOf(head, language);
  for (const index of byWorth) {
    const added = lengthOf(dated[index]?.part.claim?.text ?? '', language);
    if (kept.size >= 4 || (kept.size > 0 && length + added > cellLimit[language])) continue;
    kept.add(index);
    length += added;
  }
  const parts = dated.filter((_, index) => kept.has(index)).map(({ part }) => part);
  const body = parts.length === 0 ? '' : joinFacts(parts, language);
  return draftOf(material, 'period-status', joinSentences([text.sentence(head), body], language), parts);

  function worth(index: number): number {
    return (dated[index]?.weight ?? 0) + (index === 0 ? 3 : 0) + (index === dated.length - 1 ? 2 : 0);
  }
}

/** One problem and one aim in the words of the case, and the challenges that it answers. */
export function draftProblem(material: Material): Draft {
  const { language, own, value } = material;
  const problem =
    takeSentences(rankSentences(material.sentences, problemRule, own), own, 1)[0] ??
    openingOf(material, 'background');
  const goal = rankSentences(material.sentences, goalRule, own)
    .map(({ sentence }) => sentence)
    .find(
      (sentence) =>
        sentence !== problem &&
        lengthOf(sentence.text, own) + (problem === undefined ? 0 : lengthOf(problem.text, own)) <=
          cellLimit[own] * 1.25,
    );
  const parts = [problem, goal]
    .filter((sentence) => sentence !== undefined)
    .map((sentence) => material.show(sentence))
    .filter((sentence) => sentence !== undefined)
    .map(sentencePart);
  const { challenges } = value.front;
  if (parts.length === 0) {
    if (typeof challenges === 'string') return nothingOf(material, 'problem-goal', challenges);
    const named = challenges.map((id) => label('challenges', id, language));
    return draftOf(material, 'problem-goal', words[language].sentence(words[language].and(named)), []);
  }
  return draftOf(
    material,
    'problem-goal',
    joinSentences(
      parts.map((part) => part.text),
      language,
    ),
    parts,
  );
}
