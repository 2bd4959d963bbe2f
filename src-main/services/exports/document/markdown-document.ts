import type { Paragraph, PhrasingContent, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { type BriefRun, markText } from '#domain/comparison/brief-runs.ts';
import type { Block, Line, PrintedDocument } from '#domain/document/printed-document.ts';
import { xmlText } from '#domain/text/markup.ts';
import { briefTexts } from '../texts.ts';

const writer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' })
  .use(remarkGfm, { tablePipeAlign: false });

/** A short document as Markdown: CommonMark with GFM tables, written from a tree only. */
export function writeDocumentMarkdown(document: PrintedDocument): Uint8Array {
  const { title, kicker, facts, day, blocks, references, referencesTitle, language } = document;
  const texts = briefTexts[language];
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: [text(title)] },
    paragraph([text([kicker, facts, texts.date(day)].join(texts.dot))]),
    ...blocks.flatMap(toContent),
  ];
  if (references.length > 0) {
    children.push(
      { type: 'heading', depth: 2, children: [text(referencesTitle)] },
      ...references.map(({ number, runs, note }) =>
        paragraph([
          text(`[${number}] `),
          ...runs.map(
            (run): PhrasingContent =>
              run.italic === true ? { type: 'emphasis', children: [text(run.text)] } : text(run.text),
          ),
          ...(note === null ? [] : [text(texts.note(note))]),
        ]),
      ),
    );
  }
  return new TextEncoder().encode(writer.stringify({ type: 'root', children }));
}

function toContent(block: Block): RootContent[] {
  switch (block.kind) {
    case 'heading':
      return [{ type: 'heading', depth: block.level, children: [text(block.text)] }];
    case 'paragraph':
      return [paragraph(phrasing(block.runs))];
    case 'list':
      return [
        {
          type: 'list',
          ordered: false,
          spread: false,
          children: block.items.map((item) => ({
            type: 'listItem',
            spread: false,
            children: [paragraph(phrasing(item))],
          })),
        },
      ];
    case 'question':
      return [
        paragraph([{ type: 'strong', children: [text(`${block.number}. ${block.text}`)] }]),
        ...block.hints.map((hint) => paragraph([text(hint)])),
      ];
    case 'table':
      return [
        {
          type: 'table',
          children: [
            row(block.head.map((name) => [text(name)])),
            ...block.rows.map((cells) => row(cells.map(cell))),
          ],
        },
      ];
  }
}

/** GFM has no lines in a cell: they follow one another. */
function cell(lines: readonly Line[]): PhrasingContent[] {
  return lines.flatMap((line, index) => [...(index === 0 ? [] : [text(' ')]), ...phrasing(line)]);
}

function row(cells: readonly PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children })) };
}

function phrasing(runs: readonly BriefRun[]): PhrasingContent[] {
  return runs.flatMap(({ text: words, mark, own }): PhrasingContent[] => [
    ...(words === '' ? [] : [own ? { type: 'emphasis' as const, children: [text(words)] } : text(words)]),
    ...(mark === null ? [] : [text(` ${markText(mark)}`)]),
  ]);
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value: xmlText(value).replace(/\s*\n\s*/g, ' ') };
}
