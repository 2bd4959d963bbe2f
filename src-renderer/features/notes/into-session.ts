import type { Annotation } from '#contract/annotations.ts';
import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import type { Excerpt, Session } from '#contract/packets.ts';

/** Most that a session takes, as its schema says. */
const MAX_READINGS = 20;
const MAX_PASSAGES = 100;
const MAX_QUESTIONS = 40;
const MAX_QUESTION = 500;

/**
 * A session with notes put into it: what is marked in a case becomes a passage to read, what is asked a question
 * to discuss. Notes of another language than the packet's, and those without a place, stay out.
 */
export function putIntoSession(
  session: Session,
  notes: readonly Annotation[],
  cases: ReadonlyMap<string, Case>,
  language: Language,
): { readonly session: Session; readonly taken: number } {
  let readings = [...session.readings];
  let questions = [...session.questions];
  let taken = 0;
  for (const note of notes) {
    if (note.kind === 'question' && note.body.trim() !== '') {
      const text = note.body.trim().slice(0, MAX_QUESTION);
      if (questions.some((one) => one.text === text)) continue;
      if (questions.length >= MAX_QUESTIONS) continue;
      questions = [...questions, { id: crypto.randomUUID(), text, from: null, answer: '' }];
      taken += 1;
      continue;
    }
    const found = cases.get(note.caseId);
    const excerpt = found === undefined ? undefined : toExcerpt(note, found, language);
    if (found === undefined || excerpt === undefined) continue;
    const index = readings.findIndex(
      ({ caseId, part }) => caseId === note.caseId && part.kind === 'passages',
    );
    const reading = readings[index];
    if (reading === undefined || reading.part.kind !== 'passages') {
      if (readings.length >= MAX_READINGS) continue;
      readings = [
        ...readings,
        {
          id: crypto.randomUUID(),
          caseId: found.id,
          revision: found.revision,
          part: { kind: 'passages', passages: [excerpt] },
          before: true,
          ending: null,
        },
      ];
    } else {
      const { passages } = reading.part;
      const isThere = passages.some(
        ({ section, start, end }) =>
          section === excerpt.section && start === excerpt.start && end === excerpt.end,
      );
      if (isThere || passages.length >= MAX_PASSAGES) continue;
      readings = readings.with(index, {
        ...reading,
        part: { kind: 'passages', passages: [...passages, excerpt] },
      });
    }
    taken += 1;
  }
  return { session: { ...session, readings, questions }, taken };
}

function toExcerpt(note: Annotation, found: Case, language: Language): Excerpt | undefined {
  if (note.range === null || note.language !== language) return undefined;
  const { section: id, start, end } = note.range;
  const section = found.texts[language]?.sections.find((one) => one.id === id);
  if (section === undefined) return undefined;
  return { section: id, start, end, quote: section.text.slice(start, end), textHash: section.textHash };
}
