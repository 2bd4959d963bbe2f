import { expect, test } from 'vitest';
import type { CaseText } from '#contract/case-tree.ts';
import type { Glossary } from '#contract/glossary.ts';
import { findTerms, splitByTerms } from '../../../src-renderer/features/reader/terms/find-terms.ts';

const define = { zh: '一', en: 'one' };
const glossary: Glossary = [
  { id: 'planner', zh: '规划师', en: 'planner', define, source: 'x' },
  { id: 'responsible-planner', zh: '责任规划师', en: 'responsible planner', define, source: 'x' },
  { id: 'community', zh: '社区', en: 'community', define, source: 'x' },
];
const textOf = (language: 'zh' | 'en', ...parts: string[]): CaseText => ({
  language,
  title: '',
  sections: parts.map((text, index) => ({
    id: index === 0 ? 'summary' : 'background',
    heading: '',
    line: 1,
    text,
    textHash: '',
    blocks: [],
    sentences: [],
  })),
});
const found = (text: CaseText) =>
  [...findTerms(text, glossary)].flatMap(([id, spans]) =>
    spans.map(({ start, term }) => `${id} ${start} ${term.id}`),
  );

test('marks a term where it first stands, and not inside a longer one', () => {
  const text = textOf('zh', '责任规划师进社区。', '规划师和责任规划师在社区。');
  expect(found(text)).toEqual([
    'summary 0 responsible-planner',
    'summary 6 community',
    'background 0 planner',
  ]);
});

test('knows English plurals and whole words only', () => {
  const text = textOf('en', 'Responsible planners, communities and communitywide plans.');
  expect(found(text)).toEqual(['summary 0 responsible-planner', 'summary 22 community']);
});

test('cuts a run at its terms without losing a letter', () => {
  const text = textOf('zh', '责任规划师进社区。');
  const spans = findTerms(text, glossary).get('summary') ?? [];
  const pieces = splitByTerms('师进社区。', 4, spans);
  expect(pieces.map((piece) => [piece.start, piece.text, piece.term?.id])).toEqual([
    [4, '师进', undefined],
    [6, '社区', 'community'],
    [8, '。', undefined],
  ]);
});
