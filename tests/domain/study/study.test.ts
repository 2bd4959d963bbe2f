import { expect, test } from 'vitest';
import type { StudyCard } from '#contract/study.ts';
import { ankiText } from '#domain/study/anki-text.ts';
import { afterAnswer, CardState, isKnown } from '#domain/study/schedule.ts';

const now = '2026-03-01T08:00:00.000Z';
const daysTo = (due: string, from: string) => (Date.parse(due) - Date.parse(from)) / 86_400_000;

test('a card that is known comes back later each time, and one that was forgotten soon', () => {
  let state = afterAnswer(undefined, 'good', now);
  const gaps: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const at = state.due;
    state = afterAnswer(state, 'good', at);
    gaps.push(daysTo(state.due, at));
  }
  expect(isKnown(state)).toBe(true);
  expect(gaps.toSorted((a, b) => a - b)).toEqual(gaps);
  expect(gaps.at(-1)).toBeGreaterThan(20);
  const forgotten = afterAnswer(state, 'again', state.due);
  expect(daysTo(forgotten.due, state.due)).toBeLessThan(1);
});

test('the same answers give the same days, and a better answer never an earlier one', () => {
  const before = afterAnswer(undefined, 'good', now);
  expect(afterAnswer(before, 'hard', now)).toEqual(afterAnswer(before, 'hard', now));
  const dues = (['again', 'hard', 'good', 'easy'] as const).map(
    (rating) => afterAnswer(undefined, rating, now).due,
  );
  expect(dues.toSorted()).toEqual(dues);
  expect(CardState.parse(JSON.parse(JSON.stringify(before)))).toEqual(before);
});

test('Anki’s text form: its header lines, three columns a card, nothing in a card that is markup', () => {
  const card: StudyCard = {
    id: 'figure:a#b',
    kind: 'figure',
    front: 'How many\thomes <b>?</b>',
    back: '3,605 & more\nhomes',
    from: 'A case [S1]',
    caseId: 'a' as NonNullable<StudyCard['caseId']>,
  };
  const lines = ankiText([card, { ...card, id: 'x', caseId: null }], 'A::deck\nname', 'en').split('\n');
  expect(lines.slice(0, 6)).toEqual([
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    '#deck:One Kilometre::A deck name',
    '#tags column:3',
    '#columns:Front\tBack\tTags',
  ]);
  expect(lines[6]?.split('\t')).toEqual([
    '<span style="display:none">figure:a#b</span>How many homes &lt;b&gt;?&lt;/b&gt;',
    '3,605 &amp; more<br>homes<br><small>A case [S1]</small>',
    'figure a',
  ]);
  expect(lines).toHaveLength(9);
});
