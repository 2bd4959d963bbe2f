import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import Database from 'better-sqlite3';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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
    more: /^更多/,
    evidence: '依据',
    presetMenu: '会前',
    chooseRows: '选对比项…',
    addRow: '加一项自己的…',
    ownRow: '停车怎么管',
    addIt: '加上这一项',
    keepSet: /存为一套/,
    setName: '街道用',
    compareRows: /^比这/,
    turn: '行列互换',
    project: '投影：全屏',
    versions: '版本…',
    bringBack: '换回这个版本',
    look: '逐个看',
    inWord: '居民也出工',
    refused: /不是Word文档/,
    takeEdits: /^写进/,
    table: '复制成表格',
    copied: /已复制/,
    accept: '用现在的草稿',
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
    more: /^More/,
    evidence: 'Evidence',
    presetMenu: 'Meeting',
    chooseRows: 'Choose rows…',
    addRow: 'Add a row of your own…',
    ownRow: 'Parking',
    addIt: 'Add this row',
    keepSet: /as a set/,
    setName: 'Street',
    compareRows: /^Compare \d/,
    turn: 'Swap rows and columns',
    project: 'Full screen, for a room',
    versions: 'Versions…',
    bringBack: 'Bring this version back',
    look: 'Look at each',
    inWord: ' and residents lend a hand',
    refused: /is no Word document/,
    takeEdits: /^Take \d/,
    table: 'Copy as a table',
    copied: /Copied/,
    accept: 'Use the new draft',
    oneNote: '1 note',
  },
};

/** A change that is taken back waits for its own write first. */
const patient = { timeout: 10_000 };

const cell = (page: Page, row: string, column: string) =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`);
const jinsong = 'beijing-jinsong-model';
const garden = 'shanghai-knowledge-innovation-garden';
const order = (page: Page) =>
  page.locator('th[data-row="head"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-column')));
const rowsOf = (page: Page) =>
  page.locator('th[data-column="name"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-row')));

/** Drops a file in the middle of the window, as from a folder. */
async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const data = await page.evaluateHandle(
    ({ name: called, base64 }) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([content], called));
      return transfer;
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}

/** What a program gets that pastes: the page may not read the clipboard itself. */
async function pasted(page: Page, type: 'text/plain' | 'text/html'): Promise<string> {
  const field = await page.evaluateHandle((wanted) => {
    const made = document.createElement('textarea');
    document.body.append(made);
    made.focus();
    made.addEventListener('paste', (event) => {
      event.preventDefault();
      made.value = event.clipboardData?.getData(wanted) ?? '';
    });
    return made;
  }, type);
  await page.keyboard.press('Control+v');
  return field.evaluate((made) => {
    made.remove();
    return made.value;
  });
}

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

  test('takes rows and cases to another place with the mouse', async () => {
    const { page } = program;
    const rows = await rowsOf(page);
    const first = rows[0] ?? '';
    const grip = (at: string) => page.locator(`th${at} [draggable="true"]`);
    await cell(page, first, 'name').hover();
    await grip(`[data-row="${first}"]`).dragTo(cell(page, rows[3] ?? '', 'name'), {
      targetPosition: { x: 40, y: 30 },
    });
    await expect.poll(() => rowsOf(page), patient).not.toEqual(rows);
    expect((await rowsOf(page)).indexOf(first)).toBeGreaterThan(1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => rowsOf(page), patient).toEqual(rows);
    const cases = await order(page);
    await cell(page, 'head', cases[0] ?? '').hover();
    await grip(`[data-column="${cases[0]}"]`).dragTo(cell(page, 'head', cases[2] ?? ''), {
      targetPosition: { x: 150, y: 10 },
    });
    await expect.poll(() => order(page), patient).toEqual([cases[1], cases[2], cases[0]]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => order(page), patient).toEqual(cases);
  });

  test('adds a row of one’s own and keeps the rows as a set', async () => {
    const { page } = program;
    await page.getByRole('button', { name: said.presetMenu }).press('Enter');
    await page.getByRole('menuitem', { name: said.chooseRows }).click();
    await page.getByRole('button', { name: said.addRow }).click();
    await page.keyboard.type(said.ownRow);
    await page.getByRole('button', { name: said.addIt }).click();
    await page.getByRole('checkbox', { name: said.ownRow }).waitFor();
    await page.getByRole('button', { name: said.keepSet }).click();
    await page.keyboard.type(said.setName);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: new RegExp(`^${said.setName}`) }).waitFor();
    expect(
      (await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations.map((one) => one.id),
    ).toEqual([]);
    await page.getByRole('button', { name: said.compareRows }).click();
    const own = page.locator('th[data-row^="own-"]');
    await own.filter({ hasText: said.ownRow }).waitFor();
    const cells = page.locator('td[data-row^="own-"]:not([data-column="finding"])');
    expect(await cells.allTextContents()).toEqual(Array(3).fill(said.notStated));
    await page.keyboard.press('Control+z');
    await own.waitFor({ state: 'detached' });
  });

  test('turns the table, and fills the screen until Esc', async () => {
    const { page } = program;
    const more = page.getByRole('button', { name: said.more });
    const choose = async (name: string) => {
      await more.press('Enter');
      await page.getByRole('menuitem', { name }).click();
    };
    await choose(said.turn);
    await page.locator('th[scope="row"][data-row="head"]').first().waitFor();
    await cell(page, 'funding', jinsong).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-column'))).toBe(jinsong);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).not.toBe('funding');
    await choose(said.turn);
    await choose(said.project);
    await expect.poll(() => page.getByRole('contentinfo').count()).toBe(0);
    await page.keyboard.press('Escape');
    await more.waitFor();
  });

  test('copies a cell with its sources, and the table in two forms', async () => {
    const { page } = program;
    await cell(page, 'funding', jinsong).focus();
    await page.keyboard.press('c');
    await page.getByText(said.copied).first().waitFor();
    const words = await pasted(page, 'text/plain');
    expect(words).toMatch(/4600|46 million/);
    expect(words).toMatch(/\n\[S\d+\] ./);
    await page.getByRole('button', { name: said.more }).press('Enter');
    await page.getByRole('menuitem', { name: said.table }).click();
    await expect.poll(() => pasted(page, 'text/html')).toContain('<table');
    const rows = (await pasted(page, 'text/html')).match(/<tr>/g) ?? [];
    expect(rows).toHaveLength(9);
    expect((await pasted(page, 'text/plain')).split('\n')[1]).toContain('\t');
  });

  test('pulls a passage that was marked in the case into a cell, with its source', async () => {
    const { page } = program;
    const link = page.locator('th[data-row="head"]').getByRole('link', { name: /劲松|Jinsong/ });
    await link.click();
    const text = page.locator('main article').first();
    await text.waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('1');
    await page.locator('main mark').first().waitFor();
    await page.goBack();
    await page.getByRole('grid').waitFor();
    const upkeep = cell(page, 'outputs', jinsong);
    await upkeep.focus();
    const before = (await upkeep.textContent()) ?? '';
    const pane = page.getByRole('complementary', { name: said.evidence });
    const marked = pane.locator('mark').first();
    await marked.waitFor();
    const quote = (await marked.textContent()) ?? '';
    await pane
      .getByRole('listitem')
      .filter({ has: page.locator('mark') })
      .getByRole('button')
      .click();
    await expect.poll(() => upkeep.textContent()).toContain(quote.slice(0, 12));
    await upkeep.focus();
    await page.keyboard.press('r');
    await expect.poll(() => upkeep.textContent()).toBe(before);
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
    await program.saveAs(file, () => page.getByRole('button', { name: said.word }).click());
    const parts = unzipSync(new Uint8Array(await readFile(file)));
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(document).toContain(said.finding.replace(/[。.]$/, ''));
    expect(document).toContain(said.mark);
  });

  test('reads a brief edited in Word that is dropped on the window, and takes what is chosen', async () => {
    const { page } = program;
    const parts = unzipSync(new Uint8Array(await readFile(join(program.dataDir, 'brief.docx'))));
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const own = said.own.replace(/[。.]$/, '');
    expect(document).toContain(own);
    const edited = zipSync({
      ...parts,
      'word/document.xml': strToU8(document.replaceAll(own, `${own}${said.inWord}`)),
    });
    await dropFile(page, 'brief.docx', edited);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').first().waitFor();
    expect(
      (await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations.map((one) => one.id),
    ).toEqual([]);
    await dialog.getByRole('button', { name: said.takeEdits }).click();
    const upkeep = cell(page, 'upkeep', garden);
    await expect.poll(() => upkeep.textContent()).toContain(said.inWord);
    await page.keyboard.press('Control+z');
    await expect.poll(() => upkeep.textContent()).not.toContain(said.inWord);
    await dropFile(page, 'other.docx', strToU8('no document'));
    await dialog.getByText(said.refused).waitFor();
    // The browser's own line on the answer that refuses the file.
    expect(program.complaints.splice(0).filter((line) => !line.includes('422'))).toEqual([]);
    await expect.poll(() => dialog.getByRole('button', { name: said.takeEdits }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
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

  test('brings an earlier version back, seen beforehand, and takes that back', async () => {
    const { page } = program;
    const finding = cell(page, 'funding', 'finding');
    await page
      .getByRole('main')
      .getByRole('link', { name: /劲松|Jinsong/ })
      .first()
      .press('Enter');
    await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name: said.more }).press('Enter');
    await page.getByRole('menuitem', { name: said.versions }).click();
    await page.getByRole('dialog').locator('[aria-pressed]').last().click();
    await page.getByRole('dialog').getByText(said.finding).waitFor();
    await page.getByRole('button', { name: said.bringBack }).click();
    await expect.poll(() => finding.textContent()).not.toBe(said.finding);
    await cell(page, 'funding', jinsong).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => finding.textContent()).toBe(said.finding);
  });

  test('says what changed in a case since, and asks before it takes the new draft', async () => {
    const { page } = program;
    const old = language === 'zh' ? '旧的说法。' : 'As it was said before.';
    const store = new Database(join(program.dataDir, 'okm.db'));
    store
      .prepare(
        `UPDATE comparison_cells SET basis = 'old', revision = 'old', draft_zh = @old, draft_en = @old
         WHERE row_id = 'funding' AND case_id = @jinsong`,
      )
      .run({ old, jinsong });
    store
      .prepare(`UPDATE comparison_baselines SET revision = 'old', figures = '[]' WHERE case_id = ?`)
      .run(jinsong);
    store.close();
    await page.reload();
    await page.getByRole('grid').waitFor();
    expect(await cell(page, 'funding', jinsong).textContent()).toContain(old);
    await page.getByRole('button', { name: said.look }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('table').waitFor();
    expect(
      (await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations.map((one) => one.id),
    ).toEqual([]);
    await dialog.getByRole('button', { name: said.accept }).click();
    await dialog.getByRole('button', { name: said.accept }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await expect.poll(() => cell(page, 'funding', jinsong).textContent()).not.toContain(old);
    await page.keyboard.press('Control+4');
    await page.getByRole('heading', { level: 1 }).waitFor();
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
