import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { closeBrowser, type Launched, launch } from './launch.ts';

let program: Launched;
beforeEach(async () => {
  program = await launch({ language: 'zh' });
  await program.page.getByRole('option').first().waitFor();
});
afterEach(async () => {
  expect(program.complaints).toEqual([]);
  await program.close();
});
afterAll(closeBrowser);

const go = (address: string) =>
  program.page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);

test('years dragged over on the timeline are marked, and the library shows their cases', async () => {
  const { page } = program;
  await go('/matrix?show=timeline');
  const picture = page.getByRole('img', { name: /起止年份/ });
  const box = await picture.boundingBox();
  if (box === null) throw new Error('no timeline');
  await page.mouse.move(box.x + box.width * 0.6, box.y + 120);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + 130, { steps: 8 });
  await page.mouse.up();
  const from = page.getByRole('textbox', { name: '从' });
  await from.waitFor();
  const years = [
    Number(await from.inputValue()),
    Number(await page.getByRole('textbox', { name: '到' }).inputValue()),
  ];
  expect(years[0]).toBeGreaterThan(1970);
  expect(years[1]).toBeGreaterThan(years[0] ?? 0);
  await page.getByRole('link', { name: '在案例库里看选中的几年' }).click();
  await page.getByRole('option').first().waitFor();
  const hash = decodeURIComponent(await page.evaluate(() => window.location.hash));
  expect(hash).toContain(`"from":${years[0]},"to":${years[1]}`);
});

test('the map follows the hand, and stands where it was let go', async () => {
  const { page } = program;
  await go('/places?zoom=4');
  const picture = page.getByRole('img', { name: /个案例/ });
  const box = await picture.boundingBox();
  if (box === null) throw new Error('no map');
  await page.mouse.move(box.x + 300, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 420, box.y + 200, { steps: 6 });
  await page.mouse.up();
  // 120 px to the right is some 12 degrees to the west of the middle, 22 degrees east.
  await expect
    .poll(async () => {
      const hash = decodeURIComponent(await page.evaluate(() => window.location.hash));
      return Math.round(Number(/at=\[([-\d.]+)/.exec(hash)?.[1]));
    })
    .toBe(10);
});

test('a condition answered for a place stays, is taken back, and leaves as a document', async () => {
  const { page } = program;
  await go('/matrix?show=transfer&of=%5B%22beijing-jinsong-model%22%5D');
  await page.getByRole('button', { name: '新建本地' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('向阳街道');
  await page.getByRole('button', { name: '保存' }).click();
  const answers = page.getByRole('radiogroup', { name: /^本地有没有：政府/ });
  await answers.getByRole('radio', { name: '缺' }).click();
  await page.getByText('缺1个').waitFor();
  expect(
    await page
      .getByRole('list', { name: /^别处怎么做到的/ })
      .first()
      .getByRole('link')
      .count(),
  ).toBeGreaterThan(1);
  await page.reload();
  await page.getByText('缺1个').waitFor();
  await page.getByRole('button', { name: '导出对照' }).click();
  const file = join(program.dataDir, 'ledger.md');
  await program.saveAs(file, () => page.getByRole('menuitem', { name: 'Markdown' }).click());
  expect(readFileSync(file, 'utf8')).toContain('# 搬得走吗：向阳街道');
});

test('a picture is copied, and a sheet is printed from a case that the library is silent about', async () => {
  const { page } = program;
  // With a window a browser lets whoever has just pressed something write to the clipboard; without one it
  // asks nobody, and refuses.
  await program.context.grantPermissions(['clipboard-write']);
  await go('/matrix?show=silence');
  await page.getByRole('button', { name: '导出图' }).click();
  await page.getByRole('menuitem', { name: '复制成图' }).click();
  await page.getByText('图已复制').first().waitFor();
  await page.locator('svg[role="img"] [data-cases]').first().click();
  await page
    .getByRole('button', { name: /的提纲与练习$/ })
    .first()
    .click();
  const file = join(program.dataDir, 'guide.docx');
  await program.saveAs(file, () => page.getByRole('menuitem', { name: '中英对照，DOCX' }).click());
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
});
