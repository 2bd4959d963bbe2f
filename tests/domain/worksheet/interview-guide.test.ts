import { expect, test } from 'vitest';
import { gapsOf } from '#domain/worksheet/gaps.ts';
import { askAbout, interviewGuide } from '#domain/worksheet/interview-guide.ts';
import { openLibrary } from '#services/library/library.ts';
import { altered } from '../picture/awkward-cases.ts';

const { cases, get } = await openLibrary({ casesDir: 'cases' });
const jinsong = get('beijing-jinsong-model');
const options = { language: 'zh', both: true, style: 'gb-2025', day: '2026-11-25' } as const;

test('asks once about what is blank, and of nothing that is stated', () => {
  const blank = altered(jinsong, 'blank', { funding: 'not-stated', tools: 'not-stated' });
  const stated = altered(jinsong, 'stated', { tools: ['pilot-project'] });
  const ids = (one: typeof blank) => gapsOf(one).map(({ id }) => id);
  expect(ids(blank).filter((id) => id === 'funding')).toHaveLength(1);
  expect(ids(blank)).toContain('tools');
  expect(ids(stated)).not.toContain('tools');
  expect(ids(stated)).not.toContain('funding');
});

test('names the stages and the actors that it asks about', () => {
  const lifecycle = [{ id: 'plan', at: 'process', refs: ['S1'] }] as const;
  const one = altered(jinsong, 'one', {
    lifecycle: [...lifecycle.map((stage) => ({ ...stage, refs: ['S1'] }))],
  });
  const stages = gapsOf(one).find(({ id }) => id === 'stages');
  expect(stages && askAbout(stages, 'zh')).toContain('策划、建设、运营、维护');
  expect(stages && askAbout(stages, 'en')).toContain('Operate, Maintain');
});

test('each question has room for its answer, and the other language beneath', () => {
  for (const one of cases) {
    const { blocks } = interviewGuide(one, options);
    const questions = blocks.filter((block) => block.kind === 'question');
    expect(questions).toHaveLength(gapsOf(one).length + 1);
    for (const { text, hints, lines } of questions) {
      expect(lines).toBeGreaterThan(0);
      expect(text).toMatch(/[？。]$/);
      expect(hints[0]).toMatch(/^[A-Z].*[?.]$/s);
    }
  }
});
