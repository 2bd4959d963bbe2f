import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clause } from '#domain/query/clause.ts';
import { parseQuery } from '#domain/query/parse-query.ts';
import { printQuery } from '#domain/query/print-query.ts';

const word = (text: string, more: object = {}) => ({
  kind: 'word',
  text,
  mode: 'any',
  prefix: false,
  ...more,
});

describe('parseQuery', () => {
  it.each<[string, unknown[]]>([
    ['老旧小区 谁出钱', [word('老旧小区'), word('谁出钱')]],
    ['老旧小区，谁出钱？', [word('老旧小区'), word('谁出钱')]],
    [
      '"议事规则" -竞赛 +居民 规划*',
      [
        { kind: 'phrase', text: '议事规则', mode: 'any' },
        word('竞赛', { mode: 'exclude' }),
        word('居民', { mode: 'require' }),
        word('规划', { prefix: true }),
      ],
    ],
    [
      '“全周期 服务”－“事件”',
      [
        { kind: 'phrase', text: '全周期 服务', mode: 'any' },
        { kind: 'phrase', text: '事件', mode: 'exclude' },
      ],
    ],
    ['「里長」', [{ kind: 'phrase', text: '里長', mode: 'any' }]],
    ['type:project', [{ kind: 'filter', key: 'type', values: ['project'], exclude: false }]],
    ['类型：项目介入型', [{ kind: 'filter', key: 'type', values: ['project'], exclude: false }]],
    ['ＴＹＰＥ：项目介入', [{ kind: 'filter', key: 'type', values: ['project'], exclude: false }]],
    [
      '-type:project,事件参与',
      [{ kind: 'filter', key: 'type', values: ['project', 'event-driven'], exclude: true }],
    ],
    [
      'space:"old neighbourhood"，历史街区',
      [{ kind: 'filter', key: 'space', values: ['old-neighbourhood', 'historic-quarter'], exclude: false }],
    ],
    ['dimension:value', [{ kind: 'filter', key: 'dimension', values: ['value'], exclude: false }]],
    ['funding:未说明', [{ kind: 'filter', key: 'funding', values: ['not-stated'], exclude: false }]],
    [
      '地点：北京 place:Germany',
      [
        { kind: 'filter', key: 'place', values: ['北京'], exclude: false },
        { kind: 'filter', key: 'place', values: ['Germany'], exclude: false },
      ],
    ],
    ['year:2015..2020', [{ kind: 'years', from: 2015, to: 2020, exclude: false }]],
    ['年份：2018年至今', [{ kind: 'years', from: 2018, to: undefined, exclude: false }]],
    ['year:soon', [{ kind: 'problem', text: 'year:soon' }]],
    [
      'year:2018.. year:..2010 year:1990s',
      [
        { kind: 'years', from: 2018, to: undefined, exclude: false },
        { kind: 'years', from: undefined, to: 2010, exclude: false },
        { kind: 'years', from: 1990, to: 1999, exclude: false },
      ],
    ],
    [
      'has:notes is:own',
      [
        { kind: 'has', what: 'notes', exclude: false },
        { kind: 'filter', key: 'origin', values: ['own'], exclude: false },
      ],
    ],
    ['9:30 劲松模式：社会资本', [word('9:30'), word('劲松模式：社会资本')]],
    ['type:nonsense', [{ kind: 'problem', text: 'type:nonsense' }]],
    ['类型：', [{ kind: 'problem', text: '类型：' }]],
    ['year:2020..2015', [{ kind: 'problem', text: 'year:2020..2015' }]],
    ['a "b c', [word('a'), { kind: 'problem', text: '"b c' }]],
    ['- + * -- ""', [word('-'), word('+'), word('*'), word('-', { mode: 'exclude' })]],
    ['   ', []],
  ])('reads %s', (text, clauses) => {
    expect(parseQuery(text).clauses).toEqual(clauses);
  });

  it('cuts what is too long, and says what it cut', () => {
    expect(parseQuery('社'.repeat(600)).cut).toEqual(['length']);
    expect(parseQuery('𠮷'.repeat(600)).clauses).toEqual([word('𠮷'.repeat(500))]);
    const many = parseQuery('a b '.repeat(20));
    expect(many.clauses).toHaveLength(32);
    expect(many.cut).toEqual(['clauses']);
  });
});

const piece = fc.constantFrom(
  ...[
    '老旧小区',
    '谁',
    'plan',
    'a',
    '-',
    '+',
    '*',
    '"',
    '“',
    '”',
    '「',
    '」',
    '『',
    '』',
    ':',
    '：',
    ',',
    '，',
    ' ',
  ],
  ...[
    'type:',
    '类型：',
    'project',
    'place:',
    'year:',
    '2015',
    '..',
    'has:',
    'notes',
    'is:',
    'tag:',
    '\n',
    '、',
    '？',
  ],
  ...['value', 'dimension:', '－', '＋', '＊', '\u200b', '\ud83d'],
);
const queries = fc.oneof(
  fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('printQuery', () => {
  it('writes clauses so that reading them gives the same clauses, whatever was typed', () => {
    const round = (clauses: readonly Clause[]) => parseQuery(printQuery(clauses)).clauses;
    fc.assert(
      fc.property(queries, (text) => {
        const { clauses } = parseQuery(text);
        expect(round(clauses)).toEqual(clauses);
      }),
      { numRuns: 2000 },
    );
  });
});
