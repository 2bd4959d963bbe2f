import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeBrowser, type Launched, launch } from './launch.ts';

const words = {
  zh: {
    mine: '我的案例',
    edition: '写我的版本',
    title: '中文题名',
    chinese: '中文',
    saved: '已存',
    noSource: '这一句没有来源',
    keepMine: '留我的',
    conflict: '这个文件在别处改过了',
    remove: /^删除/,
    undo: '撤销',
    newCase: '新案例',
    begin: '开始写',
    titleEn: '英文题名',
    toDo: '摘要”一节是空的',
  },
  en: {
    mine: 'My cases',
    edition: 'My edition',
    title: 'Chinese title',
    chinese: 'Chinese',
    saved: 'Saved',
    noSource: 'This sentence cites no source',
    keepMine: 'Keep mine',
    conflict: 'this file has been changed elsewhere',
    remove: /^Delete/,
    undo: 'Undo',
    newCase: 'New case',
    begin: 'Begin',
    titleEn: 'English title',
    toDo: 'The section “摘要” is empty',
  },
};

/** From a bundled case to an own edition of it, changed in the window and from outside, in a language of the interface. */
export function ownTour(language: 'zh' | 'en'): void {
  const said = words[language];
  let program: Launched;
  const file = () => join(program.dataDir, 'cases', 'project', 'beijing-dashilar-own.md');
  const stored = () => readFileSync(file(), 'utf8');
  beforeAll(async () => {
    program = await launch({ language });
    await program.page.getByRole('option').first().waitFor();
  });
  afterAll(async () => {
    await program.close();
    await closeBrowser();
  });

  test('begins an own edition from the reader; the form changes its line of the file', async () => {
    const { page } = program;
    await page.evaluate(() => {
      window.location.hash = '/case/beijing-dashilar';
    });
    await page.getByRole('button', { name: said.edition }).press('Enter');
    await page.getByRole('textbox', { name: said.chinese, exact: true }).waitFor();
    await page.getByRole('textbox', { name: said.title }).fill('我写的大栅栏');
    await page.getByRole('textbox', { name: said.title }).press('Enter');
    await expect.poll(stored, { timeout: 10_000 }).toContain('我写的大栅栏');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations).toEqual([]);
  });

  test('names a sentence without a source as it is typed, and leads to it', async () => {
    const { page } = program;
    const text = page.getByRole('textbox', { name: said.chinese, exact: true });
    await text.click();
    await page.keyboard.press('Control+Home');
    const line = stored()
      .split('\n')
      .findIndex((row) => row.startsWith('## 成效'));
    for (let at = 0; at <= line; at++) await page.keyboard.press('ArrowDown');
    await page.keyboard.insertText('\n街道后来又修了几条小路。\n');
    const problem = page.getByRole('button', { name: new RegExp(said.noSource) });
    await problem.waitFor();
    await expect.poll(stored, { timeout: 10_000 }).toContain('又修了几条小路');
    await problem.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')), { timeout: 5000 })
      .toBe('textbox');
  });

  test('shows a change by another program at once; one against it keeps both', async () => {
    const { page } = program;
    await page.getByText(said.saved, { exact: true }).waitFor();
    writeFileSync(file(), stored().replace('我写的大栅栏', '别处写的大栅栏'));
    await expect
      .poll(() => page.getByRole('textbox', { name: said.title }).inputValue(), { timeout: 10_000 })
      .toBe('别处写的大栅栏');
    await page.getByRole('textbox', { name: said.chinese, exact: true }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n4. 还有什么要问？\n');
    writeFileSync(file(), stored().replace('别处写的大栅栏', '又在别处写的'));
    await page.getByText(said.conflict).waitFor();
    expect(stored()).toContain('又在别处写的');
    await page.getByRole('button', { name: said.keepMine }).press('Enter');
    await expect.poll(stored, { timeout: 10_000 }).toContain('还有什么要问');
    expect(stored()).not.toContain('又在别处写的');
  });

  test('is found beside the bundled case; removed, it comes back by undo', async () => {
    const { page } = program;
    await page.evaluate(() => {
      window.location.hash = '/library?q=后来又修了几条小路';
    });
    await page
      .getByRole('option', { name: /后来又修了几条小路/ })
      .first()
      .waitFor({ timeout: 20_000 });
    await page.evaluate(() => {
      window.location.hash = '/own';
    });
    await page.getByRole('button', { name: said.remove }).press('Enter');
    await expect.poll(() => page.getByRole('button', { name: said.remove }).count()).toBe(0);
    await page.getByRole('button', { name: said.undo }).press('Enter');
    await page.getByRole('button', { name: said.remove }).waitFor();
  });

  test('a new case begins as a draft that says what is still to write', async () => {
    const { page } = program;
    await page.getByRole('button', { name: said.newCase }).press('Enter');
    await page.getByRole('textbox', { name: said.titleEn }).fill('A small lane');
    await page.getByRole('button', { name: said.begin }).press('Enter');
    await page.getByText(said.toDo).first().waitFor();
    expect(await page.evaluate(() => window.location.hash)).toContain('a-small-lane');
  });
}
