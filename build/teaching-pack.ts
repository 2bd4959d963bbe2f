// `npm run teaching-pack`: release/one-kilometre-teaching-<version>.casepack, for trainers. It lies beside the
// installers; nothing of it is in them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packTeachingNotes } from '../src-main/services/packs/teaching-pack.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
// Reproducible: the day is the packager's to name (reproducible-builds.org), not the clock's.
const FIRST_EDITION = Date.UTC(2026, 10, 24) / 1000;
const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const created = new Date(Number(process.env.SOURCE_DATE_EPOCH ?? FIRST_EDITION) * 1000).toISOString();

const { bytes, notes, problems } = await packTeachingNotes(join(root, 'cases'), { version, created });
for (const { file, line, message, rule } of problems) {
  console.error(`cases/${file}:${line} ${message.zh} / ${message.en} [${rule}]`);
}
if (bytes === undefined) {
  console.error(
    notes === 0 ? '没有教学说明。\nThere are no teaching notes.' : '没有打包。\nNothing was packed.',
  );
  process.exitCode = 1;
} else {
  const file = join('release', `one-kilometre-teaching-${version}.casepack`);
  mkdirSync(join(root, 'release'), { recursive: true });
  writeFileSync(join(root, file), bytes);
  console.log(`${file} (${notes} notes, ${bytes.length} bytes)`);
}
