import { Converter as toTraditionalConverter } from 'opencc-js/cn2t';
import type { Random } from './random.ts';
import {
  mapUnits,
  replaceSpan,
  type Span,
  sentencesOf,
  type TrackedSection,
  type TrackedText,
} from './tracked-text.ts';
import { numbersIn, wordsIn } from './words.ts';

/** What an edit is aimed at: a sentence of a section, and the words that may take the place of others. */
export interface Aim {
  readonly text: TrackedText;
  readonly section: TrackedSection;
  readonly sentence: Span;
  readonly vocabulary: readonly string[];
  readonly random: Random;
}

/** Carries itself out; false where the text gives no occasion. */
export type Edit = (aim: Aim) => boolean;

const letter = /[\p{L}]/u;
const traditional = toTraditionalConverter({ from: 'cn', to: 't' });

/** One letter mistyped, dropped or swapped with its neighbour. */
export const typo: Edit = ({ section, sentence, text, vocabulary, random }) => {
  const places = spots(sentence).filter((at) => letter.test(section.text[at] ?? ''));
  if (places.length === 0) return false;
  const at = random.pick(places);
  const here = section.text[at] ?? '';
  if (text.language === 'en' && random.chance(0.4)) {
    const next = section.text[at + 1] ?? '';
    if (!letter.test(next) || next === here) return false;
    replaceSpan(section, { start: at, end: at + 2 }, next + here, [
      section.origins[at + 1] ?? -1,
      section.origins[at] ?? -1,
    ]);
    return true;
  }
  if (random.chance(0.25)) {
    replaceSpan(section, { start: at, end: at + 1 }, '');
    return true;
  }
  const word = random.pick(vocabulary);
  const other = word[random.below(word.length)] ?? '';
  if (other === here || isNumeral(other) || isNumeral(here)) return false;
  replaceSpan(section, { start: at, end: at + 1 }, other);
  return true;
};

/** A word gives way to another. */
export const word: Edit = ({ section, sentence, text, vocabulary, random }) => {
  const words = wordsIn(section, sentence, text.language);
  if (words.length === 0) return false;
  const span = random.pick(words);
  const other = random.pick(vocabulary);
  if (other === section.text.slice(span.start, span.end)) return false;
  replaceSpan(section, span, other);
  return true;
};

/** The sentence goes to another place of its section, or to another section. */
export const move: Edit = ({ section, sentence, text, random }) => {
  const words = section.text.slice(sentence.start, sentence.end);
  const origins = section.origins.slice(sentence.start, sentence.end);
  const away = random.chance(0.3) ? random.pick(text.sections) : section;
  replaceSpan(section, sentence, '');
  const others = sentencesOf(away, text.language).filter(
    ({ end }) => away !== section || end !== sentence.start,
  );
  if (others.length < 2) return false;
  const at = random.pick(others).end;
  const blank = text.language === 'en' ? ' ' : '';
  replaceSpan(away, { start: at, end: at }, blank + words, [...(blank ? [-1] : []), ...origins]);
  return true;
};

const links = {
  zh: ['同时，', '此后，', '另外，', '在这一阶段，', '据报道，'],
  en: ['At the same time, ', 'Later, ', 'In addition, ', 'At this stage, ', 'Reportedly, '],
};

/** The sentence becomes two, sometimes two paragraphs. */
export const split: Edit = ({ section, sentence, text, random }) => {
  const commas = spots(sentence).filter((at) => /[，；,;]/.test(section.text[at] ?? ''));
  if (commas.length === 0) return false;
  const at = random.pick(commas);
  const stop = text.language === 'zh' ? '。' : '.';
  const gap = random.chance(0.3) ? '\n' : '';
  const link = random.chance(0.5) ? random.pick(links[text.language]) : '';
  replaceSpan(section, { start: at, end: at + 1 }, stop + gap + link);
  return true;
};

/** The sentence is taken out. */
export const remove: Edit = ({ section, sentence }) => {
  replaceSpan(section, sentence, '');
  return true;
};

/** One number of the sentence becomes another. */
export const digits: Edit = ({ section, sentence, text, random }) => {
  const found = numbersIn(section, sentence, text.language);
  if (found.length === 0) return false;
  const span = random.pick(found);
  return changeNumber(section, span, random);
};

const inWords = ['二', '三', '四', '五', '六', '七', '八', '九'];
const inEnglish = [
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'twelve',
  'twenty',
];

/** Changes one number; the units that changed lose their origin. */
export function changeNumber(section: TrackedSection, span: Span, random: Random): boolean {
  const number = section.text.slice(span.start, span.end);
  if (/[a-z]/i.test(number)) {
    const other = random.pick(inEnglish.filter((one) => one !== number.toLowerCase()));
    replaceSpan(section, span, other);
    return true;
  }
  const places = spots(span).filter((at) => /[\d一二两三四五六七八九]/.test(section.text[at] ?? ''));
  if (places.length === 0) return false;
  const at = random.pick(places);
  const old = section.text[at] ?? '';
  const list = /\d/.test(old) ? [...'123456789'] : inWords;
  replaceSpan(section, { start: at, end: at + 1 }, random.pick(list.filter((one) => one !== old)));
  return true;
}

/** The section gets another name. */
export const rename: Edit = ({ section }) => {
  section.id = `renamed-${section.id}`;
  return true;
};

const halves: readonly (readonly [string, string])[] = [
  ['，', ','],
  ['。', '.'],
  ['；', ';'],
  ['：', ':'],
  ['？', '?'],
  ['！', '!'],
  ['（', '('],
  ['）', ')'],
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['、', ','],
]; // prettier-ignore
const toHalf = new Map(halves);
const toFull = new Map(
  halves.filter(([full]) => !/[“”‘’、。]/.test(full)).map(([full, half]) => [half, full]),
);

/** Punctuation, in Chinese also digits and Latin letters, between full and half width, the whole text over. */
export const width: Edit = ({ text, random }) => {
  const blank = random.chance(0.5) ? ' ' : '';
  const full = random.chance(text.language === 'zh' ? 0.3 : 0.5);
  for (const section of text.sections) {
    mapUnits(section, (unit) => {
      if (full) {
        const latin = /[0-9A-Za-z]/.test(unit) && text.language === 'zh';
        return latin ? String.fromCharCode(unit.charCodeAt(0) + 0xfee0) : (toFull.get(unit) ?? unit);
      }
      const half = toHalf.get(unit);
      return half === undefined
        ? unit
        : half + (/[,.;:?!]/.test(half) && text.language === 'zh' ? blank : '');
    });
  }
  return true;
};

/** Simplified to Traditional, the whole text over. */
export const script: Edit = ({ text }) => {
  if (text.language !== 'zh') return false;
  for (const section of text.sections) {
    const into = traditional(section.text);
    if (into.length !== section.text.length) return false;
    section.text = into;
  }
  return true;
};

/** A sentence of the vocabulary's words is put in before this one. */
export const insert: Edit = ({ section, sentence, text, vocabulary, random }) => {
  const count = 4 + random.below(10);
  const words = Array.from({ length: count }, () => random.pick(vocabulary));
  const made = text.language === 'zh' ? `${words.join('')}。` : `${words.join(' ')}. `;
  replaceSpan(section, { start: sentence.start, end: sentence.start }, made);
  return true;
};

/** Small edits that go on around a note. */
export const noise: readonly Edit[] = [typo, word, insert, remove, move, split];

function spots({ start, end }: Span): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

function isNumeral(character: string): boolean {
  return /[\d〇零一二两三四五六七八九十百千万亿半]/.test(character);
}
