import type { Language } from '#contract/ids.ts';
import type { PeriodId, SilenceId } from './library-report.ts';

/** Words of the library report; where a word of a controlled list is needed, the vocabulary has it. */
export interface ReportTexts {
  readonly title: string;
  readonly generated: string;
  readonly totals: string;
  readonly evidence: string;
  readonly kinds: string;
  readonly crossings: Readonly<
    Record<'type-dimensions' | 'type-level' | 'type-period' | 'level-dimensions' | 'type-lifecycle', string>
  >;
  readonly rows: Readonly<Record<'type' | 'level', string>>;
  readonly several: string;
  readonly periods: Readonly<Record<PeriodId, string>>;
  readonly silence: string;
  readonly silenceNote: string;
  readonly field: string;
  readonly cases: string;
  readonly which: string;
  readonly all: string;
  readonly none: string;
  readonly emptyCells: string;
  readonly noEmptyCells: string;
  readonly silences: Readonly<Record<SilenceId, string>>;
  readonly list: string;
  readonly columns: readonly string[];
  readonly seed: string;
}

const zh: ReportTexts = {
  title: '案例库报告',
  generated: '这份报告由 `okm report` 从案例文件算出，不用手写。',
  totals:
    '全库{cases}个案例，其中{inSeed}个在起点文章里点了名，{both}个有中英两种文本。数字{figures}条，来源{sources}条，互相独立的{independent}个。',
  evidence: '正文{total}句，陈述事实的{factual}句，有来源的占{share}。',
  kinds: '来源按谁说的分：{kinds}。',
  crossings: {
    'type-dimensions': '类型与创新维度',
    'type-level': '类型与层级',
    'type-period': '类型与开始的年份',
    'level-dimensions': '层级与创新维度',
    'type-lifecycle': '类型与专业服务到达的阶段',
  },
  rows: { type: '类型', level: '层级' },
  several: '一个案例可以占好几列，所以横着加起来会多于案例数。',
  periods: {
    'before-1990': '1990年以前',
    1990: '1990–1999',
    2000: '2000–2009',
    2010: '2010–2014',
    2015: '2015–2019',
    2020: '2020年以后',
    'not-stated': '未说明',
  },
  silence: '库里没有说的',
  silenceNote: '没有说，是读到的来源没有写，不等于世上没有。去补材料时可以从这里开始。',
  field: '缺什么',
  cases: '案例数',
  which: '哪些',
  all: '合计',
  none: '没有',
  emptyCells: '没有案例的格子：{cells}。',
  noEmptyCells: '每一格都有案例。',
  silences: {
    start: '何时开始',
    funding: '钱从哪里来',
    participation: '参与到哪一级',
    tools: '用了什么工具',
    role: '专业人员能否独立提出异议',
    capability: '能力怎样培养',
    sustainability: '能否持续',
    operate: '没有写到运营阶段',
    maintain: '没有写到维护阶段',
    transfer: '来源没有说别处要有什么条件',
    figures: '一个数字也没有',
    'independent-voice': '只有官方和主办方自己的说法',
  },
  list: '逐个案例',
  columns: ['案例', '类型', '层级', '句', '有来源', '来源', '独立', '最新', '数字'],
  seed: '●为起点文章点名的案例。',
};

const en: ReportTexts = {
  title: 'Library report',
  generated: 'Computed from the case files by `okm report`; nothing here is written by hand.',
  totals:
    '{cases} cases, {inSeed} of them named in the article that the library starts from, {both} in both languages; {figures} figures and {sources} sources, {independent} of them independent of one another.',
  evidence:
    '{total} sentences in the main texts, {factual} of which state facts; {share} of these cite a source.',
  kinds: 'Sources by who speaks: {kinds}.',
  crossings: {
    'type-dimensions': 'Type by innovation dimension',
    'type-level': 'Type by level',
    'type-period': 'Type by year of start',
    'level-dimensions': 'Level by innovation dimension',
    'type-lifecycle': 'Type by the stages that the professional service reaches',
  },
  rows: { type: 'Type', level: 'Level' },
  several: 'A case may stand in several columns, so a row can add up to more than its cases.',
  periods: {
    'before-1990': 'before 1990',
    1990: '1990–1999',
    2000: '2000–2009',
    2010: '2010–2014',
    2015: '2015–2019',
    2020: '2020 and later',
    'not-stated': 'not stated',
  },
  silence: 'What the library does not say',
  silenceNote:
    'Unsaid means that the sources read do not say it, not that it did not happen. Whoever looks for more material can begin here.',
  field: 'What is missing',
  cases: 'Cases',
  which: 'Which',
  all: 'All',
  none: 'none',
  emptyCells: 'Cells without a case: {cells}.',
  noEmptyCells: 'Every cell has a case.',
  silences: {
    start: 'when it began',
    funding: 'where the money came from',
    participation: 'how far participation went',
    tools: 'which tools were used',
    role: 'whether professionals may object on record',
    capability: 'how capability is built',
    sustainability: 'whether it can last',
    operate: 'nothing on the stage of running',
    maintain: 'nothing on the stage of upkeep',
    transfer: 'no source states a condition for elsewhere',
    figures: 'no figure at all',
    'independent-voice': 'only officials and the promoter speak',
  },
  list: 'Case by case',
  columns: ['Case', 'Type', 'Level', 'Sentences', 'Cited', 'Sources', 'Independent', 'Newest', 'Figures'],
  seed: '● marks a case that the article names.',
};

/** The words of the report in each language. */
export const reportTexts: Readonly<Record<Language, ReportTexts>> = { zh, en };
