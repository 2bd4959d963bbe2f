import type { Language } from '#contract/ids.ts';

/** The words that documents are set with, apart from what the brief itself says. */
export interface BriefTexts {
  readonly program: string;
  readonly kicker: (cases: number, rows: number) => string;
  readonly audience: (name: string) => string;
  readonly date: (day: string) => string;
  readonly findings: (count: number) => string;
  readonly silences: string;
  readonly silence: (row: string, cases: readonly string[]) => string;
  readonly allCases: string;
  readonly casesTable: (count: number) => string;
  readonly columns: {
    readonly case: string;
    readonly type: string;
    readonly place: string;
    readonly period: string;
  };
  readonly pageReferences: string;
  readonly rowsTable: (count: number) => string;
  /** After a table's name on the pages that it goes on to. */
  readonly continued: string;
  readonly groupHead: string;
  /** Names of the sheets of a workbook. */
  readonly sheets: { readonly rows: string; readonly cases: string };
  readonly rowHead: string;
  readonly finding: string;
  readonly noFinding: string;
  readonly noSource: string;
  /** How a source was reached, after its reference. */
  readonly note: (words: string) => string;
  readonly references: string;
  readonly contents: string;
  readonly pictures: string;
  readonly picture: (number: number, title: string) => string;
  /** Over the user's own notes at the end. */
  readonly ownNotes: string;
  /** Over the notes of a page that has no feet. */
  readonly notes: string;
  readonly backToNote: (number: number) => string;
  readonly legend: {
    readonly own: string;
    readonly ownEmphasis: string;
    readonly numbers: string;
    readonly notes: string;
    readonly authorDate: string;
    readonly nothing: string;
    readonly noSource: string;
  };
  /** Between the parts of a legend or of a line of facts. */
  readonly gap: string;
  readonly sentence: (parts: readonly string[]) => string;
  readonly dot: string;
  readonly fileName: (title: string, day: string) => string;
}

const numerals = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const numberWords = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** 三, 11: in words as far as print does it. */
const zhCount = (count: number): string => numerals[count] ?? String(count);
const enCount = (count: number): string => numberWords[count] ?? String(count);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const briefTexts: Readonly<Record<Language, BriefTexts>> = {
  zh: {
    program: '一公里案例库',
    kicker: (cases, rows) => `比较简报 · ${cases}个案例，${rows}项`,
    audience: (name) => `供${name}使用`,
    date: (day) => {
      const [year, month, date] = day.split('-').map(Number);
      return `${year}年${month}月${date}日`;
    },
    findings: (count) => `${count === 2 ? '两' : zhCount(count)}点发现`,
    silences: '资料没有说的',
    silence: (row, cases) => `${row}：${cases.join('、')}`,
    allCases: '所有案例',
    casesTable: (count) => `表1　${zhCount(count)}个案例`,
    columns: { case: '案例', type: '类型', place: '地点', period: '时段' },
    pageReferences: '本页引用',
    rowsTable: (count) => `表2　${count === 2 ? '两' : zhCount(count)}项比较`,
    continued: '（续）',
    groupHead: '组',
    sheets: { rows: '比较', cases: '案例' },
    rowHead: '对比项',
    finding: '发现',
    noFinding: '未写',
    noSource: '［无来源］',
    note: (words) => `（${words}）`,
    references: '参考文献',
    contents: '目录',
    pictures: '图',
    picture: (number, title) => `图${number}　${title}`,
    ownNotes: '附录：整理者的笔记',
    notes: '注释',
    backToNote: (number) => `回到正文注${number}`,
    legend: {
      own: '加底线的字为整理者所写',
      ownEmphasis: '着重的字为整理者所写',
      numbers: '方括号为文献号，见文末',
      notes: '上标为脚注号',
      authorDate: '圆括号为著者与年份，文献见文末',
      nothing: '未说明：读过的资料里没有写。',
      noSource: '［无来源］：整理者所写，没有引用来源。',
    },
    gap: '　',
    sentence: (parts) => `${parts.join('；')}。`,
    dot: ' · ',
    fileName: (title, day) => `${title} ${day}`,
  },
  en: {
    program: 'One Kilometre',
    kicker: (cases, rows) => `Comparison brief · ${cases} cases, ${rows} ${rows === 1 ? 'row' : 'rows'}`,
    audience: (name) => `For ${name}`,
    date: (day) =>
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      ),
    findings: (count) => `${capital(enCount(count))} ${count === 1 ? 'finding' : 'findings'}`,
    silences: 'What the sources do not say',
    silence: (row, cases) => `${row}: ${cases.join('; ')}`,
    allCases: 'all cases',
    casesTable: (count) => `Table 1. The ${enCount(count)} cases`,
    columns: { case: 'Case', type: 'Type', place: 'Place', period: 'Period' },
    pageReferences: 'Sources on this page',
    rowsTable: (count) => `Table 2. ${capital(enCount(count))} ${count === 1 ? 'row' : 'rows'} compared`,
    continued: ' (continued)',
    groupHead: 'Group',
    sheets: { rows: 'Comparison', cases: 'Cases' },
    rowHead: 'Row',
    finding: 'Finding',
    noFinding: 'Not written',
    noSource: '[no source]',
    note: (words) => ` (${words})`,
    references: 'References',
    contents: 'Contents',
    pictures: 'Pictures',
    picture: (number, title) => `Figure ${number}. ${title}`,
    ownNotes: 'Appendix: the compiler’s notes',
    notes: 'Notes',
    backToNote: (number) => `Back to the text at note ${number}`,
    legend: {
      own: 'Underlined words are the compiler’s',
      ownEmphasis: 'Emphasised words are the compiler’s',
      numbers: 'numbers in brackets are sources, listed at the end',
      notes: 'raised numbers are notes',
      authorDate: 'names and years in brackets are sources, listed at the end',
      nothing: 'Not stated: the material read does not say.',
      noSource: '[no source]: written by the compiler, no source cited.',
    },
    gap: '  ',
    sentence: (parts) => `${capital(parts.join('; '))}.`,
    dot: ' · ',
    fileName: (title, day) => `${title} ${day}`,
  },
};
