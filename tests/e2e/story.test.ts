import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeBrowser, type Launched, launch } from './launch.ts';

const run = promisify(execFile);
const words = {
  zh: {
    query: '老旧小区 谁出钱',
    case: '劲松模式',
    others: ['清河街道社区规划师', '创智农园'],
    note: '先尝后买四个月，可以问街道愿不愿意试。',
    compare: /^比较/,
    grid: /资金来源与规模/,
    own: '企业先垫钱，靠物业费慢慢收回。',
    reload: '已恢复',
    references: '参考文献',
  },
  en: {
    query: 'private capital old estate',
    case: 'Jinsong',
    others: ['Qinghe', 'Knowledge and Innovation'],
    note: 'Ask whether the subdistrict would try four free months.',
    compare: /^Compar/,
    grid: /Funding/,
    own: 'The firm pays first and earns it back from fees.',
    reload: 'restored',
    references: 'References',
  },
} as const;

let folder: string;
let program: Launched;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-story-'));
});
afterEach(async () => {
  await program.close({ keepData: true });
  // The program may still be writing its last line of log when its window has gone.
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});
afterAll(closeBrowser);

describe.each(['zh', 'en'] as const)('the main job, by keyboard alone (%s)', (language) => {
  const say = words[language];

  test('search, open, note, restart, compare three, edit, export a brief whose figures are cited', {
    timeout: 120_000,
  }, async () => {
    program = await launch({ language, dataDir: folder });
    let { page } = program;
    const search = () => page.getByRole('searchbox').or(page.getByRole('combobox')).first();
    const results = () => page.getByRole('option');

    /** Waits until the list stands still: results of an earlier query stay until the new ones are there. */
    async function settle(): Promise<void> {
      let before = '';
      await expect
        .poll(
          async () => {
            const now = (await results().allInnerTexts()).join('|');
            const isStill = now !== '' && now === before;
            before = now;
            return isStill;
          },
          { interval: 400, timeout: 20_000 },
        )
        .toBe(true);
    }

    /** Searches, goes to the result whose title holds the words, and puts it into the tray. */
    async function pick(query: string, title: string, count: number): Promise<void> {
      await page.keyboard.press('Escape');
      await search().focus();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(query);
      await results().filter({ hasText: title }).first().waitFor();
      await settle();
      await page.keyboard.press('ArrowDown');
      const current = page.locator('[role=option][aria-selected=true]');
      for (let step = 0; step < 12; step++) {
        if ((await current.innerText()).includes(title)) break;
        await page.keyboard.press('ArrowDown');
      }
      expect(await current.innerText()).toContain(title);
      await page.keyboard.press('x');
      await page.getByText(new RegExp(`(比较|Compare) ?${count}/6`)).waitFor();
    }

    await search().waitFor();
    await pick(say.query, say.case, 1);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: new RegExp(say.case) }).waitFor();

    // A paragraph is chosen and marked without the mouse; the words are typed where they stand.
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    await page.locator('textarea:focus, [role=textbox]:focus').waitFor();
    await page.keyboard.type(say.note);
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.getByText(say.note).first().waitFor();
    await page.locator('main mark').first().waitFor();

    // It is there at the next start, and the window is where it was: the place is stored after a short rest.
    await page.waitForTimeout(2500);
    await program.close({ keepData: true });
    program = await launch({ language, dataDir: folder });
    page = program.page;
    await page.getByRole('heading', { level: 1, name: new RegExp(say.case) }).waitFor();
    await page.getByText(say.note).first().waitFor();

    await page.keyboard.press('ControlOrMeta+1');
    for (const [index, other] of say.others.entries()) {
      await search().waitFor();
      await pick(other, other, index + 2);
    }
    await page.keyboard.press('ControlOrMeta+4');
    await page
      .getByRole('button', { name: /并排比较|side by side/i })
      .first()
      .press('Enter');
    const grid = page.getByRole('grid');
    await grid.waitFor();
    expect(await grid.getByRole('columnheader').count()).toBeGreaterThanOrEqual(4);

    const cell = page.locator('td[data-row="funding"]').first();
    await cell.focus();
    await page.keyboard.press('F2');
    await page.locator('[role=textbox]:focus').waitFor();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(say.own);
    await page.keyboard.press('ControlOrMeta+Enter');
    // Kept: the field is gone and the cell below has the keyboard.
    await page.locator('td[role=gridcell]:focus, td:focus').waitFor();
    await grid.getByText(say.own).waitFor();

    await page.keyboard.press('ControlOrMeta+Shift+S');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const file = join(folder, 'brief.docx');
    await program.saveAs(file, () =>
      dialog.getByRole('button', { name: /导出\s?Word|Export Word/ }).press('Enter'),
    );
    expect(program.complaints).toEqual([]);

    const entries = unzipSync(new Uint8Array(await readFile(file)));
    const document = strFromU8(entries['word/document.xml'] ?? new Uint8Array());
    const text = document.replaceAll(/<[^>]+>/g, '');
    expect(text).toContain(say.own);
    expect(text).toContain(say.references);
    expect(document).toContain('<w:tblHeader');
  });
});

test('the exported brief opens in another program, with every cell and the reference list', async ({
  skip,
}) => {
  program = await launch({ language: 'zh', dataDir: folder });
  const office = await run('soffice', ['--version']).catch(() => undefined);
  const poppler = await run('pdftotext', ['-v']).catch(() => undefined);
  if (!office || !poppler) skip('LibreOffice (soffice) or poppler (pdftotext) is not on this machine');
  const ids = [
    'beijing-jinsong-model',
    'beijing-qinghe-community-planners',
    'shanghai-knowledge-innovation-garden',
  ];
  const file = join(folder, 'brief.docx');
  await program.close({ keepData: true });
  const okm = ['out/main/okm.js'];
  await run(process.execPath, [...okm, 'brief', ...ids, '--out', file, '--data', folder, '--lang', 'zh']);
  const compared = await run(process.execPath, [
    ...okm,
    'compare',
    ...ids,
    '--json',
    '--data',
    folder,
    '--lang',
    'zh',
  ]);
  await run('soffice', [
    `-env:UserInstallation=file://${folder}/office`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    file,
  ]);
  const { stdout } = await run('pdftotext', ['-layout', join(folder, 'brief.pdf'), '-']);
  const flat = (text: string) => text.replaceAll(/[\s\u200b-\u200d\u2060]|\[[\d,，\-–@S; ]+\]/g, '');
  const pages = flat(stdout);
  expect(pages).toContain('参考文献');
  const { rows } = JSON.parse(compared.stdout) as {
    rows: { title: string; cells: { text: string; nothing: string | null }[] }[];
  };
  for (const { title, cells } of rows) {
    expect(pages).toContain(flat(title));
    // A cell is narrow: its lines are mixed with its neighbours', so each sentence is looked for by its start.
    for (const { text, nothing } of cells)
      if (nothing === null) expect(pages).toContain(flat(text).slice(0, 6));
  }
});
