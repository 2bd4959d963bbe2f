import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeBrowser, type Launched, launch } from './launch.ts';

let program: Launched;
beforeAll(async () => {
  program = await launch();
});
afterAll(async () => {
  await program.close({ keepData: false });
  await closeBrowser();
});

test('the library is there at the first start, in the language of the system', async () => {
  const { page } = program;
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().waitFor();
  await page.getByText('劲松', { exact: false }).first().waitFor();
  expect(await page.title()).toContain('一公里');
  expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
  expect(program.complaints).toEqual([]);
});

test('the secret is gone from the address, and the page has no way out but its own', async () => {
  const { page, door } = program;
  expect(page.url()).not.toMatch(/[\w-]{43}/);
  const exposed = await page.evaluate(() => Object.keys((window as { okm?: object }).okm ?? {}));
  expect(exposed).toEqual(door === 'desktop' ? ['save', 'copyPicture'] : []);
});

test('a case opened by the keys begins on its title, and going back comes to the very list that was left', async () => {
  const { page } = program;
  const active = () =>
    page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName);
  await page.getByRole('option').first().waitFor();
  await page.getByRole('listbox', { name: '案例' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('article h1').waitFor();
  await expect.poll(active, { timeout: 10_000 }).toBe('H1');
  await page.goBack();
  await expect.poll(active, { timeout: 10_000 }).toBe('listbox');
});

test('the program can be ended and started again on the same data', async () => {
  const { dataDir } = program;
  await program.close({ keepData: true });
  program = await launch({ dataDir });
  await program.page.getByText('劲松', { exact: false }).first().waitFor();
  expect(await program.page.getByText('只读').count()).toBe(0);
  expect(program.complaints).toEqual([]);
});
