import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NewAnnotation } from '#contract/annotations.ts';
import { openLibrary } from '#services/library/library.ts';
import { openStore } from '#services/store/store.ts';
import { countNotes, inspectNotes } from './inspect-notes.ts';
import { openDesktopWriter, openWebWriter, type Writer } from './open-writer.ts';

export type KilledDoor = 'desktop' | 'web' | 'cli';

/** What came of killing one door's writer again and again. */
export interface KillResult {
  readonly door: KilledDoor;
  readonly kills: number;
  readonly acknowledged: number;
  /** Second programs that asked for the folder meanwhile, and those that got it read-only with the reason. */
  readonly seconds: number;
  readonly refused: number;
  readonly wrong: readonly string[];
}

interface Plan {
  readonly seed: number;
  /** Writes to be acknowledged in all, at least. */
  readonly writes: number;
}

const IN_ONE_FILE = 40;
const library = await openLibrary({ casesDir: 'cases', compiledFile: 'out/library/cases.json' });
const value = library.get('beijing-jinsong-model');
const sentences = (value.texts.zh?.sections ?? []).flatMap(({ id, text, sentences: all }) =>
  all.map(({ start, end }) => ({ section: id, start, end, quote: text.slice(start, end) })),
);

/** Kills the writer of a door at random moments until so many writes were acknowledged, and looks after each kill. */
export async function killWriters(door: KilledDoor, { seed, writes }: Plan): Promise<KillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'okm-kill-'));
  const chance = createChance(seed);
  const promised = new Map<string, { body: string; asked: string[] }>();
  const result = { kills: 0, acknowledged: 0, seconds: 0, refused: 0 };
  const wrong: string[] = [];
  try {
    while (result.acknowledged < writes && wrong.length === 0) {
      const round = door === 'cli' ? importUntilKilled : writeUntilKilled;
      const told = await round(door, folder, chance, promised);
      result.kills += 1;
      result.acknowledged += told.acknowledged;
      result.seconds += 1;
      result.refused += told.isRefused ? 1 : 0;
      wrong.push(
        ...inspectNotes(folder, promised).map((what) => `seed ${seed}, kill ${result.kills}: ${what}`),
      );
    }
    return { door, ...result, wrong };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Promises = Map<string, { body: string; asked: string[] }>;
type Round = (
  door: KilledDoor,
  folder: string,
  chance: (below: number) => number,
  promised: Promises,
) => Promise<{ acknowledged: number; isRefused: boolean }>;

/** Makes and changes notes, one after the other, until the program is gone. */
const writeUntilKilled: Round = async (door, folder, chance, promised) => {
  const writer: Writer = await (door === 'web' ? openWebWriter : openDesktopWriter)(folder);
  const isRefused = await isSecondRefused(folder);
  let acknowledged = 0;
  const made: string[] = [];
  const killed = new Promise<void>((resolve) => {
    setTimeout(() => void writer.kill().then(resolve), 30 + chance(900));
  });
  let isOver = false;
  void killed.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const sentence = sentences[chance(sentences.length)];
    const last = made[chance(Math.max(1, made.length))];
    const isChange = last !== undefined && acknowledged % 3 === 2;
    const id = isChange ? last : randomUUID();
    const body = `第${acknowledged}次 ${'字'.repeat(chance(600))}`;
    if (sentence === undefined) break;
    if (isChange) promised.get(id)?.asked.push(body);
    const { section, start, end } = sentence;
    const call = isChange
      ? writer.client.annotations.update({ id: NewAnnotation.shape.id.parse(id), body })
      : writer.client.annotations.create(
          NewAnnotation.parse({
            id,
            caseId: value.id,
            language: 'zh',
            section,
            start,
            end,
            kind: 'note',
            colour: 'blue',
            body,
            tags: [`标签${chance(7)}`],
          }),
        );
    const stored = await Promise.race([call.then(() => true), killed.then(() => false)]).catch(() => false);
    if (!stored) break;
    promised.set(id, { body, asked: [] });
    if (!isChange) made.push(id);
    acknowledged += 1;
  }
  await killed;
  return { acknowledged, isRefused };
};

/** Takes in files of notes by the built command, each one act; one that ends well has promised all of its notes. */
const importUntilKilled: Round = async (_door, folder, chance, promised) => {
  const file = join(folder, `in-${chance(1e6)}.jsonld`);
  const items = Array.from({ length: IN_ONE_FILE }, () => {
    const { quote = '' } = sentences[chance(sentences.length)] ?? {};
    const body = `批${chance(1e6)}`;
    return { id: randomUUID(), quote, body };
  });
  writeFileSync(
    file,
    JSON.stringify({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      items: items.map(({ id, quote, body }) => ({
        id: `urn:uuid:${id}`,
        type: 'Annotation',
        motivation: 'commenting',
        body: [
          { type: 'TextualBody', value: body },
          { type: 'TextualBody', purpose: 'tagging', value: '收进' },
        ],
        target: {
          source: `urn:okm:case:${value.id}:zh`,
          selector: { type: 'TextQuoteSelector', exact: quote },
        },
      })),
    }),
  );
  const before = countNotes(folder);
  const command = ['out/main/okm.js', 'import', file, '--yes', '--json', '--data', folder];
  const child = spawn(process.execPath, command, { stdio: 'ignore' });
  const exit = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const timer = setTimeout(() => child.kill('SIGKILL'), 300 + chance(1500));
  const code = await exit;
  clearTimeout(timer);
  if (code === 0) for (const { id, body } of items) promised.set(id, { body, asked: [] });
  const added = countNotes(folder) - before;
  if (added !== 0 && added !== IN_ONE_FILE) throw new Error(`${added} of ${IN_ONE_FILE} notes were taken in`);
  return { acknowledged: code === 0 ? IN_ONE_FILE : 0, isRefused: await isImportRefused(folder, file) };
};

/** While another program has the folder, the command takes nothing in and says so by its exit code. */
async function isImportRefused(folder: string, file: string): Promise<boolean> {
  const holder = await openStore(folder, 'web', new Date().toISOString());
  const command = ['out/main/okm.js', 'import', file, '--yes', '--json', '--data', folder];
  const child = spawn(process.execPath, command, { stdio: 'ignore' });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  await holder.close();
  return code !== 0;
}

/** Whether a second program that opens the folder is told that the first has it, and may only read. */
async function isSecondRefused(folder: string): Promise<boolean> {
  const second = await openStore(folder, 'cli', new Date().toISOString());
  const { readOnly } = second;
  await second.close();
  return readOnly?.code === 'FOLDER_IN_USE';
}

function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}
