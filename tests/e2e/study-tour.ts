import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, launch } from './launch.ts';

const wording = {
  zh: {
    answer: '看答案',
    rated: /今天答了1张/,
    back: '收回上一次回答',
    none: /今天答了0张/,
    anki: '导出给Anki',
  },
  en: {
    answer: 'Show the answer',
    rated: /1 answered today/,
    back: 'Take the last answer back',
    none: /0 answered today/,
    anki: 'Export for Anki',
  },
} as const;

/** A trainee reads a case, is asked about it by keys alone, takes an answer back and takes the cards away. */
export function studyTour(language: 'zh' | 'en'): void {
  const say = wording[language];
  const folder = mkdtempSync(join(tmpdir(), 'okm-study-'));
  afterAll(async () => {
    await closeBrowser();
    rmSync(folder, { recursive: true, force: true });
  });

  test(`what was read becomes cards (${language})`, async () => {
    const program = await launch({ language });
    const { page } = program;
    try {
      await page.locator('main h1').first().waitFor({ state: 'attached' });
      await page.evaluate(() => {
        window.location.hash = '#/case/beijing-jinsong-model';
      });
      await page.locator('article h1').waitFor();
      await page.waitForTimeout(500);
      await page.keyboard.press('Control+6');
      await page.getByRole('button', { name: say.answer }).waitFor();
      await page.keyboard.press('Space');
      await page
        .getByRole('group')
        .filter({ has: page.getByRole('button') })
        .last()
        .waitFor();
      await page.keyboard.press('3');
      await page.getByText(say.rated).waitFor();
      await page.getByRole('button', { name: say.back }).click();
      await page.getByText(say.none).waitFor();
      const file = join(folder, 'cards.txt');
      await program.saveAs(file, () => page.getByRole('button', { name: say.anki }).click());
      expect(readFileSync(file, 'utf8')).toMatch(/^#separator:tab\n#html:true\n/);
      expect(program.complaints).toEqual([]);
    } finally {
      await program.close();
    }
  });
}
