// Run as a program: makes and changes notes by a seeded script until it is killed, and says each id on standard
// output once the store has acknowledged it. Arguments: folder, seed, how many writes.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { NewAnnotation } from '#contract/annotations.ts';
import { createAnnotationService } from '#services/annotations/annotation-service.ts';
import { createChanges } from '#services/changes.ts';
import { openLibrary } from '#services/library/library.ts';
import { openStore } from '#services/store/store.ts';

const [folder = '', seed = '1', writes = '1000'] = process.argv.slice(2);
const library = await openLibrary({ casesDir: 'cases', compiledFile: 'out/library/cases.json' });
const store = await openStore(folder, 'cli', '2026-11-24T00:00:00.000Z');
const now = () => new Date();
const notes = createAnnotationService({ store, library, changes: createChanges(), now });
const value = library.get('beijing-jinsong-model');
const sections = value.texts.zh?.sections ?? [];
const made: string[] = [];
let state = Number(seed);
const chance = (below: number) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return (state >> 8) % below;
};

writeSync(1, 'ready\n');
for (let step = 0; step < Number(writes); step++) {
  const last = made[chance(Math.max(1, made.length))];
  if (last !== undefined && step % 3 === 2) {
    const body = `改过 ${step} ${'长'.repeat(chance(2000))}`;
    await notes.update({ id: last, body });
    writeSync(1, `${JSON.stringify({ id: last, body })}\n`);
    continue;
  }
  const section = sections[chance(sections.length)];
  const sentence = section?.sentences[chance(section.sentences.length)];
  if (!section || !sentence) continue;
  const id = randomUUID();
  const body = `${step} ${'字'.repeat(chance(500))}`;
  await notes.create({
    id: id as NewAnnotation['id'],
    caseId: value.id,
    language: 'zh',
    section: section.id,
    start: sentence.start,
    end: sentence.end,
    kind: 'note',
    colour: 'blue',
    body,
    tags: [`标签${step % 7}`],
  });
  made.push(id);
  writeSync(1, `${JSON.stringify({ id, body })}\n`);
}
await store.close();
