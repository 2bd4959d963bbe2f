// `npm run bench:anchor`: 10,000 notes on real cases, the cases edited by a seeded generator, and what became
// of the notes, held against what is known to be true; beside it the rival's weighting.
// --quick makes 4,000 notes; --json prints the last line alone; --seed N runs other edits.
import { openLibrary } from '#services/library/library.ts';
import { materialsOf, runTrials } from './anchoring/run.ts';
import { type Counts, lengthName, type Tally, totalOf, verdicts } from './anchoring/tally.ts';
import { kinds, lengths } from './anchoring/trials.ts';

const args = process.argv.slice(2);
const seedAt = args.indexOf('--seed');
const seed = seedAt < 0 ? 20261124 : Number(args[seedAt + 1]);
const say = (line: string) => {
  if (!args.includes('--json')) console.log(line);
};
const notes = args.includes('--quick') ? 4000 : 10_000;

/** What must hold; shares of the notes of a fate. */
const bars = { placed: 0.95, misplaced: 0.001, onDeleted: 0.003, silentOnNumber: 0 };

const library = await openLibrary({ casesDir: 'cases', compiledFile: 'out/library/cases.json' });
const { ours, imported, rival, msPerNote } = runTrials(materialsOf(library), seed, notes);

say(`${notes} notes on ${library.cases.length} cases, seed ${seed}`);
say('right/wrong: placed without asking; asked+/asked-: asked about the right/another place\n');
table('Ours, by what became of the passage', ours, ['exists', 'rewritten', 'digits', 'deleted']);
const languages = ['zh', 'en'];
const byLength = languages.flatMap((language) => lengths.map((_, at) => `${language} ${lengthName(at)}`));
table(
  'Ours, where it still exists, by language and length',
  ours,
  byLength.map((key) => `exists ${key}`),
);
table(
  'Ours, where it is gone, by language and length',
  ours,
  byLength.map((key) => `deleted ${key}`),
);
table(
  'Ours, where it still exists, by edit',
  ours,
  kinds.map((kind) => `exists ${kind}`),
);
table('Ours, notes from elsewhere', imported, ['exists', 'rewritten', 'digits', 'deleted']);
table('The rival', rival, ['exists', 'rewritten', 'digits', 'deleted']);
table(
  'The rival, where it still exists',
  rival,
  byLength.map((key) => `exists ${key}`),
);
table(
  'The rival, where it is gone',
  rival,
  byLength.map((key) => `deleted ${key}`),
);

const figures = {
  notes,
  seed,
  placed: share(ours, 'exists', 'right'),
  misplaced: share(ours, 'exists', 'wrong'),
  onDeleted: share(ours, 'deleted', 'wrong'),
  silentOnNumber: share(ours, 'digits', 'right') + share(ours, 'digits', 'wrong'),
  importedOnDeleted: share(imported, 'deleted', 'wrong'),
  rivalPlaced: share(rival, 'exists', 'right'),
  rivalMisplaced: share(rival, 'exists', 'wrong'),
  rivalOnDeleted: share(rival, 'deleted', 'wrong'),
  rivalSilentOnNumber: share(rival, 'digits', 'right') + share(rival, 'digits', 'wrong'),
  msPerNote: round(msPerNote, 3),
};
const ok =
  figures.placed >= bars.placed &&
  figures.misplaced <= bars.misplaced &&
  figures.onDeleted <= bars.onDeleted &&
  figures.silentOnNumber <= bars.silentOnNumber;
say(
  `placed without asking ${percent(figures.placed)} (≥ 95 %), wrongly ${percent(figures.misplaced)} (≤ 0.1 %); ` +
    `on deleted ${percent(figures.onDeleted)} (≤ 0.3 %); silent on a changed number ${percent(figures.silentOnNumber)} (0); ` +
    `${figures.msPerNote} ms a note: ${ok ? 'ok' : 'NOT MET'}`,
);
console.log(JSON.stringify({ name: 'anchor', ok, figures }));
process.exitCode = ok ? 0 : 1;

function table(title: string, tally: Tally, keys: readonly string[]): void {
  say(title);
  const heads = ['right', 'wrong', 'asked+', 'asked-', 'orphan'];
  say(`${''.padEnd(20)}${'notes'.padStart(7)}${heads.map((head) => head.padStart(9)).join('')}`);
  for (const key of keys) {
    const counts = tally.get(key);
    if (counts) say(row(key, counts));
  }
  say('');
}

function row(key: string, counts: Counts): string {
  const all = totalOf(counts);
  const cells = verdicts.map((verdict) => percent(counts[verdict] / all).padStart(9));
  return `${key.padEnd(20)}${String(all).padStart(7)}${cells.join('')}`;
}

function share(tally: Tally, key: string, verdict: keyof Counts): number {
  const counts = tally.get(key);
  return counts ? round(counts[verdict] / totalOf(counts), 5) : 0;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(2)}%`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
