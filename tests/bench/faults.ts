// `npm run bench:faults`: what the user was told is saved, under every fault that can be made here. `--quick` for a
// sample, `--long` for the full numbers, `--seed N` to repeat a run.
import {
  clock,
  failingCalls,
  fullDisk,
  kills,
  powerCuts,
  rot,
  type Tally,
  twoPrograms,
} from '../faults/trials.ts';

const args = process.argv.slice(2);
const size = args.includes('--long') ? 2 : args.includes('--quick') ? 0 : 1;
const at = args.indexOf('--seed');
const seed = at < 0 ? 20_261_124 : Number(args[at + 1]);
const of = (quick: number, usual: number, long: number) => [quick, usual, long][size] ?? usual;

const started = performance.now();
const tallies: Tally[] = [];
const print = (tally: Tally) => {
  tallies.push(tally);
  const { kind, tried, lost, half, unsound, named, note } = tally;
  console.log(
    [
      kind.padEnd(28),
      `${tried}`.padStart(6),
      `${lost}`.padStart(8),
      `${half}`.padStart(8),
      `${unsound}`.padStart(8),
      `${named ?? '–'}`.padStart(8),
      `  ${note}`,
    ].join(''),
  );
};
console.log(`seed ${seed}\n${'fault'.padEnd(28)} tried    lost    half unsound   named`);
print(await kills(of(8, 60, 500), seed));
print(await powerCuts(of(120, 500, 2000), seed));
const proof = await powerCuts(of(120, 500, 500), seed, 'normal');
print(proof);
print(await failingCalls(of(12, 60, 300), seed));
print(await fullDisk(of(4, 10, 20), seed));
print(await rot(of(150, 500, 1000), seed, of(4, 20, 60)));
const two = await twoPrograms();
print(two);
print(clock(of(200, 2000, 20_000), seed));

// The bench must be able to find a loss: a writer that does not wait for the disk loses some.
const finds = proof.tried === 0 || proof.lost > 0;
if (!finds) console.log('The bench found no loss with synchronous=NORMAL: it is broken.');
const judged = tallies.filter((tally) => tally !== proof);
const sum = (pick: (tally: Tally) => number) => judged.reduce((total, tally) => total + pick(tally), 0);
const figures = {
  seed,
  tried: sum(({ tried }) => tried),
  lost: sum(({ lost }) => lost),
  half: sum(({ half }) => half),
  unsound: sum(({ unsound }) => unsound),
  lostWithNormal: proof.lost,
  refusedMs: Math.round(two.refusedMs),
  seconds: Math.round((performance.now() - started) / 1000),
};
const ok = finds && figures.lost === 0 && figures.half === 0 && figures.unsound === 0;
console.log(JSON.stringify({ name: 'faults', ok, figures }));
process.exit(ok ? 0 : 1);
