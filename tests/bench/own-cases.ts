// What ten thousand own cases cost: the start to the first list against a folder without any, and how soon a
// case that another program has changed is found. --quick: 300 cases, one start each; --json: the last line alone.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CaseType } from '#contract/case.ts';
import { openServices } from '#services/open-services.ts';
import { findPlaces } from '#shells/places.ts';
import { startBrowser } from '../e2e/browser.ts';
import { startServer } from '../shells/web/server-process.ts';

const isQuick = process.argv.includes('--quick');
const isJson = process.argv.includes('--json');
const count = isQuick ? 300 : 10_000;
const starts = isQuick ? 1 : 5;
const edits = isQuick ? 5 : 20;
const limits = { startRatio: 1.3, editMs: 300 };
const READ_WITHIN_MS = 30 * 60_000;

const say = (text: string) => {
  if (!isJson) console.log(text);
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]) => sorted(values)[values.length >> 1] ?? 0;

/** Both files of every bundled case, to be written again under ids of our own. */
const sources = CaseType.options.flatMap((type) =>
  readdirSync(join('cases', type))
    .filter((name) => /^[a-z0-9-]+\.md$/.test(name))
    .map((name) => ({
      type,
      main: readFileSync(join('cases', type, name), 'utf8'),
      other: readFileSync(join('cases', type, name.replace(/\.md$/, '.en.md')), 'utf8'),
    })),
);
const folder = mkdtempSync(join(tmpdir(), 'okm-bench-own-'));
const full = join(folder, 'full');
const fileOf = (at: number, end = '') =>
  join(full, 'cases', sources[at % sources.length]?.type ?? '', `own-case-${at}${end}.md`);
for (const type of CaseType.options) mkdirSync(join(full, 'cases', type), { recursive: true });
for (let at = 0; at < count; at++) {
  const source = sources[at % sources.length];
  const renamed = (text = '') => text.replace(/^id: .*$/m, `id: own-case-${at}`);
  writeFileSync(fileOf(at), renamed(source?.main));
  writeFileSync(fileOf(at, '.en'), renamed(source?.other));
}

// The first reading, once; what follows are the starts of every other day.
const began = performance.now();
const program = await openServices(
  { ...findPlaces(), dataDir: full },
  { shell: 'web', systemLanguage: 'zh' },
);
const until = began + READ_WITHIN_MS;
const isRead = async () => {
  const { reading, cases } = await program.ownCases.list();
  return reading === 0 && cases.filter(({ state }) => state === 'ready').length === count;
};
while (!(await isRead()) && performance.now() < until) await pause(1000);
const readS = Math.round((performance.now() - began) / 1000);
const found = async (query: string) => (await program.search.query({ query })).total;
while ((await found('origin:own')) < count && performance.now() < until) await pause(1000);
const findableS = Math.round((performance.now() - began) / 1000);

// Another program saves as editors do: a new file put over the old one.
const editMs: number[] = [];
for (let at = 0; at < edits; at++) {
  const file = fileOf(at * 7);
  const word = `zhuangxiang${at}x`;
  const text = readFileSync(file, 'utf8').replace(/(## 摘要\n\n)/, `$1${word}。`);
  writeFileSync(`${file}.tmp`, text);
  await pause(500);
  const saved = performance.now();
  renameSync(`${file}.tmp`, file);
  while ((await found(word)) === 0 && performance.now() - saved < 10_000) await pause(5);
  editMs.push(performance.now() - saved);
}
await program.close();

const browser = await startBrowser();
async function startMs(dataDir: string): Promise<number> {
  const started = performance.now();
  const server = startServer(dataDir, 'zh');
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(await server.address);
  await page.getByRole('option').first().waitFor();
  const ms = performance.now() - started;
  await pause(3000);
  await context.close();
  await server.stop();
  return ms;
}
const empty = join(folder, 'empty');
await startMs(empty);
const without: number[] = [];
const withOwn: number[] = [];
// In turns, so that what else the machine does falls on both.
for (let at = 0; at < starts; at++) {
  without.push(await startMs(empty));
  withOwn.push(await startMs(full));
}
await browser.close();
rmSync(folder, { recursive: true, force: true });

const figures = {
  cases: count,
  readS,
  findableS,
  startMs: Math.round(median(without)),
  startWithOwnMs: Math.round(median(withOwn)),
  startRatio: Math.round((median(withOwn) / median(without)) * 100) / 100,
  editMs: Math.round(median(editMs)),
  editWorstMs: Math.round(Math.max(...editMs)),
};
const ok = figures.startRatio <= limits.startRatio && figures.editMs <= limits.editMs;
say(`own cases                          ${figures.cases}`);
say(
  `first reading, once                ${figures.readS} s; all found by search after ${figures.findableS} s`,
);
say(`start → first list, none           ${figures.startMs} ms, median of ${starts}`);
say(
  `start → first list, with them      ${figures.startWithOwnMs} ms, ratio ${figures.startRatio} (limit ${limits.startRatio})`,
);
say(
  `changed elsewhere → found          ${figures.editMs} ms, median of ${edits}; worst ${figures.editWorstMs} (limit ${limits.editMs})`,
);
console.log(JSON.stringify({ name: 'own-cases', ok, figures, limits }));
process.exitCode = ok ? 0 : 1;
