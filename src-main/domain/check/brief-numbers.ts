import type { Case } from '#contract/case-tree.ts';
import { splitCited } from '#contract/cited-text.ts';
import type { Language } from '#contract/ids.ts';
import { draftCell } from '../comparison/draft-cell.ts';
import { shortTitle } from '../comparison/short-title.ts';
import { figureValues, findNumbers } from './numbers.ts';

/** A number of a brief that no figure of its cases says. */
export interface UnknownNumber {
  /** As it stands: `7600万元`. */
  readonly words: string;
  readonly value: number;
  /** Line of the text, from 1. */
  readonly line: number;
  readonly text: string;
}

const citation = /\[\d[\d,，、\-–—\s]*\]/g;
const referenceEntry = /^\s*\\?\[\d+\\?\]/;
const listHeads = /^#*\s*(?:参考文献|本页引用|References|Sources on this page)\s*$/;
/** Lines of the program's own: how many cases and rows a brief has, and the names of its tables. */
const ownLine = /^#*\s*(?:(?:比较简报|Comparison brief)\s*·|(?:表|Table )\d)/;

/**
 * The numbers of a brief's lines that stand in no `figures` entry of its cases. Reference lists and citation
 * numbers are left out, and what the program itself counts: the cases, the rows and the strength of evidence.
 *
 * @param lines the paragraphs of the brief, cells of its tables among them
 */
export function unknownNumbers(lines: readonly string[], cases: readonly Case[]) {
  const known = new Set(cases.flatMap((one) => one.front.figures.flatMap(figureValues)));
  for (const one of cases) {
    for (const language of ['zh', 'en'] as const) {
      const words = splitCited(draftCell(one, 'evidence', language).text).map((run) => run.text);
      for (const { value } of findNumbers(words.join(''), language)) known.add(value);
    }
  }
  const unknown: UnknownNumber[] = [];
  let numbers = 0;
  let inList = false;
  for (const [index, text] of lines.entries()) {
    if (listHeads.test(text)) inList = true;
    else if (inList && !referenceEntry.test(text) && text.trim() !== '') inList = false;
    if (inList || referenceEntry.test(text) || ownLine.test(text.trim())) continue;
    const words = text.replace(citation, '');
    for (const number of findNumbers(words, languageOf(words))) {
      numbers += 1;
      if (known.has(number.value)) continue;
      unknown.push({ words: number.words, value: number.value, line: index + 1, text: words.trim() });
    }
  }
  return { numbers, unknown };
}

/** The cases that a brief speaks of, told by their titles in either language. */
export function casesNamedIn(lines: readonly string[], library: readonly Case[]): Case[] {
  const words = lines.join('\n').replace(/\s+/g, ' ');
  return library.filter(({ front }) =>
    [front.title.zh, front.title.en].some(
      (title) => words.includes(title) || words.includes(shortTitle(title)),
    ),
  );
}

function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}
