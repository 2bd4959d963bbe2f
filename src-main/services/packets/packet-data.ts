import type { PacketBlock, PacketDocument, PacketRun, PacketSource } from '#contract/packet-document.ts';
import { numberRanges } from '#domain/citation/in-text.ts';
import { packetTexts } from '#domain/packet/texts.ts';
import { xmlText } from '#domain/text/markup.ts';
import { splitLinks } from '../exports/links.ts';
import { coverFacts } from './cover.ts';

/** How a packet is set on paper: on whole pages, two pages a sheet, or as cards to cut out. */
export type PacketSheet = 'pages' | 'two-up' | 'cards';

/** What the template of a packet reads: plain values only, every word already chosen. */
export function packetData(packet: PacketDocument, sheet: PacketSheet) {
  const texts = packetTexts[packet.language];
  return {
    sheet,
    language: packet.language,
    program: texts.program,
    title: line(packet.title),
    edition: texts.editions[packet.edition],
    day: packet.date.split('-').map(Number),
    facts: coverFacts(packet).map(line),
    words: {
      contents: texts.contents,
      glossary: texts.glossary,
      references: texts.references,
      forecast: texts.forecastThen,
    },
    sessions: packet.sessions.map((session) => ({
      title: line(texts.sessionTitle(session.number, session.title)),
      short: line(session.title),
      facts: session.facts,
      blocks: session.blocks.map(block),
      notesTitle: texts.notes(session.number),
      notes: session.notes.map(block),
    })),
    glossary: packet.glossary.map(({ term, other, meaning }) => ({
      term: line(term),
      other: line(other),
      meaning: line(meaning),
    })),
    references: packet.references.map((one) => reference(one, texts.note)),
    cards: packet.cards.map(({ front, back, from }) => ({ front: line(front), back: line(back), from })),
  };
}

type Block = Readonly<Record<string, unknown>> & { readonly type: string };

function block(one: PacketBlock): Block {
  switch (one.type) {
    case 'heading':
      return { type: 'heading', level: one.level, runs: runs(one.runs) };
    case 'paragraph':
    case 'source':
      return { type: one.type, runs: runs(one.runs) };
    case 'quote':
      return { type: 'quote', blocks: one.blocks.map(block) };
    case 'list':
      return {
        type: 'list',
        ordered: one.ordered,
        start: one.start,
        items: one.items.map((item) => item.map(block)),
      };
    case 'table':
      return {
        type: 'table',
        head: one.head.map(runs),
        rows: one.rows.map((row) => row.map(runs)),
        numeric: one.numeric,
        widths: widths(one),
      };
    case 'lines':
      return { type: 'lines', count: one.count };
    case 'forecast':
      return { type: 'forecast', question: line(one.question) };
  }
}

/** Shares of a table's columns by what stands in them; 0 for one of numbers or of short words, as wide as it needs. */
export function widths({ head, rows, numeric }: Extract<PacketBlock, { type: 'table' }>): number[] {
  const longest = head.map((_, column) =>
    Math.max(length(head[column] ?? []), ...rows.map((row) => length(row[column] ?? []))),
  );
  const isLong = (at: number) => !numeric[at] && (longest[at] ?? 0) > SHORT;
  const hasLong = longest.some((_, at) => isLong(at));
  return longest.map((characters, at) => {
    if (!isLong(at) && hasLong) return 0;
    return Math.min(60, Math.max(SHORT, characters));
  });
}

/** A column whose longest words are no longer needs no share of the page. */
const SHORT = 10;

function length(list: readonly PacketRun[]): number {
  return list.reduce((sum, run) => sum + ('text' in run ? [...run.text].length : 1), 0);
}

function runs(list: readonly PacketRun[]) {
  return list.map((run) => {
    if ('cites' in run)
      return { kind: 'cites', text: `[${numberRanges(run.cites)}]`, first: run.cites[0] ?? 0 };
    if ('break' in run) return { kind: 'break' };
    const { text, strong = false, emphasis = false, href = null } = run;
    return { kind: 'text', text: line(text), strong, emphasis, href };
  });
}

function reference({ number, runs: list, note }: PacketSource, say: (words: string) => string) {
  return {
    number,
    parts: list.flatMap((run) =>
      run.italic
        ? [{ text: line(run.text), italic: true, url: null }]
        : splitLinks(run.text).map(({ text, url }) => ({ text: line(text), italic: false, url })),
    ),
    note: note === null ? null : say(line(note)),
  };
}

/** A run of a document is one line: what else a user's words hold of blanks and controls is taken out. */
function line(text: string): string {
  return xmlText(text).replace(/\s*\n\s*/g, ' ');
}
