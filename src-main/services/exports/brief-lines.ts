import { extname } from 'node:path';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { OkmError } from '#contract/errors.ts';
import { paragraphsOf } from './docx-in/docx-text.ts';
import { openDocx } from './docx-in/open-docx.ts';

const MAX_TEXT_BYTES = 8 * 1024 * 1024;
export const readableBriefs = ['.docx', '.md', '.html'] as const;

/**
 * The paragraphs of a brief that may have been edited outside, cells of its tables among them: Word, Markdown or
 * HTML, told apart by what they hold, not by their names.
 *
 * @throws OkmError FILE_REFUSED, INPUT_TOO_LARGE
 */
export function briefLines(bytes: Uint8Array, file: string): string[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return paragraphsOf(openDocx(bytes, file).document).map(({ text }) => text);
  }
  if (extname(file).toLowerCase() === '.docx') {
    throw new OkmError('FILE_REFUSED', { file, reason: 'not-docx', detail: '' });
  }
  if (bytes.length > MAX_TEXT_BYTES) throw new OkmError('INPUT_TOO_LARGE', { limitBytes: MAX_TEXT_BYTES });
  const text = decode(bytes, file);
  return /^\s*(?:<!doctype html|<html)/i.test(text) ? htmlLines(text) : markdownLines(text);
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new OkmError('FILE_REFUSED', { file, reason: 'not-text', detail: '' }, { cause });
  }
}

/** Each cell of a table is a line of its own, as it is in the other formats. */
function markdownLines(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const plain = line.replace(/\\(?=\p{P})/gu, '').replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, '');
    if (!line.startsWith('|')) return [plain];
    return plain.split('|').map((cell) => cell.trim());
  });
}

const blocks = new Set(['p', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'caption', 'div', 'section', 'tr', 'br']);
const unread = new Set(['script', 'style', 'template', 'head']);

function htmlLines(text: string): string[] {
  const lines = [''];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if (defaultTreeAdapter.isTextNode(node)) {
      lines.push((lines.pop() ?? '') + node.value.replace(/\s+/g, ' '));
      return;
    }
    if (!('childNodes' in node)) return;
    const name = defaultTreeAdapter.isElementNode(node) ? node.tagName : '';
    if (unread.has(name)) return;
    if (blocks.has(name)) lines.push('');
    for (const child of node.childNodes) visit(child);
    if (blocks.has(name)) lines.push('');
  };
  visit(parse(text));
  return lines.map((line) => line.trim());
}
