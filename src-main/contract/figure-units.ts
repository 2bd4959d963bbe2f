import type { Figure } from './case.ts';
import type { Language } from './ids.ts';

const chineseTimes: Readonly<Record<string, number>> = { 十: 10, 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 };
const englishTimes: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
/** 千米, 百分点 and the like are units of their own. */
const chineseFactor = /^(?:[余多])?((?:十|百|千)?[万亿]|[百千](?!米|瓦|克|分|卡))/;
const englishFactor = /^(\d{1,3}(?:,\d{3})*)?\s*(hundred|thousand|million|billion|trillion)?\b/;

/** What the unit of a figure multiplies its value by: 10,000 for 万元 and for `10,000 yuan`. */
export function unitFactor(unit: string, language: Language): number {
  if (language === 'zh') return chineseProduct(chineseFactor.exec(unit)?.[1] ?? '');
  const [, number = '1', word = ''] = englishFactor.exec(unit) ?? [];
  return toNumber(number, englishTimes[word] ?? 1);
}

/** The product of Chinese multipliers: 10,000,000 for 千万, 1 for none. */
export function chineseProduct(words: string): number {
  return [...words].reduce((product, char) => product * (chineseTimes[char] ?? 1), 1);
}

/** What an English multiplier stands for, 1 for none. */
export function englishProduct(word: string): number {
  return englishTimes[word] ?? 1;
}

/** The unit without its multiplier and without words of more or less: 元 for 万余元, `people` for `10,000 people`. */
export function baseUnit(unit: string, language: Language): string {
  const base = language === 'zh' ? unit.replace(chineseFactor, '') : unit.replace(englishFactor, '');
  const plain =
    language === 'zh'
      ? base.replace(/^[余多]|以上$/g, '')
      : base.replace(/^(?:and|or) more\s*|\s*(?:and|or) more$/g, '');
  return plain.trim();
}

/** Rounded to twelve digits, so that 4.69 times 10,000 is 46,900. */
export function toNumber(number: string, factor: number): number {
  return Number((Number(number.replaceAll(',', '')) * factor).toPrecision(12));
}

/** The value of a figure in single units, lowest and highest; the two are one where it is no range. */
export function figureRange({ value, unit }: Pick<Figure, 'value' | 'unit'>): { min: number; max: number } {
  const factor = unitFactor(unit.zh, 'zh');
  const one = (number: number) => toNumber(String(number), factor);
  return typeof value === 'number'
    ? { min: one(value), max: one(value) }
    : { min: one(value.min), max: one(value.max) };
}

/** A figure as a language writes it: 7600万元, `76 million yuan`. */
export function figureText({ value, unit }: Pick<Figure, 'value' | 'unit'>, language: Language): string {
  if (language === 'zh') return `${spanOf(value, (number) => group(number))}${unit.zh}`;
  const factor = unitFactor(unit.en, 'en');
  const words = spanOf(value, (number) => englishNumber(toNumber(String(number), factor)));
  const base = factor === 1 ? unit.en : unit.en.replace(englishFactor, '').trim();
  return base.startsWith('%') ? `${words}${base}` : `${words} ${base}`.trim();
}

function spanOf(value: Figure['value'], write: (number: number) => string): string {
  return typeof value === 'number' ? write(value) : `${write(value.min)}–${write(value.max)}`;
}

// Made once: making one takes a hundred times as long as writing a number with it.
const formats = {
  // Chinese text groups no digits of four or fewer.
  zh: new Intl.NumberFormat('zh-CN', { useGrouping: 'min2', maximumFractionDigits: 12 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 12 }),
};

function group(number: number): string {
  return formats.zh.format(number);
}

/** Millions and billions in words where that loses no digit. */
function englishNumber(number: number): string {
  const plain = formats.en;
  for (const [word, size] of [['billion', 1e9] as const, ['million', 1e6] as const]) {
    const share = toNumber(String(number), 1 / size);
    if (number >= size && Number.isInteger(toNumber(String(share), 100)))
      return `${plain.format(share)} ${word}`;
  }
  return plain.format(number);
}
