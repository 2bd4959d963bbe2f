// Writes src-main/contract/vocabulary.ts from cases/vocabulary.yaml, the one place where controlled lists live.
// `--check` compares instead of writing, for CI.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const source = new URL('../cases/vocabulary.yaml', import.meta.url);
const target = new URL('../src-main/contract/vocabulary.ts', import.meta.url);

const lists = parse(readFileSync(source, 'utf8'));
for (const [name, entries] of Object.entries(lists))
  for (const entry of entries) refuseStrayKeys(name, entry);

/** A comma in an unquoted word of a YAML map begins a new key, and would cut a definition in two. */
function refuseStrayKeys(name, { define = {}, short = {}, ...entry }) {
  const strays = [
    ...Object.keys(entry).filter((key) => !['id', 'group', 'zh', 'en', 'rows'].includes(key)),
    ...[...Object.keys(define), ...Object.keys(short)].filter((key) => key !== 'zh' && key !== 'en'),
  ];
  if (strays.length > 0)
    throw new Error(`${name}, ${entry.id}: unknown key “${strays[0]}” (quote the text?)`);
}
const text = `// Generated from cases/vocabulary.yaml by build/generate-vocabulary.mjs. Do not edit.
export const vocabulary = ${JSON.stringify(lists, null, 2)} as const;

export type VocabularyList = keyof typeof vocabulary;
export type VocabularyId<L extends VocabularyList> = (typeof vocabulary)[L][number]['id'];

/** The ids of a controlled list, in the order they are shown. */
export function idsOf<L extends VocabularyList>(list: L): [VocabularyId<L>, ...VocabularyId<L>[]] {
  return vocabulary[list].map((entry) => entry.id) as [VocabularyId<L>, ...VocabularyId<L>[]];
}

export interface VocabularyEntry {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly group?: string;
  readonly short?: { readonly zh: string; readonly en: string };
  readonly define?: { readonly zh: string; readonly en: string };
}

/** The entry of a controlled list under an id, or undefined. */
export function findEntry(list: VocabularyList, id: string): VocabularyEntry | undefined {
  return (vocabulary[list] as readonly VocabularyEntry[]).find((entry) => entry.id === id);
}
`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('src-main/contract/vocabulary.ts is stale: run node build/generate-vocabulary.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
