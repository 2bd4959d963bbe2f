import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeBrowser, type Launched, launch } from './launch.ts';

let program: Launched;
const look = async (name: string) => {
  const { OKM_SHOTS: folder } = process.env;
  if (folder !== undefined) await program.page.screenshot({ path: `${folder}/${name}.png` });
};
beforeAll(async () => {
  program = await launch({ language: 'en', viewport: { width: 1280, height: 800 } });
});
afterAll(async () => {
  await program.close({ keepData: false });
  await closeBrowser();
});

test('a backup is made in the settings, and restoring it says first what it would do', async () => {
  const { page } = program;
  await page.getByText('Jinsong', { exact: false }).first().waitFor();
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  await page.getByText('There is no backup yet', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Back up now' }).click();
  const list = page.getByRole('list', { name: 'Backups' });
  await list.getByText('asked for', { exact: false }).waitFor();
  await look('data-backups');

  await page.getByRole('radio', { name: 'Sans' }).click({ force: true });
  await expect.poll(() => page.getByRole('radio', { name: 'Sans' }).isChecked()).toBe(true);
  // Stored a moment after it is shown.
  await expect
    .poll(
      async () => {
        await page
          .getByRole('button', { name: /^Restore the backup of/ })
          .first()
          .click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText(/would be added|the same as what is here/).waitFor();
        const text = await dialog.innerText();
        if (!text.includes('readFace')) {
          await dialog.getByRole('button', { name: 'Leave it as it is' }).click();
          await dialog.waitFor({ state: 'detached' });
        }
        return text;
      },
      { timeout: 20_000, interval: 500 },
    )
    .toContain('readFace');
  const dialog = page.getByRole('dialog');
  await look('data-restore');
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await dialog.getByRole('button', { name: 'Restore this backup' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('What was there is kept in replaced-', { exact: false }).waitFor();
  await list.getByText('before a restore', { exact: false }).waitFor();
  await expect.poll(() => page.getByRole('radio', { name: 'Serif', exact: true }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Check the data' }).click();
  await page.getByText('Your data are sound', { exact: false }).waitFor();
  await look('data-sound');
  expect(program.complaints).toEqual([]);
});

test('the same part in Chinese, in a small dark window, can be used by everybody', async () => {
  const { dataDir } = program;
  await program.close({ keepData: true });
  program = await launch({
    dataDir,
    language: 'zh',
    viewport: { width: 800, height: 800 },
    colorScheme: 'dark',
  });
  const { page } = program;
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  await page.getByRole('list', { name: '备份' }).getByText('退出时', { exact: false }).first().waitFor();
  await look('data-zh-dark');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await page
    .getByRole('button', { name: /^恢复 .*的备份/ })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByText('不变', { exact: false })
    .or(page.getByText('没有要恢复的', { exact: false }))
    .waitFor();
  await look('data-zh-restore');
  expect(program.complaints).toEqual([]);
});
