import type { PacketContent, Session } from '#contract/packets.ts';

/**
 * The packet that students get. It is built of what is theirs, field by field: what a trainer writes for himself
 * is never copied, so that it cannot be hidden in a student's file.
 */
export function toStudentContent(content: PacketContent): PacketContent {
  const { title, subtitle, audience, language, licence, style, glossary } = content;
  return {
    title,
    subtitle,
    audience,
    language,
    licence,
    style,
    glossary,
    sessions: content.sessions.map(toStudentSession),
  };
}

function toStudentSession({ id, title, slotMinutes, objectives, readings, ...own }: Session): Session {
  return {
    id,
    title,
    slotMinutes,
    objectives,
    readings,
    questions: own.questions.map((one) => ({ id: one.id, text: one.text, from: one.from, answer: '' })),
    blocks: own.blocks
      .filter(({ trainerOnly }) => !trainerOnly)
      .map(({ id: block, minutes, kind, what, uses }) => ({
        id: block,
        minutes,
        kind,
        what,
        how: '',
        trainerOnly: false,
        uses: uses?.kind === 'board' ? null : uses,
      })),
    boards: [],
    activities: own.activities.map((one) => ({ id: one.id, title: one.title, task: one.task, how: '' })),
    notes: '',
  };
}
