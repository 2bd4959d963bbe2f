import { pinyin, polyphonic } from 'pinyin-pro';
import type { Case } from '#contract/case-tree.ts';
import type { Glossary } from '#contract/glossary.ts';
import { type VocabularyList, vocabulary } from '#contract/vocabulary.ts';
import { analyserVersion, forEachToken } from '#domain/analyser/analyse.ts';
import { fold } from '#domain/analyser/fold.ts';
import { isStopWord } from '#domain/analyser/stop-words.ts';
import { entriesOf } from '#domain/query/understand/glossary-matcher.ts';
import type { TableTerm, TermKind } from '#domain/query/understand/term-table.ts';
import { fieldNames, fieldTexts, type SearchDocument, toDocument } from '#domain/ranking/document.ts';
import { glossaryHash, type IndexFile, indexFormat } from './index-file.ts';
import { buildLunr, type SavedLunr } from './lunr-index.ts';
import { placeWords } from './place-words.ts';

/** Controlled lists whose labels are words that people search by. */
const labelled = [
  'type',
  'challenges',
  'dimensions',
  'lifecycle',
  'level',
  'participation',
  'role',
  'space',
  'tools',
  'funding',
] as const satisfies readonly VocabularyList[];

/** Makes the text of the index file for cases and a glossary; equal input gives equal text. */
export function buildIndex(cases: readonly Case[], glossary: Glossary): string {
  return JSON.stringify(
    buildIndexFile(
      cases.map((value) => toDocument(value)),
      glossary,
    ),
  );
}

/** Makes the index of documents. */
export function buildIndexFile(documents: readonly SearchDocument[], glossary: Glossary): IndexFile {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    format: indexFormat,
    analyser: analyserVersion,
    glossary: glossaryHash(glossary),
    revisions: Object.fromEntries(sorted.map(({ id, revision }) => [id, revision])),
    meanLengths: meanLengthsOf(sorted),
    terms: termsOf(sorted, glossary),
    latin: latinOf(sorted),
    syllables: syllablesOf(sorted),
    // Through JSON, so that a fresh index and one from the file are one and the same.
    lunr: JSON.parse(JSON.stringify(buildLunr(sorted))) as SavedLunr,
  };
}

function meanLengthsOf(documents: readonly SearchDocument[]): number[] {
  return fieldNames.map((field) => {
    let terms = 0;
    for (const document of documents) {
      for (const text of fieldTexts(document, field)) forEachToken(fold(text).text, () => terms++);
    }
    return terms / Math.max(1, documents.length);
  });
}

function termsOf(documents: readonly SearchDocument[], glossary: Glossary): TableTerm[] {
  const found = new Map<string, TableTerm>();
  const add = (text: string, kind: TermKind) => {
    if (text !== '' && !found.has(text)) found.set(text, { text, kind, reading: readingOf(text) });
  };
  for (const term of glossary) for (const entry of entriesOf(term)) add(entry, 'term');
  for (const list of labelled) {
    for (const { zh, en } of vocabulary[list]) {
      for (const part of zh.split('/')) add(part, 'label');
      add(en, 'label');
    }
  }
  for (const { title, aliases } of documents) {
    for (const text of [title.zh, title.en]) add(text, 'title');
    for (const text of aliases) add(text, 'alias');
  }
  for (const { places } of documents) {
    for (const place of places) {
      for (const text of placeWords(place)) add(text, 'place');
    }
  }
  // Names are typed in parts as well: what stands before or after a colon, a number, a foreign word.
  for (const { title, aliases } of documents) {
    for (const text of [title.zh, ...aliases]) {
      for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) add(run, 'alias');
    }
  }
  return [...found.values()];
}

/** Syllables of a text's Chinese characters, read word by word; its other characters are passed over. */
function readingOf(text: string): string {
  const simple = fold(text).text;
  if (!/\p{Script=Han}/u.test(simple)) return '';
  return pinyin(simple, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' }).join(' ');
}

function latinOf(documents: readonly SearchDocument[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const words = new Set<string>();
    for (const field of fieldNames) {
      for (const text of fieldTexts(document, field)) {
        for (const [word] of fold(text).text.matchAll(/\p{Script=Latin}{3,}/gu)) words.add(word);
      }
    }
    for (const word of words) if (!isStopWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Readings of the characters in common use (GB 2312), which a mistyped query may hold, and of all that cases hold. */
function syllablesOf(documents: readonly SearchDocument[]): Record<string, string> {
  const characters = new Set(commonCharacters());
  for (const document of documents) {
    for (const field of fieldNames) {
      for (const text of fieldTexts(document, field)) {
        for (const [character] of fold(text).text.matchAll(/\p{Script=Han}/gu)) characters.add(character);
      }
    }
  }
  const all = [...characters].sort();
  const readings = polyphonic(all.join(''), { toneType: 'none', type: 'array' });
  const bySyllable = new Map<string, string>();
  all.forEach((character, at) => {
    for (const reading of new Set(readings[at] ?? [])) {
      const syllable = reading.replaceAll('ü', 'v');
      if (/^[a-z]+$/.test(syllable)) bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
    }
  });
  return Object.fromEntries([...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const found: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) found.push(decoder.decode(Uint8Array.of(row, cell)));
  }
  return found.filter((character) => /^\p{Script=Han}$/u.test(character));
}
