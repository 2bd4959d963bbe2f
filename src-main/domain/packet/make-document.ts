import type { Case } from '#contract/case-tree.ts';
import type { Glossary } from '#contract/glossary.ts';
import type {
  PacketBlock,
  PacketDocument,
  PacketEdition,
  PacketSessionPages,
} from '#contract/packet-document.ts';
import type { PacketContent, Reading, Session } from '#contract/packets.ts';
import { placeName } from '../case/place-name.ts';
import { numberReferences } from '../comparison/number-references.ts';
import { periodWords } from '../comparison/period-words.ts';
import { makeCards } from './cards.ts';
import { measurePacket } from './measure.ts';
import type { PageContext } from './page-context.ts';
import { type SelectedReading, selectReading } from './select-reading.ts';
import { toStudentContent } from './student-content.ts';
import { termsIn } from './terms-in.ts';
import { textOf } from './text-of.ts';
import { type PacketTexts, packetTexts } from './texts.ts';
import { plain, toPacketBlocks, typedBlocks } from './to-blocks.ts';
import { trainerNotes } from './trainer-notes.ts';

export interface PacketSourceData {
  readonly content: PacketContent;
  readonly find: (id: string) => Case | undefined;
  readonly glossary: Glossary;
  readonly edition: PacketEdition;
  /** ISO day or time. */
  readonly date: string;
  /** One session only. */
  readonly sessionId?: string | undefined;
}

/**
 * Lays a packet out in one edition. The student's pages are made first, out of what is the student's, in both
 * editions alike: so the trainer's copy has the same pages and numbers, and his own pages beside them.
 */
export function makePacketDocument(source: PacketSourceData): PacketDocument {
  const { content, find, glossary, edition, date, sessionId } = source;
  const student = toStudentContent(content);
  const { language } = content;
  const texts = packetTexts[language];
  const cases = casesOf(content, find);
  const references = numberReferences(cases, content.style, language);
  const context: PageContext = { content: student, texts, find, numberOf: references.numberOf };
  const sums = measurePacket(student, find);

  const pages = student.sessions.map((session, index): PacketSessionPages => {
    const sum = sums[index];
    return {
      id: session.id,
      number: index + 1,
      title: session.title,
      facts: texts.sessionFacts(session.slotMinutes, sum?.cases ?? 0, sum?.readingLength ?? 0),
      blocks: sessionBlocks(session, context),
      notes: [],
      plan: session.blocks.map(({ minutes, kind, what }) => ({ minutes, kind, what })),
    };
  });
  // The trainer's own sources come after all of the students', whose numbers they must not move.
  const sessions =
    edition === 'student'
      ? pages
      : pages.map((page, index) => {
          const session = content.sessions[index];
          return session ? { ...page, notes: trainerNotes(session, context) } : page;
        });
  const shown = sessions.filter(({ id }) => sessionId === undefined || id === sessionId);
  const said = JSON.stringify(shown.map(({ blocks }) => blocks));
  return {
    language,
    edition,
    title: content.title,
    subtitle: content.subtitle,
    audience: content.audience,
    licence: content.licence,
    date: date.slice(0, 10),
    sessions: shown,
    glossary: content.glossary ? termsIn(glossary, said, language) : [],
    references: references.list().map(({ number, runs, note }) => ({
      number,
      note,
      runs: runs.map(({ text, italic }) => ({ text, italic: italic === true })),
    })),
    cards: makeCards(student, find, glossary, said),
  };
}

/** The cases of a packet that the library has, each once, in order. */
export function casesOf(content: PacketContent, find: (id: string) => Case | undefined): Case[] {
  const ids = content.sessions.flatMap(({ readings }) => readings.map(({ caseId }) => caseId));
  return [...new Set<string>(ids)].map(find).filter((one) => one !== undefined);
}

function sessionBlocks(session: Session, context: PageContext): PacketBlock[] {
  const { texts } = context;
  const head = (text: string): PacketBlock => ({ type: 'heading', level: 2, runs: plain(text) });
  const numbered = (items: readonly string[]): PacketBlock => ({
    type: 'list',
    ordered: true,
    start: 1,
    items: items.map((item) => [{ type: 'paragraph', runs: plain(item) }]),
  });
  const readings = (before: boolean): PacketBlock[] =>
    session.readings.filter((one) => one.before === before).flatMap((one) => readingBlocks(one, context));
  const section = (title: string, blocks: readonly PacketBlock[]): PacketBlock[] =>
    blocks.length > 0 ? [head(title), ...blocks] : [];
  const objectives = session.objectives.filter((one) => one.trim() !== '');
  return [
    ...section(texts.objectives, objectives.length > 0 ? [numbered(objectives)] : []),
    ...section(texts.plan, planTable(session, texts)),
    ...section(texts.before, readings(true)),
    ...section(texts.inClass, readings(false)),
    ...section(
      texts.questions,
      session.questions.flatMap(({ text }, index): PacketBlock[] => [
        {
          type: 'list',
          ordered: true,
          start: index + 1,
          items: [[{ type: 'paragraph', runs: plain(text) }]],
        },
        { type: 'lines', count: 3 },
      ]),
    ),
    ...section(
      texts.activities,
      session.activities.flatMap(({ title, task }): PacketBlock[] => [
        { type: 'heading', level: 3, runs: plain(title) },
        ...typedBlocks(task),
      ]),
    ),
  ];
}

function planTable({ blocks }: Session, texts: PacketTexts): PacketBlock[] {
  if (blocks.length === 0) return [];
  return [
    {
      type: 'table',
      head: texts.planHead.map(plain),
      rows: blocks.map(({ minutes, kind, what }) => [`${minutes}`, texts.kinds[kind], what].map(plain)),
      numeric: [true, false, false],
    },
  ];
}

function readingBlocks(reading: Reading, context: PageContext): PacketBlock[] {
  const { texts, content, find, numberOf } = context;
  const value = find(reading.caseId);
  const text = value && textOf(value, content.language);
  if (!value || !text) return [{ type: 'source', runs: plain(texts.missing(reading.caseId)) }];
  const title = value.front.title[content.language];
  const selected = selectReading(text, reading);
  const number = (ref: string) => numberOf(ref, value.id);
  const place = placeName(value.front.place)[content.language];
  const period = periodWords(value.front.period)[content.language];
  const blocks: PacketBlock[] = [
    { type: 'heading', level: 3, runs: plain(title) },
    {
      type: 'source',
      runs: plain(texts.from(title, place, period, partWords(reading, selected, texts))),
    },
    ...selected.parts.flatMap(({ section, blocks: own }): PacketBlock[] => [
      { type: 'heading', level: 4, runs: plain(section.heading) },
      ...toPacketBlocks(own, number),
    ]),
  ];
  if (selected.lost.length > 0) {
    blocks.push(
      { type: 'source', runs: plain(texts.lost(title)) },
      ...selected.lost.map(
        ({ quote }): PacketBlock => ({
          type: 'quote',
          blocks: [{ type: 'paragraph', runs: plain(quote) }],
        }),
      ),
    );
  }
  if (reading.ending !== null) {
    const question = reading.ending.question.trim() || texts.forecast;
    blocks.push({ type: 'forecast', readingId: reading.id, question }, { type: 'lines', count: 5 });
  }
  return blocks;
}

function partWords(reading: Reading, { parts }: SelectedReading, texts: PacketTexts): string {
  const headings = texts.parts.passages(texts.join(parts.map(({ section }) => section.heading)));
  if (reading.ending !== null) return `${headings}${texts.parts.cut}`;
  return reading.part.kind === 'whole' ? texts.parts.whole : headings;
}
