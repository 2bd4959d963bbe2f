import { chineseProduct, englishProduct, toNumber, unitFactor } from '#contract/figure-units.ts';
import type { Language } from '#contract/ids.ts';

/** A number of a text that counts or measures something. */
export interface CountedNumber {
  /** The words as they stand: `7600万元`, `76 million yuan`. */
  readonly words: string;
  /** UTF-16 offset in the text. */
  readonly start: number;
  /** The number in single units: 76000000 for 7600万. */
  readonly value: number;
}

/**
 * The numbers of a text that count or measure: no years, dates, ordinals, codes (1+1+N), addresses and names
 * (15分钟生活圈), and none that are written out in words.
 */
export function findNumbers(text: string, language: Language): CountedNumber[] {
  return language === 'zh' ? chineseNumbers(text) : englishNumbers(text);
}

// What is counted or measured in Chinese stands before a measure word or a unit; before any other word a
// number is part of a name (209小花园, 厂甸11号院, 1028弄).
const measures =
  '个|名|位|人|户|家|国|支|处|栋|幢|座|套|间|条|项|批|次|场|份|件|张|棵|株|艘|辆|块|片|册|部|类|种|期|轮|届|倍|票|笔|封|页|幅|遍|' +
  '所|组|对|层|级|步|成|居民|家庭|%|％|‰|平|公里|公顷|公斤|千|米|厘|毫|亩|英亩|英里|英尺|吨|元|美元|欧元|英镑|日元|泰铢|卢|' +
  '分钟|小时|天|周(?!岁|年)|年';
const digits = '\\d[\\d,]*(?:\\.\\d+)?';
const times = '[余多来几]?(?:百|千)?[万亿]|[余多来几]?[百千](?!米|瓦|克)';
const chineseNumber = new RegExp(
  // Not behind a letter, a sign or 第; a span (95万至130万元) is two numbers with one unit.
  `(?<![\\d.,+×A-Za-z第〔/·—-])(${digits})(${times})?(?:(?:至|到|—|～|~|或|-)(${digits})(${times})?)?` +
    `[余多来几]?(?:(?=(${measures}))|(?<=[万亿][余多]?))`,
  'g',
);
/** `15分钟社区生活圈`: a name, whatever the minutes are. */
const chineseName = /^\d+分钟[\p{Script=Han}]{0,8}?(?:圈|城市)/u;

function chineseNumbers(text: string): CountedNumber[] {
  return [...text.matchAll(chineseNumber)].flatMap((match): CountedNumber[] => {
    const [span, first = '', firstTimes = '', second, secondTimes = '', unit = ''] = match;
    const after = text.slice(match.index + span.length);
    if (unit === '年' && (/^\d{4}$/.test(second ?? first) || /^年[代度]/.test(after))) return [];
    // The one in “for every dollar” is what is measured against.
    if (first === '1' && second === undefined && /每[^，。；\d]{0,3}$/.test(text.slice(0, match.index)))
      return [];
    if (chineseName.test(text.slice(match.index, match.index + 20))) return [];
    const words = span + unit;
    const one = (number: string, factor: string) => ({
      words,
      start: match.index,
      value: toNumber(number, chineseProduct(factor)),
    });
    if (second === undefined) return [one(first, firstTimes)];
    return [one(first, firstTimes === '' ? secondTimes : firstTimes), one(second, secondTimes)];
  });
}

const months = '(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b';
const englishNumber = /(?<![\w.,+×/–“[-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d+×”])/g;
const isYear = /^(?:1[5-9]|20)\d\d$/;
const day = new RegExp(`^(?:st|nd|rd|th)?(?: of)? ${months}|^(?: and \\d+)+ ${months}`);
const afterMonth = new RegExp(`${months} $`);
// Behind a capital word a number is part of a name (Zone 2, Lane 491), and so it is before one (11 Changdian).
const inName =
  /(?:\b(?:[Nn]umbers?|[Nn]os?\.?|Lane|Zone|Phase|Block|Line|Article)(?: \d+(?:,| and| to| or))*|(?<![.!?”\n] )(?<!^|\n)\b[A-Z]\w*|[\])]) $/;
const nameAfter = /^(?: [A-Z][a-z]| block of\b)|^-minute (?:\S+ ){0,4}?(?:circles?|city|cities)\b/;

function englishNumbers(text: string): CountedNumber[] {
  return [...text.matchAll(englishNumber)].flatMap((match): CountedNumber[] => {
    const number = match[1] ?? '';
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const after = text.slice(match.index + number.length, match.index + number.length + 60);
    if (isYear.test(number) || day.test(after) || afterMonth.test(before)) return [];
    if (inName.test(before) || nameAfter.test(after) || /^(?:[A-Za-z]| [ap]\.m\.)/.test(after)) return [];
    const factor = /^ ?(hundred|thousand|million|billion|trillion)\b/.exec(after);
    const unit = /^(?: per cent|[ -]?[a-z%]+)/.exec(after.slice(factor?.[0].length ?? 0))?.[0] ?? '';
    const words = number + (factor?.[0] ?? '') + unit;
    return [{ words, start: match.index, value: toNumber(number, englishProduct(factor?.[1] ?? '')) }];
  });
}

/** The values of a figure in single units, as texts in either language may say them. */
export function figureValues({
  value,
  unit,
}: {
  readonly value: number | { readonly min: number; readonly max: number };
  readonly unit: { readonly zh: string; readonly en: string };
}): number[] {
  const numbers = typeof value === 'number' ? [value] : [value.min, value.max];
  const factors = new Set([unitFactor(unit.zh, 'zh'), unitFactor(unit.en, 'en')]);
  return numbers.flatMap((number) => [...factors].map((factor) => toNumber(String(number), factor)));
}
