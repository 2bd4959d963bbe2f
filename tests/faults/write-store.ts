// Run as a program: makes and changes notes by a seeded script and says each once the store has acknowledged it.
// Arguments: folder, seed, how many writes, and `normal` to write as a program would that does not wait for the
// disk, by which the bench shows that it would notice.
import { writeSync } from 'node:fs';
import { openDatabase } from '#services/store/database.ts';
import { writes } from '#services/store/operations.ts';
import { openStore } from '#services/store/store.ts';
import { noteInput, randomOf } from './oracle.ts';

const [folder = '', seed = '1', steps = '100', how = 'full'] = process.argv.slice(2);
const since = '2026-11-24T00:00:00.000Z';
const { create, update, close } = await open();
const chance = randomOf(Number(seed));
const made: string[] = [];

writeSync(1, 'ready\n');
for (let step = 0; step < Number(steps); step += 1) {
  const last = step % 3 === 2 ? made[chance(made.length)] : undefined;
  const id = last ?? `${seed.padStart(8, '0')}-0000-7000-8000-${String(step).padStart(12, '0')}`;
  const body = `${step} ${'字'.repeat(chance(600))}`;
  try {
    if (last === undefined) await create(noteInput(id, body));
    else await update({ ...noteInput(id, body), act: 'edit' });
    if (last === undefined) made.push(id);
    writeSync(1, `${JSON.stringify({ id, body })}\n`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unexpected';
    writeSync(1, `${JSON.stringify({ failed: code })}\n`);
  }
}
await close();

type Create = Parameters<typeof writes.createAnnotation>[1];
type Update = Parameters<typeof writes.updateAnnotation>[1];

async function open() {
  if (how !== 'normal') {
    const store = await openStore(folder, 'cli', since);
    return {
      create: async (input: Create) => void (await store.call('createAnnotation', input)),
      update: async (input: Update) => void (await store.call('updateAnnotation', input)),
      close: () => store.close(),
    };
  }
  const { db, close: closeDatabase } = openDatabase(folder, { door: 'cli', pid: process.pid, since });
  db.pragma('synchronous = NORMAL');
  return {
    create: async (input: Create) =>
      void db.transaction(() => writes.createAnnotation(db, input)).immediate(),
    update: async (input: Update) =>
      void db.transaction(() => writes.updateAnnotation(db, input)).immediate(),
    close: async () => closeDatabase(),
  };
}
