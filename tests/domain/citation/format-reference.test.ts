import { describe, expect, it } from 'vitest';
import { CslItem } from '#contract/case.ts';
import { formatReference, referenceText } from '#domain/citation/format-reference.ts';

const item = (fields: object): CslItem =>
  CslItem.parse({ id: 'S1', language: 'zh-CN', custom: { kind: 'scholarly' }, ...fields });
const literals = (...names: string[]) => names.map((literal) => ({ literal }));

const journal = item({
  type: 'article-journal',
  title: '题名',
  author: literals('袁媛', '刘懿莹', '蒋珊红', '何灏宇'),
  'container-title': '规划师',
  issued: 2018,
  volume: 34,
  issue: 2,
  page: '11-17',
});
const latin = item({
  type: 'article-journal',
  language: 'en',
  title: 'Title',
  author: [
    { family: 'Zhu', given: 'X' },
    { family: 'Song', given: 'J' },
    { family: 'Gao', given: 'L' },
    { family: 'Li', given: 'M' },
  ],
  'container-title': 'Cities',
  issued: 2022,
  volume: 12,
  issue: 3,
  page: '1-9',
});
const online = { URL: 'https://example.org/a', accessed: '2026-11-24' };
const journalOnline = item({ ...journal, ...online, DOI: '10.1000/x', author: literals('袁媛') });
const page = item({
  type: 'webpage',
  title: '题名',
  author: literals('机构'),
  issued: '2019-05-10',
  ...online,
});
const newspaper = item({
  type: 'article-newspaper',
  title: '题名',
  author: literals('张三'),
  'container-title': '北京日报',
  issued: '2021-03-02',
  page: 5,
});
const report = item({
  type: 'report',
  language: 'en',
  title: 'Title',
  author: [
    { family: 'Fung', given: 'Archon' },
    { family: 'Warren', given: 'Mark' },
  ],
  publisher: 'UBC',
  'publisher-place': 'Vancouver',
  issued: 2011,
});
const book = item({
  type: 'book',
  title: '书名',
  author: literals('张三', '李四'),
  edition: 2,
  'publisher-place': '北京',
  publisher: '出版社',
  issued: 2020,
});
const chapter = item({
  type: 'chapter',
  title: '篇名',
  author: literals('张三'),
  editor: literals('王五'),
  'container-title': '书名',
  'publisher-place': '北京',
  publisher: '出版社',
  issued: 2020,
  page: '10-20',
});
const thesis = item({
  type: 'thesis',
  title: '题名',
  author: literals('张三'),
  'publisher-place': '北京',
  publisher: '清华大学',
  issued: 2019,
});
const standard = item({
  type: 'standard',
  title: '名称',
  number: 'GB/T 7714—2025',
  'publisher-place': '北京',
  publisher: '出版社',
  issued: 2025,
});
const law = item({ type: 'legislation', title: '名称', issued: '2019-04-23', ...online });

describe('GB/T 7714—2025', () => {
  it.each([
    ['journal', journal, '袁媛，刘懿莹，蒋珊红，等. 题名[J]. 规划师，2018，34（2）：11-17.'],
    ['Latin journal', latin, 'Zhu X，Song J，Gao L，et al. Title[J]. Cities，2022，12（3）：1-9.'],
    ['web page', page, '机构. 题名[EB/OL]. （2019-05-10）[2026-11-24]. https://example.org/a.'],
    ['newspaper', newspaper, '张三. 题名[N]. 北京日报，2021-03-02（5）.'],
    ['report', report, 'Fung A，Warren M. Title[R]. Vancouver：UBC，2011.'],
    [
      'journal online, no day of access',
      journalOnline,
      '袁媛. 题名[J/OL]. 规划师，2018，34（2）：11-17. https://example.org/a. DOI:10.1000/x.',
    ],
    ['book', book, '张三，李四. 书名[M]. 2 版. 北京：出版社，2020.'],
    ['chapter', chapter, '张三. 篇名[M]//王五. 书名. 北京：出版社，2020：10-20.'],
    ['thesis', thesis, '张三. 题名[D]. 北京：清华大学，2019.'],
    ['standard', standard, 'GB/T 7714—2025 名称[S].'],
    ['law', law, '名称[EB/OL]. （2019-04-23）[2026-11-24]. https://example.org/a.'],
  ])('writes a %s', (_, given, line) => {
    expect(referenceText(given, 'gb-2025')).toBe(line);
  });

  it('writes a given name in pinyin out, and keeps the hyphen of others', () => {
    const mixed = item({
      ...latin,
      author: [
        { family: 'Lu', given: 'Jinghui' },
        { family: 'Nancy', given: 'Jean-Luc' },
        { family: 'Lin', given: 'Peter' },
      ],
    });
    expect(referenceText(mixed, 'gb-2025')).toMatch(/^Lu Jinghui，Nancy J-L，Lin P\. /);
    expect(referenceText(mixed, 'gb-2015')).toMatch(/^LU J H, NANCY J L, LIN P\. /);
  });

  it('leaves no gap where a source has no author, no date and no pages', () => {
    const bare = item({
      type: 'article-journal',
      title: '题名',
      custom: { kind: 'scholarly', undated: true },
    });
    expect(referenceText(bare, 'gb-2025')).toBe('题名[J].');
    const repost = item({ type: 'webpage', title: '题名', custom: { kind: 'press', undated: true } });
    expect(referenceText(repost, 'gb-2025')).toBe('题名[EB/OL].');
    const issue = item({ ...journal, volume: undefined, page: undefined, author: undefined });
    expect(referenceText(issue, 'gb-2025')).toBe('题名[J]. 规划师，2018（2）.');
  });

  it('names the site of a page only when the author does not say it', () => {
    const site = item({ ...page, 'container-title': '机构案例库' });
    expect(referenceText(site, 'gb-2025')).toBe(referenceText(page, 'gb-2025'));
    const other = item({ ...page, author: undefined, 'container-title': '澎湃新闻' });
    expect(referenceText(other, 'gb-2025')).toContain('题名[EB/OL]//澎湃新闻. （2019-05-10）');
  });
});

describe('GB/T 7714—2015', () => {
  it.each([
    ['journal', journal, '袁媛, 刘懿莹, 蒋珊红, 等. 题名[J]. 规划师, 2018, 34(2): 11-17.'],
    ['Latin journal', latin, 'ZHU X, SONG J, GAO L, et al. Title[J]. Cities, 2022, 12(3): 1-9.'],
    ['web page', page, '机构. 题名[EB/OL]. (2019-05-10)[2026-11-24]. https://example.org/a.'],
    ['newspaper', newspaper, '张三. 题名[N]. 北京日报, 2021-03-02(5).'],
    ['report', report, 'FUNG A, WARREN M. Title[R]. Vancouver: UBC, 2011.'],
    [
      'journal online, with its day of access',
      journalOnline,
      '袁媛. 题名[J/OL]. 规划师, 2018, 34(2): 11-17[2026-11-24]. https://example.org/a. DOI:10.1000/x.',
    ],
    ['book', book, '张三, 李四. 书名[M]. 2 版. 北京: 出版社, 2020.'],
    ['chapter', chapter, '张三. 篇名[M]//王五. 书名. 北京: 出版社, 2020: 10-20.'],
    ['thesis', thesis, '张三. 题名[D]. 北京: 清华大学, 2019.'],
    ['standard', standard, '名称: GB/T 7714—2025[S]. 北京: 出版社, 2025.'],
    ['law', law, '名称[A/OL]. (2019-04-23)[2026-11-24]. https://example.org/a.'],
  ])('writes a %s', (_, given, line) => {
    expect(referenceText(given, 'gb-2015')).toBe(line);
  });
});

describe('APA 7', () => {
  it.each([
    ['journal', latin, 'Zhu, X., Song, J., Gao, L., & Li, M. (2022). Title. Cities, 12(3), 1–9.'],
    ['Chinese journal', journal, '袁媛, 刘懿莹, 蒋珊红, 何灏宇. (2018). 题名. 规划师, 34(2), 11–17.'],
    ['report', report, 'Fung, A., & Warren, M. (2011). Title. UBC.'],
    ['web page', page, '机构. (2019年5月10日). 题名. https://example.org/a'],
    ['newspaper', newspaper, '张三. (2021年3月2日). 题名. 北京日报, 5.'],
    ['chapter', chapter, '张三. (2020). 篇名. 载于王五 (编), 书名 (pp. 10–20). 出版社.'],
    ['law without an author', law, '名称. (2019). https://example.org/a'],
  ])('writes a %s', (_, given, line) => {
    expect(referenceText(given, 'apa-7')).toBe(line);
  });

  it('slants the journal and its volume, and never Chinese', () => {
    const slanted = (given: CslItem) =>
      formatReference(given, 'apa-7')
        .filter((run) => run.italic)
        .map((run) => run.text);
    expect(slanted(latin)).toEqual(['Cities', '12']);
    expect(slanted(item({ ...journal, volume: undefined }))).toEqual([]);
  });
});

describe('Chicago author-date', () => {
  it.each([
    ['journal', latin, 'Zhu, X, J Song, L Gao, and M Li. 2022. “Title.” Cities 12 (3): 1–9.'],
    ['Chinese journal', journal, '袁媛, 刘懿莹, 蒋珊红, 何灏宇. 2018. “题名.” 规划师 34 (2): 11–17.'],
    ['report', report, 'Fung, Archon, and Mark Warren. 2011. Title. Vancouver: UBC.'],
    ['web page', page, '机构. 2019. “题名.” 5月10日. https://example.org/a.'],
    ['newspaper', newspaper, '张三. 2021. “题名.” 北京日报, 3月2日, 5.'],
    ['chapter', chapter, '张三. 2020. “篇名.” 载于书名, 王五编, 10–20. 北京: 出版社.'],
  ])('writes a %s', (_, given, line) => {
    expect(referenceText(given, 'chicago-author-date')).toBe(line);
  });

  it('says when an undated page was seen', () => {
    const undated = item({ type: 'webpage', language: 'en', title: 'Title', ...online });
    expect(referenceText(undated, 'chicago-author-date')).toBe(
      '“Title.” n.d. Accessed November 24, 2026. https://example.org/a.',
    );
  });
});
