import type { Language } from '#contract/ids.ts';
import type { Answer } from '#contract/transfer.ts';

/** Words of a printed transfer ledger. */
export interface LedgerTexts {
  readonly title: string;
  readonly titleOf: (place: string) => string;
  readonly kicker: (cases: number, conditions: number) => string;
  readonly counts: (counts: Readonly<Record<Answer | 'open', number>>) => string;
  readonly noPlace: string;
  readonly groups: Readonly<Record<Answer | 'open', (count: number) => string>>;
  readonly head: readonly [string, string, string];
  readonly noFill: string;
  readonly colon: string;
  readonly silent: (cases: string) => string;
  readonly reworded: (then: string) => string;
  readonly note: string;
  readonly references: string;
  readonly comma: string;
  readonly from: (title: string) => string;
}

export const ledgerTexts: Readonly<Record<Language, LedgerTexts>> = {
  zh: {
    title: '搬得走吗',
    titleOf: (place) => `搬得走吗：${place}`,
    kicker: (cases, conditions) => `可迁移条件对照 · ${cases}个案例，${conditions}个条件`,
    counts: ({ met, missing, unsure, open }) =>
      `已具备${met}个，缺${missing}个，说不准${unsure}个，还没看${open}个`,
    noPlace: '还没有选本地，中间一列留给你填',
    groups: {
      missing: (count) => `缺的${count}个条件`,
      unsure: (count) => `说不准的${count}个条件`,
      met: (count) => `已具备的${count}个条件`,
      open: (count) => `还没看的${count}个条件`,
    },
    head: ['条件', '本地', '别处怎么做到的'],
    noFill: '库里没有哪个案例写到相近的条件。',
    colon: '：',
    silent: (cases) => `没有来源说明可迁移条件的案例：${cases}。`,
    reworded: (then) => `（作答时的写法是：${then}）`,
    note: '条件是来源写明的，不是全部条件；别处的做法按条件相近挑出，搬用前回原文核对。',
    references: '参考文献',
    comma: '、',
    from: (title) => `（${title}）`,
  },
  en: {
    title: 'Will it move?',
    titleOf: (place) => `Will it move? ${place}`,
    kicker: (cases, conditions) =>
      `Conditions for transfer · ${cases} ${cases === 1 ? 'case' : 'cases'}, ${conditions} ${conditions === 1 ? 'condition' : 'conditions'}`,
    counts: ({ met, missing, unsure, open }) =>
      `${met} met, ${missing} missing, ${unsure} unsure, ${open} not looked at`,
    noPlace: 'No place chosen yet: the middle column is left for you to fill',
    groups: {
      missing: (count) => `Missing: ${count}`,
      unsure: (count) => `Unsure: ${count}`,
      met: (count) => `Met: ${count}`,
      open: (count) => `Not looked at: ${count}`,
    },
    head: ['Condition', 'Here', 'How others met it'],
    noFill: 'No case in the library speaks of a like condition.',
    colon: ': ',
    silent: (cases) => `Cases in which no source states a condition: ${cases}.`,
    reworded: (then) => ` (answered when it read: ${then})`,
    note: 'These are the conditions that sources state, not all there are. How others met the like is picked by likeness: check the case before you rely on it.',
    references: 'References',
    comma: ', ',
    from: (title) => ` (${title})`,
  },
};
