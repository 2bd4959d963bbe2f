import { afterAll, expect, test } from 'vitest';
import { closeBrowser, launch } from './launch.ts';

afterAll(closeBrowser);

test('a case on paper is its whole text and its sources, without what is around it on the screen', async () => {
  const program = await launch({ language: 'en' });
  const { page } = program;
  try {
    await page.getByRole('navigation', { name: 'Places' }).waitFor();
    await page.evaluate(() => {
      window.location.hash = '#/case/beijing-jinsong-model';
    });
    await page.locator('article h1').waitFor();
    const screenHeight = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const sources = page.locator('article').getByRole('heading', { name: 'Sources' });
    await sources.waitFor();
    expect(await page.locator('nav').first().isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(
      2 * screenHeight,
    );
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await sources.waitFor({ state: 'detached' });
    expect(program.complaints).toEqual([]);
  } finally {
    await program.close();
  }
});
