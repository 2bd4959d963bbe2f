import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { PacketBlock, PacketDocument, PacketRun, PacketSource } from '#contract/packet-document.ts';
import { numberRanges } from '#domain/citation/in-text.ts';
import { packetTexts } from '#domain/packet/texts.ts';
import { xmlText } from '#domain/text/markup.ts';
import { splitLinks } from '../exports/links.ts';
import { coverFacts } from './cover.ts';

const writer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' })
  .use(remarkGfm, { tablePipeAlign: false });

/** A packet as Markdown: CommonMark with GFM tables, written from a tree only. */
export function writePacketMarkdown(packet: PacketDocument): Uint8Array {
  const texts = packetTexts[packet.language];
  const children: RootContent[] = [
    heading(1, packet.title),
    ...coverFacts(packet).map((line) => paragraph([text(line)])),
    ...packet.sessions.flatMap((session): RootContent[] => [
      heading(2, texts.sessionTitle(session.number, session.title)),
      paragraph([text(session.facts)]),
      ...blocks(session.blocks, texts.forecastThen),
      ...(session.notes.length > 0
        ? [heading(3, texts.notes(session.number)), ...blocks(session.notes, texts.forecastThen)]
        : []),
    ]),
  ];
  if (packet.glossary.length > 0) {
    children.push(
      heading(2, texts.glossary),
      ...packet.glossary.map(({ term, other, meaning }) =>
        paragraph([{ type: 'strong', children: [text(term)] }, text(` (${other}) `), text(meaning)]),
      ),
    );
  }
  if (packet.references.length > 0) {
    children.push(
      heading(2, texts.references),
      ...packet.references.map((one) => reference(one, texts.note)),
    );
  }
  return new TextEncoder().encode(writer.stringify({ type: 'root', children }));
}

function blocks(list: readonly PacketBlock[], then: string): RootContent[] {
  return list.flatMap((block) => oneBlock(block, then));
}

function oneBlock(block: PacketBlock, then: string): RootContent[] {
  switch (block.type) {
    case 'heading':
      return [
        {
          type: 'heading',
          depth: block.level === 2 ? 3 : block.level === 3 ? 4 : 5,
          children: phrasing(block.runs),
        },
      ];
    case 'paragraph':
      return [paragraph(phrasing(block.runs))];
    case 'source':
      return [paragraph([{ type: 'emphasis', children: phrasing(block.runs) }])];
    case 'quote':
      return [{ type: 'blockquote', children: blocks(block.blocks, then) as never }];
    case 'list':
      return [
        {
          type: 'list',
          ordered: block.ordered,
          ...(block.ordered ? { start: block.start } : {}),
          spread: false,
          children: block.items.map((item) => ({
            type: 'listItem' as const,
            spread: false,
            children: blocks(item, then) as never,
          })),
        },
      ];
    case 'table':
      return [
        {
          type: 'table',
          align: block.numeric.map((isNumeric) => (isNumeric ? 'right' : 'left')),
          children: [block.head, ...block.rows].map(row),
        },
      ];
    case 'lines':
      return [];
    case 'forecast':
      return [
        {
          type: 'blockquote',
          children: [
            paragraph([{ type: 'strong', children: [text(block.question)] }]),
            paragraph([text(then)]),
          ],
        },
      ];
  }
}

function row(cells: readonly (readonly PacketRun[])[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
  };
}

function phrasing(runs: readonly PacketRun[]): PhrasingContent[] {
  return runs.map((run): PhrasingContent => {
    if ('cites' in run) return text(`[${numberRanges(run.cites)}]`);
    if ('break' in run) return { type: 'break' };
    if (run.code) return { type: 'inlineCode', value: run.text };
    let node: PhrasingContent = text(run.text);
    if (run.emphasis) node = { type: 'emphasis', children: [node] };
    if (run.strong) node = { type: 'strong', children: [node] };
    return run.href === undefined ? node : { type: 'link', url: run.href, children: [node] };
  });
}

function reference({ number, runs, note }: PacketSource, say: (words: string) => string): RootContent {
  const words = runs.flatMap((run): PhrasingContent[] =>
    run.italic
      ? [{ type: 'emphasis', children: [text(run.text)] }]
      : splitLinks(run.text).map((part) =>
          part.url === null ? text(part.text) : { type: 'link', url: part.url, children: [text(part.text)] },
        ),
  );
  return paragraph([text(`[${number}] `), ...words, ...(note === null ? [] : [text(say(note))])]);
}

const heading = (depth: 1 | 2 | 3, value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
});
const paragraph = (children: PhrasingContent[]): RootContent & { type: 'paragraph' } => ({
  type: 'paragraph',
  children,
});
const text = (value: string): PhrasingContent => ({
  type: 'text',
  value: xmlText(value).replace(/\s*\n\s*/g, ' '),
});
