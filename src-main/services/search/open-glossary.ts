import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Glossary } from '#contract/glossary.ts';
import { textHash } from '#domain/text/hash.ts';
import { readGlossary } from './read-glossary.ts';

const Compiled = z.object({ hash: z.string(), glossary: Glossary });

/** The glossary as the build stores it: YAML takes a quarter of a second to read, JSON a few milliseconds. */
export async function compileGlossary(file: string): Promise<string> {
  const glossary = await readGlossary(file);
  return JSON.stringify({ hash: await hashOf(file), glossary } satisfies z.infer<typeof Compiled>);
}

/** Reads the glossary as the build left it, or anew where its file has changed since. */
export async function openGlossary(file: string, compiledFile: string): Promise<Glossary> {
  try {
    const compiled = Compiled.parse(JSON.parse(await readFile(compiledFile, 'utf8')));
    if (compiled.hash === (await hashOf(file))) return compiled.glossary;
  } catch {
    // Absent, older or damaged: the file itself is read.
  }
  return readGlossary(file);
}

async function hashOf(file: string): Promise<string> {
  return textHash(await readFile(file, 'utf8'));
}
