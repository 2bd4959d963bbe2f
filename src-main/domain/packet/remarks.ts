import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import type { PacketContent, PacketRemark, Session, SessionSums } from '#contract/packets.ts';
import { selectReading } from './select-reading.ts';
import { questionsOf, textOf } from './text-of.ts';

/** One or two central purposes for an hour and a half, three to five goals at most (HBS Christensen Center). */
const MOST_OBJECTIVES = 5;

/** Verbs for what nobody can see a student do, and one that can be seen instead. */
const unseen: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  zh: [
    [/^(?:理解|了解|明白|懂得|认识到?|知道)/u, '说出'],
    [/^(?:掌握|熟悉|学会)/u, '做出'],
    [/^(?:体会|感受|领会)/u, '比较'],
  ],
  en: [
    [/^(?:understand|know|be aware of|learn about|realise|realize)\b/i, 'state'],
    [/^(?:master|be familiar with|become familiar with|learn)\b/i, 'carry out'],
    [/^(?:appreciate|feel|grasp)\b/i, 'compare'],
  ],
};

/** What a packet could do better: goals that cannot be seen, minutes that do not add up, cases that changed. */
export function remarksOn(
  { sessions, language }: PacketContent,
  sums: readonly SessionSums[],
  find: (id: string) => Case | undefined,
): PacketRemark[] {
  return sessions.flatMap((session, index) => [
    ...objectiveRemarks(session, language),
    ...readingRemarks(session, language, find),
    ...minuteRemarks(session, sums[index]),
  ]);
}

/** An objective with a verb that can be seen; undefined where it has one. */
export function visibleVerb(objective: string, language: Language): { from: string; to: string } | undefined {
  for (const [pattern, to] of unseen[language]) {
    const from = pattern.exec(objective.trim())?.[0];
    if (from !== undefined) return { from, to };
  }
  return undefined;
}

function objectiveRemarks({ id: sessionId, objectives }: Session, language: Language): PacketRemark[] {
  const remarks = objectives.flatMap((objective, at): PacketRemark[] => {
    const verb = visibleVerb(objective, language);
    return verb ? [{ sessionId, at: `${at}`, rule: 'objective-unseen', instead: verb.to }] : [];
  });
  return objectives.length > MOST_OBJECTIVES
    ? [...remarks, { sessionId, at: `${MOST_OBJECTIVES}`, rule: 'objectives-many', instead: null }]
    : remarks;
}

function minuteRemarks({ id: sessionId, blocks }: Session, sums: SessionSums | undefined): PacketRemark[] {
  if (!sums || blocks.length === 0 || sums.minutes === sums.slotMinutes) return [];
  const rule = sums.minutes > sums.slotMinutes ? 'minutes-over' : 'minutes-under';
  return [{ sessionId, at: sessionId, rule, instead: null }];
}

function readingRemarks(
  { id: sessionId, readings, questions }: Session,
  language: Language,
  find: (id: string) => Case | undefined,
): PacketRemark[] {
  const say = (at: string, rule: PacketRemark['rule']): PacketRemark => ({
    sessionId,
    at,
    rule,
    instead: null,
  });
  const ofReadings = readings.flatMap((reading): PacketRemark[] => {
    const value = find(reading.caseId);
    const text = value && textOf(value, language);
    if (!value || !text) return [say(reading.id, 'case-missing')];
    const { lost, endingLost } = selectReading(text, reading);
    return [
      ...(value.revision === reading.revision ? [] : [say(reading.id, 'case-changed')]),
      ...(lost.length > 0 ? [say(reading.id, 'excerpt-lost')] : []),
      ...(endingLost ? [say(reading.id, 'ending-lost')] : []),
    ];
  });
  const ofQuestions = questions.flatMap(({ id, from, text }): PacketRemark[] => {
    const value = from === null ? undefined : find(from.caseId);
    if (from === null || !value || questionsOf(value, language)[from.number - 1] === text) return [];
    return [say(id, 'question-changed')];
  });
  return [...ofReadings, ...ofQuestions];
}
