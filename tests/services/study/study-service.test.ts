import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseType } from '#contract/case.ts';
import type { Deck } from '#contract/study.ts';
import { openServices, type Services } from '#services/open-services.ts';
import { findPlaces } from '../../../src-main/shells/places.ts';

const jinsong = 'beijing-jinsong-model' as Extract<Deck, { kind: 'case' }>['id'];
const deck: Deck = { kind: 'case', id: jinsong };

let dataDir: string;
let services: Services;
let clock: Date;
const open = () =>
  openServices(
    { ...findPlaces(), dataDir },
    { shell: 'cli', systemLanguage: 'zh', now: () => new Date(clock) },
  );
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'okm-study-'));
  clock = new Date('2026-03-01T08:00:00Z');
  services = await open();
});
afterEach(async () => {
  await services.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('cards', () => {
  test('are made of a case’s figures, terms and questions, in either language under the same ids', async () => {
    const zh = await services.study.turn({ deck, language: 'zh' });
    const en = await services.study.turn({ deck, language: 'en' });
    expect(zh.card?.id).toBe(en.card?.id);
    expect(zh.card?.front).toMatch(/[\u4e00-\u9fff]/);
    expect(zh.counts.all).toBeGreaterThan(10);
    expect(zh.counts.fresh).toBe(zh.counts.all);
    expect(zh.next?.again).toBeDefined();
  });

  test('what was answered is still known after a restart, and the last answer can be taken back', async () => {
    const first = (await services.study.turn({ deck, language: 'zh' })).card;
    if (first === null) throw new Error('no card');
    const after = await services.study.rate({ deck, language: 'zh', cardId: first.id, rating: 'easy' });
    expect(after.card?.id).not.toBe(first.id);
    expect(after.counts.doneToday).toBe(1);
    await services.close();
    services = await open();
    const again = await services.study.turn({ deck, language: 'zh' });
    expect(again.counts.fresh).toBe(after.counts.fresh);
    const back = await services.study.takeBack({ deck, language: 'zh' });
    expect(back.card?.id).toBe(first.id);
    expect(back.counts).toMatchObject({ doneToday: 0, fresh: again.counts.fresh + 1 });
    expect(back.canTakeBack).toBe(false);
  });

  test('a card comes back when it is due, before those never seen', async () => {
    const first = (await services.study.turn({ deck, language: 'zh' })).card;
    if (first === null) throw new Error('no card');
    const { card } = await services.study.rate({ deck, language: 'zh', cardId: first.id, rating: 'easy' });
    expect(card?.id).not.toBe(first.id);
    clock = new Date('2026-06-01T08:00:00Z');
    const later = await services.study.turn({ deck, language: 'zh' });
    expect(later.card?.id).toBe(first.id);
    expect(later.counts.due).toBe(1);
  });

  test('a card of another deck is refused, and nothing is stored', async () => {
    await expect(
      services.study.rate({ deck, language: 'zh', cardId: 'figure:other#x', rating: 'good' }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect((await services.study.turn({ deck, language: 'zh' })).canTakeBack).toBe(false);
  });

  test('leave for Anki, one line a card', async () => {
    const { counts } = await services.study.turn({ deck, language: 'en' });
    const { ticket, fileName } = await services.study.anki({ deck, language: 'en' });
    expect(fileName).toMatch(/\.anki\.txt$/);
    const text = new TextDecoder().decode(services.deliveries.take(ticket)?.bytes);
    expect(text.trim().split('\n')).toHaveLength(counts.all + 6);
    expect(text).toContain(`figure:${jinsong}#`);
  });
});

describe('which type is this?', () => {
  test('asks without the case’s name, says why, and counts by type and dimension', async () => {
    const exercise = await services.study.exercise({ language: 'zh' });
    if (exercise === null) throw new Error('no exercise');
    const value = services.library.get({ id: exercise.caseId });
    expect(exercise.passage.length).toBeGreaterThan(40);
    expect(exercise.passage).not.toContain(value.front.title.zh);
    const wrong: CaseType = value.front.type === 'project' ? 'event-driven' : 'project';
    const verdict = await services.study.answer({ caseId: exercise.caseId, guess: wrong, language: 'zh' });
    expect(verdict).toMatchObject({ isRight: false, type: value.front.type });
    expect(verdict.reasons.length).toBeGreaterThanOrEqual(2);
    const next = await services.study.exercise({ language: 'zh' });
    expect(next?.caseId).not.toBe(exercise.caseId);
    const { types } = await services.study.progress();
    expect(types.find(({ id }) => id === value.front.type)).toMatchObject({ answered: 1, right: 0 });
  });

  test('every bundled case can be asked in both languages, and none tells its name', async () => {
    const asked = new Set<string>();
    for (let turn = 0; turn < 59; turn += 1) {
      for (const language of ['zh', 'en'] as const) {
        const exercise = await services.study.exercise({ language });
        if (exercise === null) throw new Error('no exercise');
        const { front } = services.library.get({ id: exercise.caseId });
        expect(exercise.passage, exercise.caseId).not.toContain(front.title[language]);
        if (language === 'en') {
          asked.add(exercise.caseId);
          await services.study.answer({ caseId: exercise.caseId, guess: 'project', language });
        }
      }
    }
    expect(asked.size).toBe(59);
  });
});
