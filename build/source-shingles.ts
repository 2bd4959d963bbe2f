// Writes tests/fixtures/source-shingles.bin from the folders of source texts named on the command line, so that
// `okm check` can compare the wording of the cases with texts that are not part of the project:
// node build/n24.mjs build/source-shingles.ts FOLDER…
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeShingles } from '#domain/check/shingles.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('name the folders of the source texts');
const texts = folders
  .flatMap((folder) => globSync('**/*.{md,txt}', { cwd: folder }).map((file) => join(folder, file)))
  .sort()
  // Front matter holds names and titles only; marks of sources interrupt no run.
  .map((file) => readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
  .map((text) => text.replace(/\[S?\d+\]/g, ''));
const bytes = writeShingles(texts);
writeFileSync(new URL('../tests/fixtures/source-shingles.bin', import.meta.url), bytes);
console.log(`${texts.length} texts, ${bytes.length} bytes`);
