import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, launch } from './launch.ts';

const wording = {
  zh: {
    course: '六周课程',
    sessions: '课次',
    second: '谁出钱，谁接手',
    addCases: '加案例',
    find: '案例或地名',
    place: '劲松',
    addOne: '加1个',
    addLine: '加一条',
    objective: '理解社会资本为什么愿意进来',
    unseen: '看不见',
    minutes: '第1段的分钟数',
    over: '第2课超出30分钟',
    pick: '从案例里选',
    done: '好了',
    answer: '讨论题1的要点',
    secret: '要点：谁先垫钱谁先说话',
    export: '导出',
    student: '学生版',
    trainer: '教师版',
    saved: '已存',
    undo: '撤销',
  },
  en: {
    course: 'Six-week course',
    sessions: 'Sessions',
    second: /Who pays/,
    addCases: 'Add cases',
    find: 'Case or place',
    place: 'Jinsong',
    addOne: 'Add 1',
    addLine: 'Add one',
    objective: 'Understand why private money came',
    unseen: 'cannot be seen',
    minutes: 'Minutes of block 1',
    over: 'Session 2 is 30 min over',
    pick: 'Choose from the cases',
    done: 'Done',
    answer: 'Points of the answer to question 1',
    secret: 'Point: whoever pays first speaks first',
    export: 'Export',
    student: 'Student',
    trainer: 'Trainer',
    saved: 'Saved',
    undo: 'Undo',
  },
} as const;

/** A trainer makes a course packet: what he sees on the way, and what each edition holds when it leaves. */
export function packetsTour(language: 'zh' | 'en'): void {
  const say = wording[language];
  const folder = mkdtempSync(join(tmpdir(), 'okm-packets-'));
  afterAll(async () => {
    await closeBrowser();
    rmSync(folder, { recursive: true, force: true });
  });

  describe(`a course packet (${language})`, () => {
    test('is put together from a template, and the trainer’s matter is not in the student file', async () => {
      const program = await launch({ language });
      const { page } = program;
      try {
        await page.locator('main h1').first().waitFor({ state: 'attached' });
        await page.keyboard.press('Control+5');
        await page.getByRole('button', { name: new RegExp(`^${say.course}`) }).click();
        const sessions = page.getByRole('list', { name: say.sessions });
        await sessions.getByRole('button', { name: say.second }).last().click();

        await page.getByRole('button', { name: say.addCases }).click();
        await page.getByRole('searchbox', { name: say.find }).fill(say.place);
        await page.getByRole('dialog').getByRole('checkbox').first().check({ force: true });
        await page.getByRole('button', { name: say.addOne, exact: true }).click();
        await sessions.getByText(say.place).waitFor();

        await page.getByRole('button', { name: say.addLine, exact: true }).first().click();
        await page.keyboard.type(say.objective);
        await page.getByText(say.unseen).waitFor();

        const minutes = page.getByRole('spinbutton', { name: say.minutes });
        await minutes.fill('35');
        await page.getByText(say.over).waitFor();
        await minutes.press('ArrowDown');
        expect(await minutes.inputValue()).toBe('30');

        await page.getByRole('button', { name: say.pick }).click();
        await page.getByRole('dialog').getByRole('checkbox').first().check({ force: true });
        await page.getByRole('button', { name: say.done, exact: true }).click();
        await page.getByRole('textbox', { name: say.answer }).fill(say.secret);
        await page.getByText(say.saved, { exact: true }).waitFor();

        const wordsOf = async (edition: string) => {
          const file = join(folder, `${edition}.epub`);
          await program.saveAs(file, async () => {
            await page.getByRole('button', { name: say.export, exact: true }).click();
            await page.getByRole('group', { name: edition }).getByRole('menuitem', { name: /EPUB/ }).click();
          });
          const parts = unzipSync(readFileSync(file));
          return Object.values(parts)
            .map((bytes) => strFromU8(bytes).replace(/<[^>]+>/g, ''))
            .join('\n');
        };
        const student = await wordsOf(say.student);
        expect(student).toContain(say.objective);
        expect(student).not.toContain(say.secret);
        expect(await wordsOf(say.trainer)).toContain(say.secret);
        expect(program.complaints).toEqual([]);
      } finally {
        await program.close();
      }
    });

    test('sessions move by the keys, and a step is taken back', async () => {
      const program = await launch({ language });
      const { page } = program;
      try {
        await page.locator('main h1').first().waitFor({ state: 'attached' });
        await page.keyboard.press('Control+5');
        await page.getByRole('button', { name: new RegExp(`^${say.course}`) }).click();
        const rows = page.getByRole('list', { name: say.sessions }).locator('> li');
        await rows.nth(1).getByRole('button', { name: say.second }).last().focus();
        await page.keyboard.press('Control+Shift+ArrowUp');
        await rows.nth(0).getByText(say.second).waitFor();
        await page.getByText(say.saved, { exact: true }).waitFor();
        await page.getByRole('button', { name: say.undo }).click();
        await rows.nth(1).getByText(say.second).waitFor();
        expect(program.complaints).toEqual([]);
      } finally {
        await program.close();
      }
    });
  });
}
