// Publishes the form of a case as JSON Schema (2020-12) for other tools: cases/schema/*.json.
// `--check` compares instead of writing, for CI.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CaseFrontMatter, TranslationFrontMatter } from '#contract/case.ts';
import { CasepackManifest } from '#contract/casepack.ts';
import { CollectionFile, PacketFile } from '#contract/pack-files.ts';
import { TeachingFrontMatter } from '#contract/teaching.ts';

const folder = new URL('../cases/schema/', import.meta.url);
const schemas = {
  'case.json': { title: "Front matter of a case's main text", schema: CaseFrontMatter },
  'translation.json': {
    title: "Front matter of a case's text in its other language",
    schema: TranslationFrontMatter,
  },
  'teaching.json': { title: 'Front matter of a teaching note', schema: TeachingFrontMatter },
  'packet.json': { title: 'A course packet in a .casepack', schema: PacketFile },
  'collection.json': { title: 'A collection in a .casepack', schema: CollectionFile },
  'casepack.json': { title: 'The manifest of a .casepack, version 1', schema: CasepackManifest },
};

mkdirSync(folder, { recursive: true });
for (const [name, { title, schema }] of Object.entries(schemas)) {
  const file = fileURLToPath(new URL(name, folder));
  const text = `${JSON.stringify({ title, ...z.toJSONSchema(schema) }, null, 2)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`cases/schema/${name} is stale: run node build/generate-schemas.ts`);
    process.exitCode = 1;
  }
}
