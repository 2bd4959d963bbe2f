import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '../../src-renderer/app/i18n/en/messages.ts';
import { zh } from '../../src-renderer/app/i18n/zh/messages.ts';
import { closeBrowser, type Launched, launch } from './launch.ts';

/** A trainer sorts cases for a course, by keys: picks several, collects and tags them, and takes steps back. */
export function tourCollections(language: 'zh' | 'en'): void {
  const words = language === 'zh' ? zh : en;
  const name = language === 'zh' ? '备课' : 'For class';
  const tag = language === 'zh' ? '资金/财政' : 'funding/public';
  let program: Launched;
  beforeAll(async () => {
    program = await launch({ language });
  });
  afterAll(async () => {
    await program.close();
    await closeBrowser();
  });

  test('several cases are picked and put into a new collection by keys, which then lists them', async () => {
    const { page } = program;
    // Until the search has counted, the list is that of the library, in another order.
    await expect.poll(() => page.locator('fieldset').first().textContent(), soon).toMatch(/\d/);
    await page.locator('#result-list').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => picked(page), soon).toBe(3);
    // Back over a picked row lets it go.
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(() => picked(page), soon).toBe(2);
    await page.keyboard.press('s');
    await pickNew(page, name);
    await row(page, words, name).waitFor();
    await page.locator('#result-list').focus();
    await page.keyboard.press('t');
    await pickNew(page, tag);
    await row(page, words, name).press('Enter');
    await expect.poll(() => page.locator('#result-list [role="option"]').count(), soon).toBe(2);
    await expect.poll(() => page.url(), soon).toContain('collection');
    expect(await violations(page, 'main')).toEqual([]);
  });

  test('a case dropped on the collection is in it, and a step back takes it out', async () => {
    const { page } = program;
    await row(page, words, name).press('Enter');
    const rows = page.locator('#result-list [role="option"]');
    await expect.poll(() => rows.count(), soon).toBeGreaterThan(4);
    await rows.nth(4).dragTo(row(page, words, name));
    await expect.poll(() => row(page, words, name).textContent(), soon).toContain('3');
    await page.locator('#result-list').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => row(page, words, name).textContent(), soon).toContain('2');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => row(page, words, name).textContent(), soon).toContain('3');
  });

  test('cases are taken out of the collection in one act, and the tag can be told from the list', async () => {
    const { page } = program;
    await row(page, words, name).press('Enter');
    await expect.poll(() => page.locator('#result-list [role="option"]').count(), soon).toBe(3);
    await page.locator('#result-list').focus();
    await page.keyboard.press('Control+a');
    await expect.poll(() => picked(page), soon).toBe(3);
    await page.keyboard.press('t');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('option').first().waitFor();
    expect(await violations(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: words['collect.take-out'].replace('{name}', name) })
      .press('Enter');
    await expect.poll(() => row(page, words, name).textContent(), soon).toContain('0');
    await page.locator('h1').first().focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => row(page, words, name).textContent(), soon).toContain('3');
  });

  test('from the open case, too', async () => {
    const { page } = program;
    await page.goto(`${page.url().split('#')[0]}#/case/beijing-jinsong-model`);
    await page.getByRole('button', { name: words['collect.case'] }).press('Enter');
    await page.getByRole('menuitem', { name: words['command.reader.collect'] }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('option', { name }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.locator('[data-state="all"]').filter({ hasText: name }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('two cases are read beside each other, and keys mean the one that has the focus', async () => {
    const { page } = program;
    await page.goto(`${page.url().split('#')[0]}#/library`);
    await page.locator('#result-list').focus();
    await page.keyboard.press('Control+Enter');
    const second = page.locator('[data-pane="beside"]');
    await second.locator('article [data-section]').first().waitFor();
    expect(await page.locator('article h1').count()).toBe(2);
    await second.locator('h1').focus();
    await page.keyboard.press('s');
    await page.keyboard.press('2');
    await second.locator('mark[data-colour="green"]').first().waitFor();
    expect(await page.locator('mark').count()).toBe(await second.locator('mark').count());
    expect(await violations(page, 'main')).toEqual([]);
    await page.reload();
    await second.locator('mark').first().waitFor();
    await page.getByRole('button', { name: words['reader.split.close'] }).press('Enter');
    await second.waitFor({ state: 'detached' });
    expect(await page.locator('article h1').count()).toBe(1);
    expect(program.complaints).toEqual([]);
  });
}

/** A machine with much to do answers late. */
const soon = { timeout: 20_000 };
const picked = (page: Page) => page.locator('#result-list [aria-selected="true"]').count();
const row = (page: Page, words: typeof zh | typeof en, name: string) =>
  page.getByRole('region', { name: words['collect.collections'] }).getByRole('button', { name }).first();

async function pickNew(page: Page, written: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.locator('input').waitFor();
  await page.keyboard.insertText(written);
  await dialog.getByRole('option').last().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.locator('[data-state="all"]').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

async function violations(page: Page, part: string): Promise<string[]> {
  await page.waitForTimeout(300);
  return (await new AxeBuilder({ page }).include(part).analyze()).violations.map(({ id }) => id);
}
