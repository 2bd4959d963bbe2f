// `npm run bench -- pictures`: how long the pictures of a large library take. 10,000 cases are made of the bundled
// ones, each somewhere else on the land and some years away; what is measured is the drawing by the services, and
// the same after a filter. The limits are those of a first paint and of a filter that feels immediate.
import type { Case } from '#contract/case-tree.ts';
import { PictureInput, PictureName } from '#contract/pictures.ts';
import { drawPicture } from '#domain/picture/draw-picture.ts';
import { openLibrary } from '#services/library/library.ts';

const DRAW_MS = 300;
const FILTER_MS = 100;
const quick = process.argv.includes('--quick');
const count = quick ? 1000 : 10_000;
const runs = quick ? 3 : 5;

const { cases } = await openLibrary({ casesDir: 'cases', compiledFile: 'out/library/cases.json' });
const many = Array.from({ length: count }, (_, at): Case => {
  const one = cases[at % cases.length];
  if (one === undefined) throw new Error('the library is empty');
  const [longitude, latitude] = one.front.place.point ?? [104, 30];
  // Steps that share no period spread the copies without chance, so that every run draws the same.
  const point: [number, number] = [
    wrap(longitude + ((at * 37) % 101) / 5 - 10, 180),
    Math.max(-55, Math.min(75, latitude + ((at * 53) % 103) / 6 - 8)),
  ];
  const place = { ...one.front.place, point };
  return { ...one, id: `copy-${at}` as Case['id'], front: { ...one.front, place } };
});

const figures: Record<string, number> = { cases: count };
let ok = true;
for (const name of PictureName.options) {
  const input = PictureInput.parse({ name, language: 'zh', withTable: false });
  const draw = median(() => drawPicture(many, input));
  const filter = median(() => drawPicture(many, { ...input, filters: { type: ['event-driven'] } }));
  figures[`${name} ms`] = draw;
  figures[`${name} filtered ms`] = filter;
  const isFast = draw <= DRAW_MS && filter <= FILTER_MS;
  ok &&= isFast;
  console.log(`${isFast ? ' ' : '!'} ${name}: ${draw} ms, filtered ${filter} ms`);
}
console.log(JSON.stringify({ name: 'pictures', ok, figures }));
process.exitCode = ok ? 0 : 1;

/** The middle of several runs, milliseconds, after one that only warms up. */
function median(work: () => unknown): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).toSorted((a, b) => a - b);
  return Math.round(times[Math.floor(times.length / 2)] ?? 0);
}

function wrap(degrees: number, half: number): number {
  return degrees > half ? degrees - 2 * half : degrees < -half ? degrees + 2 * half : degrees;
}
