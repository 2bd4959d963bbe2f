import type { PacketBlock } from '#contract/packet-document.ts';
import type { Board, Session } from '#contract/packets.ts';
import type { PageContext } from './page-context.ts';
import { selectReading } from './select-reading.ts';
import { textOf } from './text-of.ts';
import { plain, toPacketBlocks, typedBlocks } from './to-blocks.ts';

/** A session's pages for the trainer alone: how it is led, lines of answer, boards, what happened later. */
export function trainerNotes(session: Session, context: PageContext): PacketBlock[] {
  const { texts } = context;
  const section = (title: string, blocks: readonly PacketBlock[]): PacketBlock[] =>
    blocks.length > 0 ? [{ type: 'heading', level: 2, runs: plain(title) }, ...blocks] : [];
  const answered = session.questions.map((one, index) => ({ ...one, number: index + 1 }));
  return [
    ...section(texts.lead, leadTable(session, context)),
    ...section(
      texts.answers,
      answered
        .filter(({ answer }) => answer.trim() !== '')
        .flatMap(({ number, text, answer }): PacketBlock[] => [
          { type: 'heading', level: 3, runs: plain(texts.questionNumber(number, text)) },
          ...typedBlocks(answer),
        ]),
    ),
    ...section(texts.boards, session.boards.flatMap(boardBlocks)),
    ...section(
      texts.activityHow,
      session.activities
        .filter(({ how }) => how.trim() !== '')
        .flatMap(({ title, how }): PacketBlock[] => [
          { type: 'heading', level: 3, runs: plain(title) },
          ...typedBlocks(how),
        ]),
    ),
    ...section(texts.endings, endingBlocks(session, context)),
    ...section(texts.keyPoints, typedBlocks(session.notes)),
  ];
}

function leadTable({ blocks }: Session, { texts }: PageContext): PacketBlock[] {
  if (blocks.length === 0) return [];
  return [
    {
      type: 'table',
      head: texts.leadHead.map(plain),
      rows: blocks.map(({ minutes, kind, what, how }) =>
        [`${minutes}`, texts.kinds[kind], what, how.replace(/\s*\n\s*/g, ' ')].map(plain),
      ),
      numeric: [true, false, false, false],
    },
  ];
}

function boardBlocks({ title, columns }: Board): PacketBlock[] {
  const depth = Math.max(1, ...columns.map(({ items }) => items.length));
  return [
    { type: 'heading', level: 3, runs: plain(title) },
    {
      type: 'table',
      head: columns.map(({ heading }) => plain(heading)),
      rows: Array.from({ length: depth }, (_, row) => columns.map(({ items }) => plain(items[row] ?? ''))),
      numeric: columns.map(() => false),
    },
  ];
}

function endingBlocks({ readings }: Session, context: PageContext): PacketBlock[] {
  const { texts, content, find, numberOf } = context;
  return readings.flatMap((reading): PacketBlock[] => {
    const value = find(reading.caseId);
    const text = value && textOf(value, content.language);
    if (!value || !text || reading.ending === null) return [];
    const { ending } = selectReading(text, reading);
    return [
      { type: 'heading', level: 3, runs: plain(texts.endingOf(value.front.title[content.language])) },
      ...ending.flatMap(({ section, blocks }): PacketBlock[] => [
        { type: 'heading', level: 4, runs: plain(section.heading) },
        ...toPacketBlocks(blocks, (ref) => numberOf(ref, value.id)),
      ]),
    ];
  });
}
