import type { Nodes, Paragraph, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { stringify } from 'yaml';
import { xmlText } from '#domain/text/markup.ts';
import type { AnnotationRow } from '../annotations/annotation-row.ts';
import type { NoteCitation } from './citation.ts';
import type { NotesTexts } from './texts.ts';

const parser = unified().use(remarkParse).use(remarkGfm);
const writer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' })
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml']);

export interface CitedNote {
  readonly row: AnnotationRow;
  readonly citation: NoteCitation;
}

/**
 * The notes on one case as Markdown: front matter that Obsidian reads, a heading a section, each note with a
 * block link of its own (`^note-…`). Written from a tree; what a note holds of HTML is text.
 */
export function writeNotesMarkdown(
  caseId: string,
  notes: readonly CitedNote[],
  texts: NotesTexts,
): Uint8Array {
  const title = notes[0]?.citation.title ?? caseId;
  const tags = [...new Set(notes.flatMap(({ row }) => row.tags))].map(toObsidianTag);
  const front = stringify({
    title,
    aliases: [title],
    case: caseId,
    notes: notes.length,
    ...(tags.length > 0 ? { tags } : {}),
  }).trimEnd();
  const children: RootContent[] = [
    { type: 'yaml', value: front },
    { type: 'heading', depth: 1, children: [text(title)] },
  ];
  children.push(...sectionBlocks(notes, 2, texts));
  return new TextEncoder().encode(writer.stringify({ type: 'root', children }));
}

/** The notes on several cases as one document: a heading a case, below it one a section. */
export function writeNotesAsOne(
  cases: readonly (readonly [caseId: string, notes: readonly CitedNote[]])[],
  texts: NotesTexts,
): Uint8Array {
  const notes = cases.flatMap(([, own]) => own);
  const tags = [...new Set(notes.flatMap(({ row }) => row.tags))].map(toObsidianTag);
  const front = stringify({
    title: texts.file,
    cases: cases.map(([id]) => id),
    notes: notes.length,
    ...(tags.length > 0 ? { tags } : {}),
  }).trimEnd();
  const children: RootContent[] = [
    { type: 'yaml', value: front },
    { type: 'heading', depth: 1, children: [text(texts.file)] },
    ...cases.flatMap(([id, own]): RootContent[] => [
      { type: 'heading', depth: 2, children: [text(own[0]?.citation.title ?? id)] },
      ...sectionBlocks(own, 3, texts),
    ]),
  ];
  return new TextEncoder().encode(writer.stringify({ type: 'root', children }));
}

/** Notes in reading order under the headings of their sections. */
function sectionBlocks(notes: readonly CitedNote[], depth: 2 | 3, texts: NotesTexts): RootContent[] {
  let heading: string | undefined;
  return notes.flatMap((note): RootContent[] => {
    const own = note.citation.heading === '' ? texts.noSection : note.citation.heading;
    const isNew = own !== heading;
    heading = own;
    return [
      ...(isNew ? [{ type: 'heading' as const, depth, children: [text(own)] }] : []),
      ...noteBlocks(note, texts),
    ];
  });
}

function noteBlocks({ row, citation }: CitedNote, texts: NotesTexts): RootContent[] {
  const facts = [
    texts.kinds[row.kind] ?? row.kind,
    texts.colours[row.colour] ?? row.colour,
    row.modifiedAt.slice(0, 10),
    ...(row.status === 'anchored' ? [] : [texts.statuses[row.status] ?? row.status]),
    ...row.tags.map((tag) => `#${toObsidianTag(tag)}`),
  ];
  return [
    { type: 'blockquote', children: row.exact.split('\n').map((line) => paragraph(line)) },
    ...bodyBlocks(row.body),
    ...(citation.references.length > 0 ? [paragraph(texts.sources + citation.references.join(' '))] : []),
    // The link of a block stands at the end of its last line.
    paragraph(`${facts.join(' · ')} ^note-${row.id}`),
  ];
}

function bodyBlocks(body: string): RootContent[] {
  const tree = parser.parse(xmlText(body));
  visit(tree, (node: Nodes, index, parent) => {
    if (node.type !== 'html' || parent === undefined || index === undefined) return;
    const plain = text(node.value);
    const inside = parent.type === 'paragraph' || parent.type === 'heading' || parent.type === 'tableCell';
    parent.children[index] = inside ? plain : { type: 'paragraph', children: [plain] };
  });
  // Headings of a note must not look like sections of the file.
  return tree.children.map(
    (node): RootContent =>
      node.type === 'heading'
        ? { type: 'paragraph', children: [{ type: 'strong', children: node.children }] }
        : node,
  );
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [text(value)] };
}

function text(value: string) {
  return { type: 'text' as const, value: xmlText(value) };
}

/** Obsidian's tags know no blanks. */
function toObsidianTag(tag: string): string {
  return tag.replace(/\s+/g, '-');
}
