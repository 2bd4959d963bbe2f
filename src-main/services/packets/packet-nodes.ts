import type {
  PacketBlock,
  PacketDocument,
  PacketRun,
  PacketSessionPages,
} from '#contract/packet-document.ts';
import { numberRanges } from '#domain/citation/in-text.ts';
import { packetTexts } from '#domain/packet/texts.ts';
import { type HtmlNode, h } from '../exports/html-tree.ts';
import { splitLinks } from '../exports/links.ts';
import { coverFacts } from './cover.ts';

/** A packet as pages of a site or chapters of a book: each an id, a title and its content. */
export interface PacketPage {
  readonly name: string;
  readonly title: string;
  readonly content: readonly HtmlNode[];
}

/** Name of the page that holds the references. */
const REFERENCES = 'references';

/**
 * The pages of a packet: cover, sessions, terms, references.
 *
 * @param ending of the pages' file names, for links between them
 */
export function packetPages(packet: PacketDocument, ending: string): PacketPage[] {
  const texts = packetTexts[packet.language];
  const refs = `${REFERENCES}${ending}`;
  const pages: PacketPage[] = [
    {
      name: 'cover',
      title: packet.title,
      content: [
        h('h1', {}, packet.title),
        ...coverFacts(packet).map((line) => h('p', { class: 'facts' }, line)),
      ],
    },
    ...packet.sessions.map((session) => sessionPage(session, packet, refs)),
  ];
  if (packet.glossary.length > 0) {
    pages.push({
      name: 'terms',
      title: texts.glossary,
      content: [
        h('h1', {}, texts.glossary),
        h(
          'dl',
          {},
          packet.glossary.flatMap(({ term, other, meaning }) => [
            h('dt', {}, term, ' ', h('span', { class: 'other' }, other)),
            h('dd', {}, meaning),
          ]),
        ),
      ],
    });
  }
  if (packet.references.length > 0) {
    pages.push({
      name: REFERENCES,
      title: texts.references,
      content: [h('h1', {}, texts.references), references(packet)],
    });
  }
  return pages;
}

function sessionPage(session: PacketSessionPages, packet: PacketDocument, refs: string): PacketPage {
  const texts = packetTexts[packet.language];
  const title = texts.sessionTitle(session.number, session.title);
  return {
    name: `session-${session.number}`,
    title,
    content: [
      h('h1', {}, title),
      h('p', { class: 'facts' }, session.facts),
      ...blockNodes(session.blocks, refs, texts.forecastThen),
      ...(session.notes.length === 0
        ? []
        : [
            h(
              'section',
              { class: 'notes', 'aria-label': texts.notes(session.number) },
              h('p', { class: 'notes-head' }, texts.notes(session.number)),
              ...blockNodes(session.notes, refs, texts.forecastThen),
            ),
          ]),
    ],
  };
}

function blockNodes(list: readonly PacketBlock[], refs: string, then: string): HtmlNode[] {
  return list.map((block) => blockNode(block, refs, then));
}

function blockNode(block: PacketBlock, refs: string, then: string): HtmlNode {
  switch (block.type) {
    case 'heading':
      return h(`h${block.level}`, {}, ...runNodes(block.runs, refs));
    case 'paragraph':
      return h('p', {}, ...runNodes(block.runs, refs));
    case 'source':
      return h('p', { class: 'source' }, ...runNodes(block.runs, refs));
    case 'quote':
      return h('blockquote', {}, ...blockNodes(block.blocks, refs, then));
    case 'list': {
      const items = block.items.map((item) => h('li', {}, ...itemNodes(item, refs, then)));
      const start = block.ordered && block.start !== 1 ? `${block.start}` : undefined;
      return h(block.ordered ? 'ol' : 'ul', { start }, ...items);
    }
    case 'table':
      return tableNode(block, refs);
    case 'lines':
      return h(
        'div',
        { class: 'lines', 'aria-hidden': 'true' },
        ...Array.from({ length: block.count }, () => h('p', {}, '\u00a0')),
      );
    case 'forecast':
      return h('div', { class: 'forecast' }, h('p', {}, h('strong', {}, block.question)), h('p', {}, then));
  }
}

/** An item of one paragraph holds its words alone. */
function itemNodes(item: readonly PacketBlock[], refs: string, then: string): HtmlNode[] {
  const [only, ...more] = item;
  return only?.type === 'paragraph' && more.length === 0
    ? runNodes(only.runs, refs)
    : blockNodes(item, refs, then);
}

function tableNode(block: Extract<PacketBlock, { type: 'table' }>, refs: string): HtmlNode {
  const kind = (column: number) => (block.numeric[column] ? 'number' : undefined);
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ...block.head.map((cell, at) => h('th', { scope: 'col', class: kind(at) }, ...runNodes(cell, refs))),
      ),
    ),
    h(
      'tbody',
      {},
      ...block.rows.map((row) =>
        h('tr', {}, ...row.map((cell, at) => h('td', { class: kind(at) }, ...runNodes(cell, refs)))),
      ),
    ),
  );
}

function runNodes(runs: readonly PacketRun[], refs: string): HtmlNode[] {
  return runs.flatMap((run): HtmlNode[] => {
    // A word joiner keeps the number from beginning a line alone.
    if ('cites' in run) {
      return [
        '\u2060',
        h('sup', {}, h('a', { href: `${refs}#ref-${run.cites[0]}` }, `[${numberRanges(run.cites)}]`)),
      ];
    }
    if ('break' in run) return [h('br')];
    let node: HtmlNode = run.text;
    if (run.code) node = h('code', {}, node);
    if (run.emphasis) node = h('em', {}, node);
    if (run.strong) node = h('strong', {}, node);
    return [run.href === undefined ? node : h('a', { href: run.href }, node)];
  });
}

function references({ references: list, language }: PacketDocument): HtmlNode {
  const texts = packetTexts[language];
  return h(
    'ol',
    { class: 'references' },
    ...list.map(({ number, runs, note }) =>
      h(
        'li',
        { id: `ref-${number}` },
        h('span', { class: 'number' }, `[${number}]`),
        ' ',
        h(
          'span',
          {},
          ...runs.flatMap((run): HtmlNode[] =>
            run.italic
              ? [h('em', {}, run.text)]
              : splitLinks(run.text).map(({ text, url }) =>
                  url === null ? text : h('a', { href: url }, text),
                ),
          ),
          ...(note === null ? [] : [h('span', { class: 'note' }, texts.note(note))]),
        ),
      ),
    ),
  );
}
