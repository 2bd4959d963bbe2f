import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeShingles } from '#domain/check/shingles.ts';
import { checkCases } from '#services/library/check.ts';

const main = 'project/beijing-jinsong-model.md';
const english = 'project/beijing-jinsong-model.en.md';
const second = 'community-engagement/beijing-qinghe-community-planners.md';
const files = [main, english, second, second.replace('.md', '.en.md')];
const originals = new Map(
  await Promise.all(files.map(async (file) => [file, await readFile(`cases/${file}`, 'utf8')] as const)),
);
const originalOf = (file: string) => originals.get(file) ?? '';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-rules-'));
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(`cases/${file}`, join(folder, file));
  }
  await cp('cases/glossary.yaml', join(folder, 'glossary.yaml'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
const inSummary = (words: string) => (text: string) =>
  text.replace(/(## (?:摘要|Summary)\n\n)/, `$1${words}`);

const copied = '某街道把三处闲置的配电房改成了居民可以晾被子也可以下棋的小院子';
const copiedEnglish = 'three disused substations were turned into yards for drying quilts and for chess';

interface Broken {
  readonly name: string;
  readonly rule: string;
  readonly file?: string;
  readonly change: (text: string) => string;
  /** Words whose line the problem must name. */
  readonly at: string;
  readonly zh: RegExp;
  readonly en: RegExp;
}

const broken: Broken[] = [
  {
    name: 'a factual sentence without a source',
    rule: 'citation-missing',
    change: inSummary('街道后来又请来一支队伍。'),
    at: '街道后来又请来',
    zh: /没有来源：街道后来又请来一支队伍。/,
    en: /cites no source/,
  },
  {
    name: 'a text with too few sources',
    rule: 'citation-coverage',
    change: (text) => text.replaceAll('。[@S1]', '。'),
    at: '## 摘要',
    zh: /至少要 95%/,
    en: /at least 95%/,
  },
  {
    name: 'a number that no figure records',
    rule: 'figure-missing',
    change: inSummary('街道另拨了77万元。[@S1]'),
    at: '另拨了77万元',
    zh: /77万元 不在 figures/,
    en: /77万元 of the text stands in no figures entry/,
  },
  {
    name: 'an English number that no figure records',
    rule: 'figure-missing',
    file: english,
    change: inSummary('The district added 1.7 million yuan. [@S1] '),
    at: 'The district added',
    zh: /1\.7 million yuan/,
    en: /1\.7 million yuan/,
  },
  {
    name: 'a number that the English leaves out',
    rule: 'pair-numbers',
    file: english,
    change: (text) => text.replace('26 hectares', 'much ground'),
    at: 'The community covers',
    zh: /26公顷，英文/,
    en: /26公顷; the English section “Space and service”/,
  },
  {
    name: 'a range upside down',
    rule: 'figure-range',
    change: (text) => text.replace('{min: 95, max: 130}', '{min: 130, max: 95}'),
    at: 'id: lift-cost',
    zh: /lift-cost 的范围颠倒/,
    en: /lift-cost is upside down/,
  },
  {
    name: 'a unit that is another multiple in English',
    rule: 'figure-unit',
    change: (text) => text.replace(/(id: investment-total.*)'10,000 yuan'/, '$1yuan'),
    at: 'id: investment-total',
    zh: /万元 \/ yuan/,
    en: /not the same multiple/,
  },
  {
    name: 'an end before the start',
    rule: 'period-order',
    change: (text) => text.replace(/period: \{start: 2018,/, 'period: {start: 2018, end: 2016,'),
    at: 'period:',
    zh: /结束早于开始/,
    en: /end is before the start/,
  },
  {
    name: 'an actor who acts on nobody of the case',
    rule: 'actor-unknown',
    change: (text) => text.replace('with: [愿景集团]', 'with: [愿景]'),
    at: 'with: [愿景]',
    zh: /愿景 不是本案例的主体。最接近的是 愿景集团/,
    en: /is no actor of this case/,
  },
  {
    name: 'a day that does not exist',
    rule: 'date-wrong',
    change: (text) => text.replace('date: 2019-09,', 'date: 2019-09-31,'),
    at: 'date: 2019-09-31',
    zh: /2019-09-31/,
    en: /No such date/,
  },
  {
    name: 'a year that cannot be',
    rule: 'date-wrong',
    change: (text) => text.replace('2019年9月示范区完工', '20199年9月示范区完工'),
    at: '20199年',
    zh: /20199年/,
    en: /20199年/,
  },
  {
    name: 'a source issued after it was read',
    rule: 'reference-order',
    change: (text) => text.replace('issued: 2023-04-26', 'issued: 2027-04-26'),
    at: 'id: S3',
    zh: /S3 的发表日期晚于查阅日期/,
    en: /S3 is issued after/,
  },
  {
    name: 'a source that nothing cites',
    rule: 'reference-unused',
    change: (text) => text.replaceAll(/; @S7|@S7; /g, ''),
    at: 'id: S7',
    zh: /S7 没有被引用/,
    en: /S7 is never cited/,
  },
  {
    name: 'a blank between Chinese and digits',
    rule: 'han-latin-space',
    change: (text) => text.replace('占地26公顷', '占地 26公顷'),
    at: '占地 26',
    zh: /不要空格：.*占地 26/,
    en: /No blank/,
  },
  {
    name: 'a half-width comma in Chinese',
    rule: 'half-width-mark',
    change: (text) => text.replace('占地26公顷，', '占地26公顷,有树,'),
    at: '有树,',
    zh: /半角标点/,
    en: /half-width mark/,
  },
  {
    name: 'a straight apostrophe in English',
    rule: 'straight-quote',
    file: english,
    change: inSummary("The firm's view is known. [@S3] "),
    at: "firm's view",
    zh: /直引号/,
    en: /straight quotation mark/,
  },
  {
    name: 'a sentence of another case',
    rule: 'duplicate-sentence',
    file: second,
    change: inSummary('老人多是这里的底色，要电梯的呼声高，钱却不够。[@S1]'),
    at: '老人多是这里的底色',
    zh: /beijing-jinsong-model 里也有/,
    en: /beijing-jinsong-model too/,
  },
  {
    name: 'a run of a source text, marks and blanks changed',
    rule: 'copied-wording',
    change: inSummary(`那时，${copied.replace('的配', ' 的，配')}了。[@S1]`),
    at: '那时，某街道',
    zh: /连续雷同：某街道把三处/,
    en: /in common with a source text/,
  },
  {
    name: 'an English run of a source text',
    rule: 'copied-wording',
    file: english,
    change: inSummary(`In the end ${copiedEnglish}. [@S1] `),
    at: 'In the end three',
    zh: /three disused substations/,
    en: /three disused substations/,
  },
  {
    name: 'a body with two English names',
    rule: 'term-two-ways',
    file: second,
    change: (text) => text.replace(/name: \{zh: .*\}/, 'name: {zh: 劲松街道, en: Chingsung Street}'),
    at: '劲松街道',
    zh: /劲松街道.*两种说法.*Jinsong Subdistrict/,
    en: /put in two ways/,
  },
  {
    name: 'a case that the other does not list',
    rule: 'related-one-way',
    change: (text) => text.replace(/^related: .*$/m, 'related: [beijing-qinghe-community-planners]'),
    at: 'related:',
    zh: /beijing-qinghe-community-planners 没有反过来/,
    en: /does not list this case/,
  },
  {
    name: 'a related case that there is not',
    rule: 'related-unknown',
    change: (text) => text.replace(/^related: .*$/m, 'related: [beijing-qinghe-community-planner]'),
    at: 'related:',
    zh: /最接近的是 beijing-qinghe-community-planners/,
    en: /nearest is beijing-qinghe-community-planners/,
  },
  {
    name: 'languages that cite other sources in a section',
    rule: 'pair-sections',
    file: english,
    change: (text) => text.replace(/(## Results\n\n[^[]*)\[@S4\]/, '$1[@S6]'),
    at: '## Results',
    zh: /S6/,
    en: /“Results” differs/,
  },
];

test.for(broken)('names $name', async ({ rule, file = main, change, at, zh, en }) => {
  const text = change(originalOf(file));
  expect(text, 'the change must change something').not.toBe(originalOf(file));
  await writeFile(join(folder, file), text);
  if (rule === 'duplicate-sentence') {
    const first = inSummary('老人多是这里的底色，要电梯的呼声高，钱却不够。[@S1]')(originalOf(main));
    await writeFile(join(folder, main), first);
  }
  const shinglesFile = join(folder, 'shingles.bin');
  await writeFile(
    shinglesFile,
    writeShingles([`前文。${copied}，后文。`, `Before, ${copiedEnglish}, after.`]),
  );
  const { errors, warnings } = await checkCases(folder, [], { shinglesFile });
  const found = [...errors, ...warnings].filter((one) => one.rule === rule && one.file === file);
  expect([...errors, ...warnings].map((one) => `${one.file} ${one.rule}`)).toContain(`${file} ${rule}`);
  expect(found.map(({ line }) => line)).toContain(lineOf(text, at));
  const here = found.find(({ line }) => line === lineOf(text, at));
  expect(here?.message.zh).toMatch(zh);
  expect(here?.message.en).toMatch(en);
});

test('a term of the glossary that stands for two things is named', async () => {
  const text = await readFile('cases/glossary.yaml', 'utf8');
  const added = `${text}- id: second-planner\n  zh: 责任规划师\n  en: second planner\n  define: {zh: 一, en: one}\n  source: 本库释义\n`;
  await writeFile(join(folder, 'glossary.yaml'), added);
  const { errors } = await checkCases(folder);
  expect(errors).toMatchObject([
    { file: 'glossary.yaml', rule: 'term-two-ways', line: lineOf(added, 'id: second-planner') },
  ]);
  await writeFile(join(folder, 'glossary.yaml'), '- id: half');
  expect((await checkCases(folder)).errors).toMatchObject([{ file: 'glossary.yaml', rule: 'glossary-form' }]);
});

test('one file is checked against the whole library, and only it', async () => {
  await writeFile(join(folder, main), inSummary('街道另拨了77万元。[@S1]')(originalOf(main)));
  const report = await checkCases(folder, [join(folder, main)]);
  expect(report.cases).toBe(1);
  expect(report.errors.map(({ file, rule }) => `${file} ${rule}`)).toEqual([`${main} figure-missing`]);
});
