import { describe, expect, it } from 'vitest';
import { CslItem } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import { chicagoNote, chicagoShortNote, formatChicagoBibliography } from '#domain/citation/chicago-notes.ts';
import { authorDate, readLocator } from '#domain/citation/in-text.ts';
import { plainText } from '#domain/citation/text-run.ts';
import { numberReferences } from '#domain/comparison/number-references.ts';
import { library } from '../../services/exports/sample.ts';

const item = (more: Record<string, unknown>) =>
  CslItem.parse({ id: 'S1', language: 'en', title: 'Title', custom: { kind: 'scholarly' }, ...more });
const journal = item({
  type: 'article-journal',
  author: [
    { family: 'Yuan', given: 'Yuan' },
    { family: 'Liu', given: 'Yiying' },
  ],
  title: 'Planners in the Community: A Review',
  'container-title': 'Cities',
  volume: 12,
  issue: 3,
  page: '1-9',
  issued: '2018',
});
const chinese = item({
  type: 'article-journal',
  language: 'zh-CN',
  author: ['袁媛', '刘懿莹', '蒋珊红'].map((literal) => ({ literal })),
  title: '社区规划师的制度演进：以广州为例',
  'container-title': '规划师',
  volume: 34,
  issue: 2,
  page: '11-17',
  issued: '2018',
});
const book = item({
  type: 'book',
  author: [{ family: 'Fung', given: 'Archon' }],
  title: 'Empowered Participation',
  'publisher-place': 'Princeton',
  publisher: 'Princeton University Press',
  issued: '2004',
});
const page = item({
  type: 'webpage',
  language: 'zh-CN',
  title: '劲松北社区更新案例',
  URL: 'https://example.org/a',
  accessed: '2026-11-24',
});
const cited = (one: CslItem, locator: string | null = null, suffix = '') => ({ item: one, suffix, locator });

describe('author and year in the text', () => {
  it.each([
    ['apa-7', 'en', [cited(journal)], '(Yuan & Liu, 2018)'],
    ['apa-7', 'en', [cited(journal, 'pp. 3-5')], '(Yuan & Liu, 2018, pp. 3–5)'],
    ['apa-7', 'en', [cited(book, 'p. 12'), cited(chinese, null, 'b')], '(Fung, 2004, p. 12; 袁媛等, 2018b)'],
    ['apa-7', 'zh', [cited(chinese, '第12页'), cited(book)], '（袁媛等，2018，第12页；Fung，2004）'],
    ['apa-7', 'zh', [cited(page)], '（《劲松北社区更新案例》，无日期）'],
    ['chicago-author-date', 'en', [cited(journal, 'p. 3')], '(Yuan and Liu 2018, 3)'],
    ['chicago-author-date', 'en', [cited(book, 'sec. 4')], '(Fung 2004, sec. 4)'],
    ['chicago-author-date', 'zh', [cited(chinese, '12—15')], '（袁媛等，2018，12–15）'],
  ] as const)('%s, %s', (style, language, cites, text) => {
    expect(authorDate(cites, style, language)).toBe(text);
  });

  it('reads pages out of a locator and leaves other places as they are', () => {
    expect(readLocator('pp. 12-15')).toEqual({ pages: '12–15' });
    expect(readLocator('第 8 页')).toEqual({ pages: '8' });
    expect(readLocator('第3节')).toEqual({ words: '第3节' });
  });
});

describe('Chicago notes', () => {
  it.each([
    [
      chicagoNote(journal, 'p. 3'),
      'Yuan Yuan and Yiying Liu, “Planners in the Community: A Review,” Cities 12, no. 3 (2018): 3.',
    ],
    [chicagoShortNote(journal, 'p. 5'), 'Yuan and Liu, “Planners in the Community,” 5.'],
    [
      chicagoNote(book, null),
      'Archon Fung, Empowered Participation (Princeton: Princeton University Press, 2004).',
    ],
    [chicagoShortNote(book, 'p. 12'), 'Fung, Empowered Participation, 12.'],
    [
      chicagoNote(chinese, null),
      '袁媛等, “社区规划师的制度演进：以广州为例,” 规划师 34, 第2期 (2018): 11–17.',
    ],
    [chicagoShortNote(chinese, null), '袁媛等, “社区规划师的制度演进”.'],
    [chicagoNote(page, null), '“劲松北社区更新案例,” 2026年11月24日访问, https://example.org/a.'],
    [
      formatChicagoBibliography(journal),
      'Yuan, Yuan, and Yiying Liu. “Planners in the Community: A Review.” Cities 12, no. 3 (2018): 1–9.',
    ],
    [
      formatChicagoBibliography(book),
      'Fung, Archon. Empowered Participation. Princeton: Princeton University Press, 2004.',
    ],
  ])('%#', (runs, text) => {
    expect(plainText(runs)).toBe(text);
  });
});

describe('the sources of a document', () => {
  const base = library.get('beijing-jinsong-model');
  const withReferences = (references: readonly CslItem[]): Case => ({
    ...base,
    front: { ...base.front, references: [...references] },
  });
  const other = { ...journal, id: 'S2', title: 'Another Paper' };

  it('tells works of one author and year apart by letters in the text and in the list', () => {
    const references = numberReferences([withReferences([journal, other])], 'apa-7', 'en');
    const numbers = ['S1', 'S2'].map((ref) => references.numberOf(ref, base.id) ?? 0);
    references.settle();
    const marks = numbers.map((number) => references.print([{ number, locator: null }]));
    expect(marks).toEqual([
      { kind: 'words', text: '(Yuan & Liu, 2018b)' },
      { kind: 'words', text: '(Yuan & Liu, 2018a)' },
    ]);
    const list = references.inStyle().map(({ runs }) => plainText(runs));
    expect(list[0]).toContain('(2018a). Another Paper.');
    expect(list[1]).toContain('(2018b). Planners in the Community: A Review.');
  });

  it('writes a note out once and shortens it from then on', () => {
    const references = numberReferences([withReferences([book])], 'chicago-notes', 'en');
    const number = references.numberOf('S1', base.id) ?? 0;
    const notes = [null, 'p. 9'].map((locator) => references.print([{ number, locator }]));
    expect(notes.map((mark) => (mark.kind === 'note' ? [mark.number, plainText(mark.runs)] : mark))).toEqual([
      [1, 'Archon Fung, Empowered Participation (Princeton: Princeton University Press, 2004).'],
      [2, 'Fung, Empowered Participation, 9.'],
    ]);
  });
});
