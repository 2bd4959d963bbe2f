// How soon the web shell answers, what its first screen weighs, and what it holds when nobody asks.
// --quick: one start instead of five, and a shorter rest; --json: the last line alone.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startBrowser } from '../e2e/browser.ts';
import { startServer } from '../shells/web/server-process.ts';

const isQuick = process.argv.includes('--quick');
const isJson = process.argv.includes('--json');
const limits = { answerMs: 3000, firstLoadKb: 350, idleMb: 150 };
const starts = isQuick ? 1 : 5;
const restMs = isQuick ? 4000 : 20_000;
const KB = 1000;

const say = (text: string) => {
  if (!isJson) console.log(text);
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Resident memory of a process, megabytes. */
function residentMb(pid: number): number {
  if (process.platform === 'linux') {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1024);
  }
  if (process.platform === 'win32') return Number.NaN;
  return Math.round(
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'okm-bench-'));
const browser = await startBrowser();
const answerMs: number[] = [];
const shownMs: number[] = [];
const idleMb: number[] = [];
let firstLoadKb = 0;
for (let run = 0; run < starts; run += 1) {
  const started = performance.now();
  const server = startServer(join(folder, `data-${run}`), 'zh');
  const address = await server.address;
  await (await fetch(new URL(address).origin)).text();
  answerMs.push(Math.round(performance.now() - started));

  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
    scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(address);
  await page.getByText('劲松').first().waitFor();
  shownMs.push(Math.round(performance.now() - started));
  // The page keeps a stream open, so its network is never idle: what it loads late has come by then.
  await pause(1500);
  const sizes = await Promise.all(scripts);
  firstLoadKb = Math.round(sizes.reduce((sum, size) => sum + size, 0) / KB);
  await pause(restMs);
  idleMb.push(residentMb(server.pid));
  await context.close();
  await server.stop();
}
await browser.close();
rmSync(folder, { recursive: true, force: true });

const figures = { answerMs: median(answerMs), shownMs: median(shownMs), firstLoadKb, idleMb: median(idleMb) };
const within = (value: number, limit: number) => Number.isNaN(value) || value <= limit;
const ok =
  within(figures.answerMs, limits.answerMs) &&
  within(figures.firstLoadKb, limits.firstLoadKb) &&
  within(figures.idleMb, limits.idleMb);
say(`starts                         ${starts}, medians`);
say(`process start → page answered  ${figures.answerMs} ms (limit ${limits.answerMs})`);
say(`process start → list on screen ${figures.shownMs} ms`);
say(`script of the first screen     ${figures.firstLoadKb} kB gzip (limit ${limits.firstLoadKb})`);
say(`resident after ${restMs / 1000} s of rest    ${figures.idleMb} MB (limit ${limits.idleMb})`);
console.log(JSON.stringify({ name: 'start', ok, figures, limits }));
process.exitCode = ok ? 0 : 1;
