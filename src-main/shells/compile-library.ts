// Part of the build: parses and indexes the bundled cases once, so that a start need not.
// compile-library.js --from cases --to out/library
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileLibrary, openLibrary } from '#services/library/library.ts';
import { buildIndex } from '#services/search/build-index.ts';
import { compileGlossary } from '#services/search/open-glossary.ts';
import { readGlossary } from '#services/search/read-glossary.ts';

const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
if (values.from === undefined || values.to === undefined) throw new Error('--from and --to are needed');

const { from, to } = values;
await mkdir(to, { recursive: true });
await put('cases.json', await compileLibrary(from));
await put('glossary.json', await compileGlossary(join(from, 'glossary.yaml')));
const { cases } = await openLibrary({ casesDir: from, compiledFile: join(to, 'cases.json') });
await put('index.json', buildIndex(cases, await readGlossary(join(from, 'glossary.yaml'))));

async function put(name: string, text: string): Promise<void> {
  const target = join(to, name);
  await writeFile(`${target}.new`, text);
  await rename(`${target}.new`, target);
}
