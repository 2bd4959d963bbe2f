// Part of the build: parses the bundled cases once, so that a start need not.
// compile-library.js --from cases --to out/library
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileLibrary } from '#services/library/library.ts';

const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
if (values.from === undefined || values.to === undefined) throw new Error('--from and --to are needed');

await mkdir(values.to, { recursive: true });
const target = join(values.to, 'cases.json');
await writeFile(`${target}.new`, await compileLibrary(values.from));
await rename(`${target}.new`, target);
