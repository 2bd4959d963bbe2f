import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeBrowser, type Launched, launch } from './launch.ts';

const words = {
  zh: {
    cases: [
      { query: '创智农园', title: '创智农园' },
      { query: '劲松模式', title: '劲松模式' },
      { query: '清河街道', title: '清河' },
    ],
    begin: '并排比较',
    own: '街道每年补一点。',
    finding: '账写全的只有劲松。',
    noSource: '没有出处',
    notStated: '未说明',
    export: '导出简报',
    word: '导出Word',
    differ: '只看差异',
    mark: '［无来源］',
    oneNote: '1条批注',
  },
  en: {
    cases: [
      { query: '创智农园', title: 'Knowledge and Innovation' },
      { query: '劲松模式', title: 'Jinsong' },
      { query: '清河街道', title: 'Qinghe' },
    ],
    begin: 'Set side by side',
    own: 'The subdistrict adds a little each year.',
    finding: 'Only Jinsong accounts for its money.',
    noSource: 'No source',
    notStated: 'Not stated',
    export: 'Export brief',
    word: 'Export Word',
    differ: 'Only what differs',
    mark: '[no source]',
    oneNote: '1 note',
  },
};

const cell = (page: Page, row: string, column: string) =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`);
const jinsong = 'beijing-jinsong-model';
const garden = 'shanghai-knowledge-innovation-garden';
const order = (page: Page) =>
  page.locator('th[data-row="head"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-column')));
const rowsOf = (page: Page) =>
  page.locator('th[data-column="name"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-row')));

/** The whole way from three waiting cases to a brief, without a mouse, in a language of the interface. */
export function compareTour(language: 'zh' | 'en'): void {
  const said = words[language];
  let program: Launched;
  beforeAll(async () => {
    program = await launch({ language });
    const { page } = program;
    const search = page.getByRole('searchbox').or(page.getByRole('combobox')).first();
    for (const [index, { query, title }] of said.cases.entries()) {
      await search.fill(query);
      await page.locator('[role="option"]').first().filter({ hasText: title }).waitFor();
      await search.press('ArrowDown');
      await page.keyboard.press('x');
      await page.getByText(new RegExp(`${index + 1}/6`)).waitFor();
    }
    await page.getByRole('button', { name: said.begin }).press('Enter');
    await page.getByRole('grid').waitFor();
  });
  afterAll(async () => {
    await program.close();
    await closeBrowser();
  });

  test('opens the waiting cases side by side, each cell drafted or said to be silent', async () => {
    const { page } = program;
    expect(await order(page)).toHaveLength(3);
    expect(await rowsOf(page)).toHaveLength(8);
    const empty = await page
      .locator('td[data-column]')
      .evaluateAll((all) => all.filter((one) => one.textContent === ''));
    expect(empty).toHaveLength(0);
    expect(await page.getByText(said.notStated, { exact: true }).count()).toBeGreaterThan(0);
  });

  test('goes from cell to cell, writes with Enter, gives up with Esc', async () => {
    const { page } = program;
    await cell(page, 'upkeep', garden).focus();
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('outputs');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F2');
    await page.locator('[role=textbox]:focus').waitFor();
    await page.keyboard.type('xyz');
    await page.keyboard.press('Escape');
    expect(await cell(page, 'upkeep', garden).textContent()).not.toContain('xyz');
    await page.keyboard.press('Enter');
    await page.locator('[role=textbox]:focus').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(said.own);
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(page, 'upkeep', garden).textContent()).toContain(said.own);
    await expect.poll(() => cell(page, 'upkeep', garden).textContent()).toContain(said.noSource);
  });

  test('keeps with Ctrl+Enter and goes down; R gives the draft back; Ctrl+Z takes that back', async () => {
    const { page } = program;
    const lead = cell(page, 'initiator-lead', jinsong);
    const draft = await lead.textContent();
    await lead.focus();
    await page.keyboard.press('Enter');
    await page.locator('[role=textbox]:focus').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => lead.textContent()).toContain('!');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-row')))
      .toBe('participation-rung');
    await lead.focus();
    await page.keyboard.press('r');
    await expect.poll(() => lead.textContent()).toBe(draft);
    await page.keyboard.press('Control+z');
    await expect.poll(() => lead.textContent()).toContain('!');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => lead.textContent()).toBe(draft);
  });

  test('takes the citations of an edited cell as wholes', async () => {
    const { page } = program;
    const funding = cell(page, 'funding', jinsong);
    await funding.focus();
    await page.keyboard.press('Enter');
    const field = funding.getByRole('textbox');
    const before = await field.locator('[data-refs]').count();
    expect(before).toBeGreaterThan(1);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Backspace');
    expect(await field.locator('[data-refs]').count()).toBe(before - 1);
    await page.keyboard.press('Escape');
    await expect.poll(() => funding.getByRole('textbox').count()).toBe(0);
  });

  test('moves rows and cases with the focus on them', async () => {
    const { page } = program;
    const rows = await rowsOf(page);
    await cell(page, 'outputs', jinsong).focus();
    await page.keyboard.press('Control+Shift+ArrowDown');
    await expect.poll(() => rowsOf(page)).not.toEqual(rows);
    const cases = await order(page);
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await expect.poll(() => order(page)).not.toEqual(cases);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-column'))).toBe(jinsong);
    await page.keyboard.press('Control+z');
    await expect.poll(() => order(page)).toEqual(cases);
  });

  test('notes a cell by key, and comes back to it from the list of notes', async () => {
    const { page } = program;
    const funding = cell(page, 'funding', jinsong);
    await funding.focus();
    await page.keyboard.press('n');
    await page.keyboard.type(`${said.own} *?*`);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => funding.textContent()).toContain(said.oneNote);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('funding');
    await page.keyboard.press('Control+7');
    await page.locator('#notes').focus();
    await page.getByText(said.own).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('grid').waitFor();
    await expect
      .poll(() => page.evaluate(() => ({ ...(document.activeElement as HTMLElement).dataset })))
      .toMatchObject({ row: 'funding', column: jinsong });
    await page.locator('aside article').filter({ hasText: said.own }).waitFor();
  });

  test('writes a finding, and hands over a brief that carries it', async () => {
    const { page } = program;
    await cell(page, 'funding', 'finding').focus();
    await page.keyboard.press('Enter');
    await page.locator('[role=textbox]:focus, textarea:focus').waitFor();
    await page.keyboard.type(said.finding);
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(page, 'funding', 'finding').textContent()).toBe(said.finding);
    await page.keyboard.press('Control+Shift+s');
    await page.getByRole('dialog', { name: new RegExp(language === 'zh' ? '导出' : 'Export') }).waitFor();
    const file = join(program.dataDir, 'brief.docx');
    await program.saveAs(file, () => page.getByRole('button', { name: said.word }).press('Enter'));
    const parts = unzipSync(new Uint8Array(await readFile(file)));
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(document).toContain(said.finding.replace(/[。.]$/, ''));
    expect(document).toContain(said.mark);
  });

  test('is there again after a reload, and in the list, from which it can be deleted and brought back', async () => {
    const { page } = program;
    await page.reload();
    await page.getByRole('grid').waitFor();
    expect(await cell(page, 'funding', 'finding').textContent()).toBe(said.finding);
    const title = (await page.locator('h1').textContent()) ?? '';
    await page.keyboard.press('Control+4');
    await page.getByRole('link', { name: title }).waitFor();
    await page.getByRole('button', { name: title }).press('Enter');
    await page.getByRole('link', { name: title }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.getByRole('link', { name: title }).waitFor();
  });

  test('is free of what axe can find, table and dialogs', async () => {
    const { page } = program;
    await page
      .getByRole('main')
      .getByRole('link', { name: /劲松|Jinsong/ })
      .first()
      .press('Enter');
    await page.getByRole('grid').waitFor();
    await cell(page, 'funding', jinsong).focus();
    const find = async (part: string) =>
      (await new AxeBuilder({ page }).include(part).analyze()).violations.map((one) => one.id);
    expect(await find('main')).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await find('main')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => cell(page, 'funding', jinsong).getByRole('textbox').count()).toBe(0);
    await page.keyboard.press('Control+Shift+s');
    await page.getByRole('dialog').waitFor();
    expect(await find('[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('complains of nothing', () => {
    expect(program.complaints).toEqual([]);
  });
}
