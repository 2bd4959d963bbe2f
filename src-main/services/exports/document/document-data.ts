import { type BriefRun, markText } from '#domain/comparison/brief-runs.ts';
import type { Block, PrintedDocument } from '#domain/document/printed-document.ts';
import { xmlText } from '#domain/text/markup.ts';
import { briefTexts } from '../texts.ts';

/** What the template of a short document reads: plain values only, every word already chosen. */
export function documentData(document: PrintedDocument) {
  const texts = briefTexts[document.language];
  const { title, kicker, facts, day, referencesTitle } = document;
  return {
    language: document.language,
    program: texts.program,
    title: line(title),
    kicker: line(kicker),
    facts: line(facts),
    day: day.split('-').map(Number),
    blocks: document.blocks.map(blockData),
    referencesTitle,
    references: document.references.map(({ number, runs: list, note }) => ({
      number,
      parts: list.map((run) => ({ text: line(run.text), italic: run.italic === true })),
      note: note === null ? null : texts.note(line(note)),
    })),
  };
}

function blockData(block: Block) {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: line(block.text) };
    case 'paragraph':
      return { ...block, quiet: block.quiet === true, runs: runs(block.runs) };
    case 'list':
      return { ...block, items: block.items.map(runs) };
    case 'table':
      return {
        ...block,
        head: block.head.map(line),
        rows: block.rows.map((cells) => cells.map((lines) => lines.map(runs))),
      };
    case 'question':
      return { ...block, text: line(block.text), hints: block.hints.map(line) };
  }
}

function runs(list: readonly BriefRun[]) {
  return list.map(({ text, cites, mark, own }) => ({
    text: line(text),
    cites: mark === null ? null : markText(mark),
    first: cites[0]?.number ?? null,
    own: own && text.trim() !== '',
  }));
}

function line(text: string): string {
  return xmlText(text).replace(/\s*\n\s*/g, ' ');
}
