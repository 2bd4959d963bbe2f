import type { PartialDate } from '#contract/case.ts';
import type { Language } from '#contract/ids.ts';

/** The words that composed cells are made with. A list of places or stages is joined by `and`. */
export interface Words {
  readonly comma: string;
  readonly and: (items: readonly string[]) => string;
  readonly colon: string;
  readonly position: (type: string, level: string) => string;
  readonly place: (place: string, level: string) => string;
  readonly since: (year: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly startUnknown: string;
  readonly sentence: (text: string) => string;
  readonly actor: (name: string, does: string) => string;
  readonly stageRung: (stage: string, rung: string) => string;
  readonly covers: (covered: readonly string[], missing: readonly string[]) => string;
  readonly used: (tools: string) => string;
  readonly paidBy: (kind: string) => string;
  readonly challenges: (items: readonly string[]) => string;
  readonly promoterOnly: string;
  readonly sources: (total: number, kinds: readonly (readonly [string, number])[]) => string;
  readonly cited: (percent: number) => string;
  readonly newest: (year: number) => string;
}

/** 社区/村 → 社区（村）级 */
const atLevel = (level: string): string => `${level.replace(/\/(.+)$/, '（$1）')}级`;

const englishList = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

const chineseList = (items: readonly string[]): string => items.join('、');

export const words: Readonly<Record<Language, Words>> = {
  zh: {
    comma: '，',
    and: chineseList,
    colon: '：',
    position: (type, level) => `${type}，${atLevel(level)}`,
    place: (place, level) => `${place}，${atLevel(level)}`,
    since: (year) => `${year}年起`,
    between: (from, to) => `${from}—${to}年`,
    startUnknown: '起始未说明',
    sentence: (text) => `${text}。`,
    actor: (name, does) => `${name}：${does}`,
    stageRung: (stage, rung) => `${stage}：${rung}`,
    covers: (covered, missing) =>
      missing.length === 0
        ? `${chineseList(covered)}五段都有`
        : `服务到${chineseList(covered)}；${chineseList(missing)}未见`,
    used: (tools) => `用了${tools}`,
    paidBy: (kind) => (/(?:出资|援助|资金)$/.test(kind) ? kind : `${kind}出资`),
    challenges: (items) => `（${chineseList(items)}）`,
    promoterOnly: '（仅主办方自述）',
    sources: (total, kinds) =>
      `${total}个来源：${kinds.map(([kind, count]) => `${kind}${count}`).join('、')}`,
    cited: (percent) => `${percent}%的陈述句有引用`,
    newest: (year) => `最新的出自${year}年`,
  },
  en: {
    comma: ', ',
    and: englishList,
    colon: ': ',
    position: (type, level) => `${type}, ${level} level`,
    place: (place, level) => `${place}, ${level} level`,
    since: (year) => `Since ${year}`,
    between: (from, to) => `${from}–${to}`,
    startUnknown: 'Start not stated',
    sentence: (text) => `${text}.`,
    actor: (name, does) => `${name} ${does.charAt(0).toLowerCase()}${does.slice(1)}`,
    stageRung: (stage, rung) => `${stage}: ${rung}`,
    covers: (covered, missing) =>
      missing.length === 0
        ? `All five stages: ${englishList(covered)}`
        : `Covers ${englishList(covered)}; ${englishList(missing)} not seen`,
    used: (tools) => `Used ${tools}`,
    paidBy: (kind) => `Paid for by: ${kind}`,
    challenges: (items) => `(${englishList(items)})`,
    promoterOnly: '(by the promoter’s own account only)',
    sources: (total, kinds) =>
      `${total} ${total === 1 ? 'source' : 'sources'}: ${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')}`,
    cited: (percent) => `${percent} per cent of statements cited`,
    newest: (year) => `newest from ${year}`,
  },
};

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date as it stands in running text, as precise as it is known. */
export function dateWords(date: PartialDate, language: Language): string {
  const [year = '', month, day] = String(date).split('-');
  if (language === 'zh') {
    return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
  }
  const name = month === undefined ? '' : `${monthNames[Number(month) - 1] ?? ''} `;
  return `${day === undefined ? '' : `${Number(day)} `}${name}${year}`;
}
