// Recoll, as Debian brings it, beside our own search on the same 10,000 Markdown files: how long each takes to
// index, how long a question takes, and how many of 1,500 words cut from the texts find a file that holds them.
// Needs recollindex and recollq on the path; says so and ends well where they are not. --quick: 500 files, 150 words.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SearchDocument } from '#domain/ranking/document.ts';
import { openLibrary } from '#services/library/library.ts';
import { emptyIndexFile } from '#services/search/index-file.ts';
import { openOwnKeeper } from '#services/search/own-index/own-keeper.ts';
import { createSearchEngine } from '#services/search/search-engine.ts';
import { makeDocuments, seededRandom } from './_documents.ts';

const isQuick = process.argv.includes('--quick');
const say = process.argv.includes('--json') ? () => undefined : (line: string) => console.log(line);
const [files, cut] = isQuick ? [500, 150] : [10_000, 1500];

if (spawnSync('recollindex', ['-h']).error) {
  say('recoll is not installed: nothing to compare with (Debian: apt-get install recollcmd)');
  console.log(JSON.stringify({ name: 'recoll', ok: true, figures: {} }));
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'okm-recoll-'));
const { cases } = await openLibrary({ casesDir: fileURLToPath(new URL('../../cases', import.meta.url)) });
const documents = makeDocuments(cases, files).map((document) => ({ ...document, origin: 'own' as const }));
const textOf = ({ title, sections }: SearchDocument) =>
  [title.zh, title.en, ...sections.map(({ text }) => text)].join('\n\n');
const texts = new Map<string, string>(documents.map((document) => [document.id, textOf(document)]));

function cutWords(): string[] {
  const random = seededRandom(15);
  const words: string[] = [];
  while (words.length < cut) {
    const text = texts.get(documents[Math.floor(random() * documents.length)]?.id ?? '') ?? '';
    const pattern = random() < 0.75 ? /\p{Script=Han}{2,}/gu : /[A-Za-z]{4,}/g;
    const runs = text.match(pattern) ?? [];
    const run = runs[Math.floor(random() * runs.length)] ?? '';
    const length = 2 + Math.floor(random() * 7);
    const from = Math.floor(random() * Math.max(1, run.length - length));
    const word = /^[A-Za-z]/.test(run) ? run : run.slice(from, from + length);
    if (word !== '') words.push(word);
  }
  return words;
}
const holds = (id: string, word: string) =>
  texts.get(id)?.toLowerCase().includes(word.toLowerCase()) === true;
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

try {
  const words = cutWords();
  const top = join(folder, 'files');
  const confdir = join(folder, 'conf');
  mkdirSync(top);
  mkdirSync(confdir);
  for (const [id, text] of texts) writeFileSync(join(top, `${id}.md`), text);
  writeFileSync(join(confdir, 'recoll.conf'), `topdirs = ${top}\ndbdir = ${join(folder, 'xapiandb')}\n`);
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  let started = performance.now();
  execFileSync('recollindex', ['-c', confdir, '-z'], { env, stdio: 'ignore' });
  const recollIndexMs = performance.now() - started;
  const recollTimes: number[] = [];
  let recollFound = 0;
  for (const word of words) {
    started = performance.now();
    const { stdout } = spawnSync('recollq', ['-c', confdir, '-b', '-n', '20', '-q', `"${word}"`], { env });
    recollTimes.push(performance.now() - started);
    const ids = String(stdout)
      .split('\n')
      .filter((line) => line.startsWith('file://'))
      .map((line) => basename(line.trim(), '.md'));
    if (ids.some((id) => holds(id, word))) recollFound++;
  }

  const engine = createSearchEngine([], emptyIndexFile(), []);
  const file = join(folder, 'search.db');
  started = performance.now();
  const keeper = openOwnKeeper(file, { readOnly: false, onReplaced: engine.setOwnIndex });
  for (let at = 0; at < documents.length; at += 16) keeper.put(documents.slice(at, at + 16));
  keeper.settle();
  const ourIndexMs = performance.now() - started;
  const ourTimes: number[] = [];
  let ourFound = 0;
  for (const word of words) {
    started = performance.now();
    engine.query({ query: word, limit: 20 });
    ourTimes.push(performance.now() - started);
    // Recoll is asked for a phrase, ours for its words: those that stand whole are among the matches.
    if (engine.findIds({ query: word }).some((id) => holds(id, word))) ourFound++;
    else say(`missed: ${word}`);
  }
  keeper.close();
  const figures = {
    files,
    words: cut,
    recoll: { indexS: recollIndexMs / 1000, queryMs: median(recollTimes), found: recollFound },
    ours: { indexS: ourIndexMs / 1000, queryMs: median(ourTimes), found: ourFound },
    indexRatio: ourIndexMs / recollIndexMs,
    queryRatio: median(ourTimes) / median(recollTimes),
  };
  for (const [name, { indexS, queryMs, found }] of Object.entries({
    recoll: figures.recoll,
    ours: figures.ours,
  })) {
    say(
      `${name.padEnd(8)} index ${indexS.toFixed(1)} s, query p50 ${queryMs.toFixed(1)} ms, found ${found} of ${cut}`,
    );
  }
  say('a question to recoll is a process of its own, as its command line has it');
  console.log(JSON.stringify({ name: 'recoll', ok: ourFound === cut, figures }));
  process.exitCode = ourFound === cut ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
