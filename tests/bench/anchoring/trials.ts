import type { Language } from '#contract/ids.ts';
import { describeRange, type Selectors } from '#domain/anchoring/selectors.ts';
import { textHash } from '#domain/text/hash.ts';
import * as edits from './edits.ts';
import { changeNumber } from './edits.ts';
import { createRandom, type Random } from './random.ts';
import {
  copy,
  replaceSpan,
  type Span,
  sentencesOf,
  type TrackedSection,
  type TrackedText,
} from './tracked-text.ts';
import { numbersIn, vocabularyOf, wordEdges, wordsIn } from './words.ts';

export const kinds = [
  'typo',
  'word',
  'move',
  'split',
  'delete',
  'look-alike',
  'rename',
  'width',
  'script',
  'digits',
  'around',
] as const;
export type Kind = (typeof kinds)[number];

/** Quotes by their length in characters. */
export const lengths = [
  [4, 7],
  [8, 11],
  [12, 19],
  [20, 39],
  [40, 80],
] as const;

export interface Trial {
  readonly kind: Kind;
  readonly language: Language;
  /** Index in {@link lengths}. */
  readonly length: number;
  readonly before: TrackedText;
  readonly home: { readonly id: string; readonly textHash: string };
  readonly quote: Span;
  readonly selectors: Selectors;
  readonly after: TrackedText;
  readonly truth: Truth;
}

/** What became of a quote: how much of it is left, where, and whether a number in it changed. */
export interface Truth {
  readonly fate: 'exists' | 'rewritten' | 'digits' | 'deleted';
  readonly section: string;
  /** UTF-16 offsets in that section. */
  readonly span: Span;
}

export interface Material {
  readonly text: TrackedText;
  readonly vocabulary: readonly string[];
}

export function toMaterial(text: TrackedText): Material {
  return { text, vocabulary: vocabularyOf(text) };
}

/** Makes the numbered trial of a run: a note on a real text, edits, and the truth. */
export function makeTrial(materials: readonly Material[], seed: number, index: number): Trial {
  for (let attempt = 0; ; attempt++) {
    const random = createRandom(seed * 1_000_003 + index * 101 + attempt);
    const made = tryTrial(random.pick(materials), index, random);
    if (made) return made;
    if (attempt > 500) throw new Error(`no occasion for trial ${index}`);
  }
}

function tryTrial({ text, vocabulary }: Material, index: number, random: Random): Trial | undefined {
  const kind = kinds[index % kinds.length] ?? 'around';
  const length = Math.floor(index / kinds.length) % lengths.length;
  if (kind === 'script' && text.language !== 'zh') return undefined;
  const before = copy(text);
  const section = random.pick(before.sections);
  const sentences = sentencesOf(section, text.language);
  if (sentences.length < 4) return undefined;
  const target = random.pick(sentences);

  const twin = kind === 'look-alike' ? plantTwin(before, section, target, vocabulary, random) : undefined;
  if (kind === 'look-alike' && !twin) return undefined;
  // What stands in the text before the note is made counts as its origin, the twin included.
  renumber(before);
  const sentence = twin?.sentence ?? target;
  const quote =
    kind === 'digits'
      ? quoteOverNumber(section, sentence, length, text.language, random)
      : quoteNear(section, sentence, length, text.language, random);
  if (!quote) return undefined;
  const words = section.text.slice(quote.start, quote.end);
  if (!/[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(words)) return undefined;
  // A twin that holds the very quote is a repetition: then there is more than one place from the start.
  if (twin?.words.includes(words)) return undefined;

  const after = copy(before);
  const edited = after.sections.find((one) => one.id === section.id);
  if (!edited) return undefined;
  const aim = { text: after, section: edited, sentence, vocabulary, random };
  if (!aimed(kind, quote, aim)) return undefined;
  surround(aim, random);
  const home = { id: section.id, textHash: textHash(section.text) };
  return {
    kind,
    language: text.language,
    length,
    before,
    home,
    quote,
    selectors: describeRange(section.text, quote.start, quote.end),
    after,
    truth: judge(section, quote, after, kind === 'digits'),
  };
}

function aimed(kind: Kind, quote: Span, aim: edits.Aim): boolean {
  const { random } = aim;
  switch (kind) {
    case 'typo':
      return edits.typo(aim);
    case 'word':
      return edits.word(aim);
    case 'move':
      return edits.move(aim);
    case 'split':
      return edits.split(aim);
    case 'delete':
      return edits.remove(aim);
    case 'look-alike':
      return random.chance(0.6) ? edits.remove(aim) : random.chance(0.5) ? edits.typo(aim) : edits.word(aim);
    case 'rename':
      return edits.rename(aim);
    case 'width':
      return edits.width(aim);
    case 'script':
      return edits.script(aim);
    case 'digits': {
      const numbers = numbersIn(aim.section, quote, aim.text.language);
      return numbers.length > 0 && edits.changeNumber(aim.section, random.pick(numbers), random);
    }
    case 'around': {
      const others = sentencesOf(aim.section, aim.text.language).filter(
        ({ start, end }) => end <= quote.start || start >= quote.end,
      );
      return others.length > 0 && random.pick(edits.noise)({ ...aim, sentence: random.pick(others) });
    }
  }
}

/** Up to three more edits anywhere in the text, as in any revision. */
function surround({ text, vocabulary }: edits.Aim, random: Random): void {
  for (let count = random.below(4); count > 0; count--) {
    const sentences = text.sections.flatMap((section) =>
      sentencesOf(section, text.language).map((sentence) => ({ section, sentence })),
    );
    random.pick(edits.noise)({ text, ...random.pick(sentences), vocabulary, random });
  }
}

function quoteNear(
  section: TrackedSection,
  sentence: Span,
  length: number,
  language: Language,
  random: Random,
): Span | undefined {
  const [least = 4, most = 7] = lengths[length] ?? [];
  const wanted = least + random.below(most - least + 1);
  const byWords = language === 'en' || random.chance(0.6);
  const edges = byWords ? wordEdges(section, language) : undefined;
  const from = Math.max(0, sentence.start - (random.chance(0.2) ? Math.floor(wanted / 2) : 0));
  const starts = (edges ?? range(section.text.length)).filter((at) => at >= from && at < sentence.end - 1);
  if (starts.length === 0) return undefined;
  const start = random.pick(starts);
  const ends = (edges ?? range(section.text.length + 1)).filter(
    (at) => at - start >= least && at - start <= most,
  );
  if (ends.length === 0) return undefined;
  return trim(section.text, { start, end: random.pick(ends) }, least);
}

function quoteOverNumber(
  section: TrackedSection,
  sentence: Span,
  length: number,
  language: Language,
  random: Random,
): Span | undefined {
  const numbers = numbersIn(section, sentence, language);
  if (numbers.length === 0) return undefined;
  const number = random.pick(numbers);
  const [least = 4, most = 7] = lengths[length] ?? [];
  const wanted = least + random.below(most - least + 1);
  const start = Math.max(
    0,
    number.start - random.below(Math.max(1, wanted - (number.end - number.start) + 1)),
  );
  const quote = trim(section.text, { start, end: Math.min(section.text.length, start + wanted) }, least);
  return quote && quote.end >= number.end && quote.start <= number.start ? quote : undefined;
}

function trim(text: string, { start, end }: Span, least: number): Span | undefined {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = from + words.trim().length;
  return to - from >= least ? { start: from, end: to } : undefined;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

/**
 * Puts a look-alike of a sentence elsewhere: the same build, two to four words different, sometimes a number.
 * Answers where the sentence stands now.
 */
function plantTwin(
  text: TrackedText,
  section: TrackedSection,
  sentence: Span,
  vocabulary: readonly string[],
  random: Random,
): { sentence: Span; words: string } | undefined {
  const twin: TrackedSection = {
    id: 'twin',
    text: section.text.slice(sentence.start, sentence.end),
    origins: section.origins.slice(sentence.start, sentence.end),
  };
  let changed = 0;
  for (let count = 2 + random.below(3); count > 0; count--) {
    const all = wordsIn(twin, { start: 0, end: twin.text.length }, text.language);
    if (all.length < 4) break;
    replaceSpan(twin, random.pick(all), random.pick(vocabulary));
    changed++;
  }
  if (changed < 2) return undefined;
  const number = numbersIn(twin, { start: 0, end: twin.text.length }, text.language)[0];
  if (number && random.chance(0.5)) changeNumber(twin, number, random);
  const away = random.chance(0.5) ? section : random.pick(text.sections);
  const places = sentencesOf(away, text.language).filter(
    ({ start, end }) => away !== section || end < sentence.start - 40 || start > sentence.end + 40,
  );
  if (places.length === 0) return undefined;
  const at = random.pick(places).end;
  const blank = text.language === 'en' ? ' ' : '';
  replaceSpan(away, { start: at, end: at }, blank + twin.text);
  const shift = away === section && at <= sentence.start ? twin.text.length + blank.length : 0;
  return { sentence: { start: sentence.start + shift, end: sentence.end + shift }, words: twin.text };
}
function renumber(text: TrackedText): void {
  let origin = 0;
  for (const section of text.sections) section.origins = section.origins.map(() => origin++);
}

/**
 * A passage still exists where enough of it has stayed together: two thirds of a short one, all but twelve
 * characters of a longer one, four fifths of a long one.
 */
function mayLose(count: number): number {
  return Math.min(count / 3, Math.max(12, count / 5));
}

/** Follows the units of a quote through the edits; `renumbered` where a number in it was changed. */
export function judge(section: TrackedSection, quote: Span, after: TrackedText, renumbered: boolean): Truth {
  const first = section.origins[quote.start] ?? 0;
  const count = quote.end - quote.start;
  const isOurs = (origin: number) => origin >= first && origin < first + count;
  let best: { section: string; span: Span; kept: number } | undefined;
  for (const one of after.sections) {
    // A run is broken by a long gap or a step back: then its pieces have gone different ways.
    let run: { start: number; end: number; kept: number; last: number } | undefined;
    one.origins.forEach((origin, at) => {
      if (!isOurs(origin)) return;
      if (run && (at - run.end > Math.max(12, count) || origin < run.last - 1)) run = undefined;
      run = run
        ? { ...run, end: at + 1, kept: run.kept + 1, last: origin }
        : { start: at, end: at + 1, kept: 1, last: origin };
      if (!best || run.kept > best.kept) {
        best = { section: one.id, span: { start: run.start, end: run.end }, kept: run.kept };
      }
    });
  }
  if (!best) return { fate: 'deleted', section: section.id, span: { start: 0, end: 0 } };
  const { kept, ...place } = best;
  if (count - kept > mayLose(count)) return { fate: 'rewritten', ...place };
  return { fate: renumbered ? 'digits' : 'exists', ...place };
}
