import type { Language } from '#contract/ids.ts';

/** Words of the exercise "which figure would you cite, and why". */
export interface CitingTexts {
  readonly title: (name: string) => string;
  readonly kicker: (count: number) => string;
  readonly facts: string;
  readonly none: string;
  readonly head: readonly [string, string, string, string];
  readonly prompt: string;
  readonly references: string;
  readonly comma: string;
  readonly voice: (kind: string, cite: string) => string;
  readonly guide: string;
  readonly guidance: {
    readonly counts: string;
    readonly years: string;
    readonly noYear: string;
    readonly sameSources: string;
    readonly independent: (voices: string) => string;
    readonly promoterOnly: string;
    readonly cite: string;
  };
}

export const citingTexts: Readonly<Record<Language, CitingTexts>> = {
  zh: {
    title: (name) => `你会引哪一个数：${name}`,
    kicker: (count) => `练习 · ${count}个有几种说法的数`,
    facts: '先看各自数的是什么、哪一年、谁说的，再决定引哪一个；也可以两个都引。',
    none: '这个案例没有一个数有几种说法。',
    head: ['数', '数的是什么', '哪一年', '谁说的'],
    prompt: '你会引哪一个，为什么？写成一句能放进简报的话。',
    references: '来源',
    comma: '、',
    voice: (kind, cite) => `${kind} ${cite}`,
    guide: '讲评：',
    guidance: {
      counts: '几个数数的不是同一样东西，引用时把数的是什么写进句子。',
      years: '几个数是不同年份的，先分清是事情变了还是说法不同，引用时带上年份。',
      noYear: '有的数没有说是哪一年，引用时要写明“未注明年份”。',
      sameSources: '这几个数出自同样的来源，回原文看上下文。',
      independent: (voices) => `不是主办方自己说的有：${voices}；同样的数，先引这些。`,
      promoterOnly: '说话的只有官方和主办方，引用时写明是谁的说法。',
      cite: '拿不准就两个都写，各带来源。',
    },
  },
  en: {
    title: (name) => `Which figure would you cite? ${name}`,
    kicker: (count) => `Exercise · ${count} ${count === 1 ? 'number' : 'numbers'} told more than once`,
    facts: 'First see what each counts, as of when, and who says so; then choose one, or cite both.',
    none: 'No number of this case is told more than once.',
    head: ['Number', 'What it counts', 'As of', 'Who says so'],
    prompt: 'Which would you cite, and why? Write it as one sentence for a brief.',
    references: 'Sources',
    comma: ', ',
    voice: (kind, cite) => `${kind} ${cite}`,
    guide: 'For discussion: ',
    guidance: {
      counts: 'These do not count the same thing: say in the sentence what is counted. ',
      years:
        'These are of different years: tell apart what changed from what is told otherwise, and give the year. ',
      noYear: 'Some give no year: say "undated" when you cite them. ',
      sameSources: 'These come from the same sources: go back to the text around them. ',
      independent: (voices) => `Not the promoter’s own word: ${voices}; cite these first. `,
      promoterOnly: 'Only officials and the promoter speak: say whose word it is. ',
      cite: 'In doubt, give both, each with its source.',
    },
  },
};
