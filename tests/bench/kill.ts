// Kills the program of each door in turn at random moments while it writes a thousand notes, and looks after every
// kill whether all that was acknowledged is there, whole, and the database sound. --quick writes a hundred;
// --seed N repeats a run; --json prints the last line alone.
import { type KillResult, killWriters } from '../faults/kill/kill-writers.ts';

const args = process.argv.slice(2);
const writes = args.includes('--quick') ? 100 : 1000;
const seedAt = args.indexOf('--seed');
const seed = seedAt < 0 ? Date.now() % 1e6 : Number(args[seedAt + 1]);
const say = (line: string) => {
  if (!args.includes('--json')) console.log(line);
};

say(`seed ${seed}`);
say('door     kills  acknowledged  second writers refused  wrong');
const results: KillResult[] = [];
for (const door of ['desktop', 'web', 'cli'] as const) {
  const result = await killWriters(door, { seed, writes });
  results.push(result);
  const { kills, acknowledged, refused, seconds, wrong } = result;
  const columns = [door.padEnd(8), `${kills}`.padStart(5), `${acknowledged}`.padStart(13)];
  say(`${columns.join(' ')}  ${`${refused} of ${seconds}`.padStart(21)}  ${wrong.length}`);
  for (const line of wrong) say(`  ${line}`);
}
const ok = results.every(
  ({ wrong, acknowledged, refused, seconds }) =>
    wrong.length === 0 && acknowledged >= writes && refused === seconds,
);
const figures = Object.fromEntries(
  results.map(({ door, kills, acknowledged, wrong }) => [door, { kills, acknowledged, wrong: wrong.length }]),
);
console.log(JSON.stringify({ name: 'kill', ok, figures: { seed, ...figures } }));
process.exitCode = ok ? 0 : 1;
