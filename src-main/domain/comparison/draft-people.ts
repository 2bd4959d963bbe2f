import type { Actor } from '#contract/case.ts';
import type { Draft } from '#contract/comparisons.ts';
import type { RowId } from '#contract/rows.ts';
import { draftFromSentences } from './draft-process.ts';
import { actorPart } from './draft-setting.ts';
import {
  draftOf,
  factPart,
  joinFacts,
  joinStatements,
  label,
  lower,
  type Material,
  nothingOf,
  type Part,
} from './material.ts';
import { cellLimit, lengthOf } from './pick-sentences.ts';
import { sentenceRules } from './rules.ts';
import { words } from './words.ts';

/** Who leads, and what the leading bodies do. */
export function draftLead(material: Material): Draft {
  const { actors } = material.value.front;
  if (typeof actors === 'string') return nothingOf(material, 'initiator-lead', actors);
  const leading = actors.filter((actor) => actor.lead === true);
  if (leading.length === 0) return nothingOf(material, 'initiator-lead', 'not-stated');
  return listActors(material, 'initiator-lead', leading, cellLimit[material.language]);
}

const roleOrder = [
  'government',
  'party-organisation',
  'professional',
  'university',
  'resident',
  'social-organisation',
  'enterprise',
];

/** What each kind of body does: one of each kind first, since a row of five offices says less. */
export function draftActors(material: Material): Draft {
  const { actors } = material.value.front;
  if (typeof actors === 'string') return nothingOf(material, 'actors-division', actors);
  const ordered = roleOrder.flatMap((role) => {
    const own = actors.filter((actor) => actor.role === role);
    return own.sort((a, b) => Number(b.lead ?? false) - Number(a.lead ?? false)).slice(0, 1);
  });
  // Cutting off whole parties would mislead more than a fourth line tires.
  return listActors(material, 'actors-division', ordered, cellLimit[material.language] * 1.6);
}

function listActors(material: Material, row: RowId, actors: readonly Actor[], limit: number): Draft {
  const parts: Part[] = [];
  let length = 0;
  for (const actor of actors) {
    const part = actorPart(material, actor);
    const added = lengthOf(part.claim?.text ?? '', material.language);
    if (parts.length > 0 && length + added > limit) continue;
    parts.push(part);
    length += added;
  }
  return draftOf(material, row, joinStatements(parts, material.language), parts);
}

/** What the case finds on the professional's independence. */
export function draftIndependence(material: Material): Draft {
  const { role } = material.value.front.concerns;
  if (typeof role === 'string') return nothingOf(material, 'independence', role);
  const part = factPart(material, role.finding[material.language], role.finding, role.refs);
  return draftOf(material, 'independence', joinFacts([part], material.language), [part]);
}

/** The rung of the IAP2 Spectrum that each stage reached. */
export function draftRung(material: Material): Draft {
  const { participation } = material.value.front;
  const { language, own } = material;
  if (typeof participation === 'string') return nothingOf(material, 'participation-rung', participation);
  const parts = participation.map(({ stage, rung, at, refs }, index) => {
    const stageName = label('lifecycle', stage, language);
    const text = words[language].stageRung(
      index === 0 ? stageName : lower(stageName, language),
      lower(label('participation', rung, language), language),
    );
    const behind = material.sentences
      .filter((sentence) => sentence.section === at && refs.some((ref) => sentence.refs.includes(ref)))
      .map((sentence) => ({
        sentence,
        score: takingPart[own].filter((cue) => cue.test(sentence.text)).length,
      }))
      .sort((a, b) => b.score - a.score)[0];
    const shown = behind && behind.score > 0 ? material.show(behind.sentence) : undefined;
    const none = { zh: '', en: '' };
    return factPart(material, text, none, refs, shown);
  });
  return draftOf(material, 'participation-rung', joinFacts(parts, language), parts);
}

const takingPart = {
  zh: [
    /居民|村民|公众|市民|业主|住户|家庭/,
    /参加|参与|决定|讨论|商量|投票|征求|提|定|一起|选/,
    /居民.{0,12}(?:定|选|提|画|参与|投票)/,
  ],
  en: [
    /resident|villager|public|citizen|owner|famil/i,
    /take part|took part|join|decid|discuss|vote|consult|propos|choose|chose|together/i,
    /residents .{0,30}(?:decid|cho|vot|propos|draw|join)/i,
  ],
};

/** Who the professionals are and how many; where no sentence counts them, what they do. */
export function draftInput(material: Material): Draft {
  const draft = draftFromSentences(material, 'professional-input', sentenceRules['professional-input']);
  const { actors } = material.value.front;
  if (draft.nothing === null || typeof actors === 'string') return draft;
  const own = actors.filter((actor) => actor.role === 'professional' || actor.role === 'university');
  if (own.length === 0) return draft;
  return listActors(material, 'professional-input', own, cellLimit[material.language]);
}
