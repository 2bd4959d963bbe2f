import { describe, expect, it } from 'vitest';
import { CslItem } from '#contract/case.ts';
import { writeBibtex } from '#domain/citation/exchange/bibtex.ts';
import { readCslJson, writeCslJson } from '#domain/citation/exchange/csl-json.ts';
import { readRis, writeRis } from '#domain/citation/exchange/ris.ts';
import { openLibrary } from '#services/library/library.ts';

const library = await openLibrary({ casesDir: 'cases' });
const everything = library.cases.flatMap(({ id, front }) =>
  front.references.map((item) => ({ key: `${id}_${item.id}`, item })),
);

const journal = CslItem.parse({
  id: 'S1',
  type: 'article-journal',
  language: 'zh-CN',
  title: '共建_共治 & 100%',
  author: [{ literal: '袁媛' }, { family: 'Zhu', given: 'Xin' }],
  'container-title': '规划师',
  issued: '2018-02',
  volume: 34,
  issue: 2,
  page: '11-17',
  DOI: '10.1000/x_y',
  custom: { kind: 'scholarly' },
});
const item = { key: 'a-case_S1', item: journal };

describe('one Chinese article', () => {
  it('in RIS', () => {
    expect(writeRis([item]).split('\r\n')).toEqual([
      'TY  - JOUR',
      'ID  - a-case_S1',
      'AU  - 袁媛',
      'AU  - Zhu, Xin',
      'TI  - 共建_共治 & 100%',
      'T2  - 规划师',
      'PY  - 2018',
      'DA  - 2018/02',
      'VL  - 34',
      'IS  - 2',
      'SP  - 11',
      'EP  - 17',
      'DO  - 10.1000/x_y',
      'LA  - zh-CN',
      'ER  - ',
      '',
    ]);
  });

  it('in BibLaTeX', () => {
    expect(writeBibtex([item])).toBe(`@article{a-case_S1,
  author = {{袁媛} and Zhu, Xin},
  title = {共建\\_共治 \\& 100\\%},
  journaltitle = {规划师},
  date = {2018-02},
  volume = {34},
  number = {2},
  pages = {11--17},
  doi = {10.1000/x_y},
  langid = {chinese},
}
`);
  });

  it('in CSL-JSON', () => {
    const { id: _, ...rest } = journal;
    expect(JSON.parse(writeCslJson([item]))).toEqual([
      { ...rest, id: 'a-case_S1', issued: { 'date-parts': [[2018, 2]] } },
    ]);
  });
});

describe('every source of the library', () => {
  const comparable = ({ id: _, ...rest }: CslItem) =>
    JSON.parse(JSON.stringify(rest, (_key, value) => (typeof value === 'number' ? String(value) : value)));

  it('comes back from CSL-JSON as it was', () => {
    const { items, problems } = readCslJson(writeCslJson(everything));
    expect(problems).toEqual([]);
    expect(items.map(comparable)).toEqual(everything.map((one) => comparable(one.item)));
  });

  it('comes back from RIS with its title, names, dates and addresses', () => {
    const { items, problems } = readRis(writeRis(everything));
    expect(problems).toEqual([]);
    expect(items).toHaveLength(everything.length);
    for (const [index, read] of items.entries()) {
      const { item } = everything[index] ?? { item: journal };
      expect([read.title, read.URL, read.DOI, read.language]).toEqual([
        item.title.replace(/\s+/g, ' '),
        item.URL,
        item.DOI,
        item.language,
      ]);
      expect(String(read.issued)).toBe(String(item.issued));
      expect(read.author?.length).toBe(item.author?.length);
    }
  });
});

describe('RIS of other programs', () => {
  it('takes the good records and names the line of each bad one', () => {
    const text = `\ufeffTY  - JOUR
T1  - A title that
goes on
A1  - Lin, Jane
JO  - Cities
Y1  - 2019///
ER  -
TY  - JOUR
AU  - Nobody
ER  -
TY  - FIGURE
TI  - A picture
ER  -
TY  - BOOK
TI  - Never ends
TY  - THES
TI  - 社区规划研究
PY  - 2020
ER  - `;
    const { items, problems } = readRis(text);
    expect(items.map(({ title, language }) => [title, language])).toEqual([
      ['A title that goes on', 'en'],
      ['社区规划研究', 'zh-CN'],
    ]);
    expect(items[0]).toMatchObject({ author: [{ family: 'Lin', given: 'Jane' }], issued: '2019' });
    expect(problems).toEqual([
      { at: 8, reason: 'no-title', detail: '' },
      { at: 11, reason: 'no-type', detail: 'FIGURE' },
      { at: 14, reason: 'no-end', detail: '' },
    ]);
  });

  it('says of CSL-JSON which item is none', () => {
    const { items, problems } = readCslJson('[{"type":"book","title":"T"},{"type":"book"},7,{"title":"x"}]');
    expect(items).toHaveLength(1);
    expect(problems.map(({ at, reason }) => [at, reason])).toEqual([
      [2, 'no-title'],
      [3, 'not-an-item'],
      [4, 'no-type'],
    ]);
  });
});
