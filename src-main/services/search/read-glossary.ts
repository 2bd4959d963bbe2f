import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { Glossary } from '#contract/glossary.ts';

/**
 * Reads the glossary file, `cases/glossary.yaml`.
 *
 * @throws where it is not a list of terms, with the place and the reason; two terms under one id among them
 */
export async function readGlossary(path: string): Promise<Glossary> {
  const glossary = Glossary.parse(parse(await readFile(path, 'utf8'), { maxAliasCount: 50 }));
  const seen = new Set<string>();
  for (const { id } of glossary) {
    if (seen.has(id)) throw new Error(`glossary: two terms are called ${id}`);
    seen.add(id);
  }
  return glossary;
}
