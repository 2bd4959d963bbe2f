import { alikeOf } from '#domain/anchoring/alike.ts';
import { anchor } from '#domain/anchoring/anchor.ts';
import { prepareSections } from '#domain/anchoring/places.ts';
import { textHash } from '#domain/text/hash.ts';
import type { Library } from '#services/library/library.ts';
import { placeByWeights } from './rival.ts';
import { count, judgeOutcome, lengthName, type Outcome, type Tally } from './tally.ts';
import { type TrackedText, trackCase } from './tracked-text.ts';
import { type Material, makeTrial, type Trial, toMaterial } from './trials.ts';

/** The texts of a library that notes can be tried on. */
export function materialsOf(library: Library): Material[] {
  return library.cases
    .flatMap(({ texts }) => [texts.zh, texts.en].filter((text) => text !== undefined))
    .map(trackCase)
    .filter(
      ({ sections }) => sections.length >= 4 && sections.every(({ text }) => !/[\ud800-\udfff]/.test(text)),
    )
    .map(toMaterial);
}

/** What became of the notes, by three ways of looking for their places. */
export interface Tallies {
  readonly ours: Tally;
  /** Ours again, for notes that came from elsewhere without the look-alikes of their time. */
  readonly imported: Tally;
  readonly rival: Tally;
  /** Mean time that ours takes for a note whose section has changed, ms. */
  readonly msPerNote: number;
}

/** Makes so many notes, edits their texts, looks for them again, and counts. */
export function runTrials(materials: readonly Material[], seed: number, notes: number): Tallies {
  const tallies = { ours: new Map(), imported: new Map(), rival: new Map() } satisfies Record<string, Tally>;
  let ms = 0;
  for (let index = 0; index < notes; index++) {
    const trial = makeTrial(materials, seed, index);
    const { selectors, home, quote } = trial;
    const alike = alikeOf(selectors, { section: home.id, ...quote }, prepare(trial.before));
    const sections = prepare(trial.after);
    const started = performance.now();
    const found = anchor({ selectors, home, alike }, sections);
    ms += performance.now() - started;
    tally(tallies.ours, trial, toOutcome(found));
    tally(tallies.imported, trial, toOutcome(anchor({ selectors, home }, sections)));
    const place = placeByWeights(trial.after, selectors, offsetOf(trial));
    tally(tallies.rival, trial, { status: place ? 'anchored' : 'orphan', place });
  }
  return { ...tallies, msPerNote: ms / notes };
}

function prepare({ sections }: TrackedText) {
  return prepareSections(sections.map(({ id, text }) => ({ id, text, textHash: textHash(text) })));
}

function toOutcome(found: ReturnType<typeof anchor>): Outcome {
  return { status: found.status, place: found.status === 'orphan' ? undefined : found };
}

function tally(into: Tally, trial: Trial, outcome: Outcome): void {
  const { fate } = trial.truth;
  const length = lengthName(trial.length);
  const keys = [
    fate,
    `${fate} ${trial.kind}`,
    `${fate} ${trial.language}`,
    `${fate} ${trial.language} ${length}`,
  ];
  count(into, keys, judgeOutcome(trial, outcome));
}

/** Where the note began in all sections one after another, as the rival sees a text. */
function offsetOf(trial: Trial): number {
  let from = 0;
  for (const section of trial.before.sections) {
    if (section.id === trial.home.id) break;
    from += section.text.length + 1;
  }
  return from + trial.quote.start;
}
