import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser, type Launched, launch } from './launch.ts';

/** A theme colours both languages alike, so that one of them is held to all four. */
const themes = {
  zh: ['light', 'dark', 'contrast-light', 'contrast-dark'],
  en: ['light', 'dark'],
} as const;
const cases = ['beijing-jinsong-model', 'beijing-qinghe-community-planners'];

let program: Launched;
afterEach(() => {
  expect(program.complaints).toEqual([]);
});
afterAll(closeBrowser);

/** Puts the page where a screen is, and waits until it stands. */
const screens: Record<string, (page: Page) => Promise<void>> = {
  library: (page) => go(page, '/library'),
  'library, with results': async (page) => {
    await go(page, '/library');
    await search(page, '老旧小区');
    await page.getByRole('option').first().waitFor();
  },
  'library, nothing found': async (page) => {
    await go(page, '/library');
    await search(page, '火星基地 xyzzyq');
    await page.waitForTimeout(500);
  },
  reader: (page) => go(page, `/case/${cases[0]}`),
  'reader, both languages': (page) => go(page, `/case/${cases[0]}?text=both`),
  matrix: (page) => go(page, '/matrix'),
  timeline: (page) => go(page, '/matrix?show=timeline'),
  'life-cycle': (page) => go(page, '/matrix?show=life-cycle'),
  actors: (page) => go(page, '/matrix?show=actors'),
  accounts: (page) => go(page, '/matrix?show=accounts'),
  transfer: (page) => go(page, '/matrix?show=transfer&of=%5B%22beijing-jinsong-model%22%5D'),
  silence: (page) => go(page, '/matrix?show=silence'),
  places: (page) => go(page, '/places'),
  framework: (page) => go(page, '/framework'),
  precedents: async (page) => {
    await go(page, '/precedents?level=community&space=%5B%22old-neighbourhood%22%5D');
    await page.getByRole('article').first().waitFor();
  },
  compare: (page) => go(page, '/compare'),
  packets: (page) => go(page, '/packets'),
  'packets, one session': async (page) => {
    await go(page, '/packets');
    await page.getByRole('button', { name: /^(90分钟研讨课|90-minute seminar)/ }).click();
    await page
      .getByRole('list', { name: /^(课次|Sessions)$/ })
      .getByRole('button')
      .nth(1)
      .click();
    await page.getByRole('spinbutton').first().waitFor();
  },
  study: (page) => go(page, '/study'),
  'study, which type': async (page) => {
    await go(page, '/study?show=types');
    await page
      .getByRole('group', { name: /哪一型|Which type/ })
      .getByRole('button')
      .first()
      .click();
    await page.getByRole('button', { name: /^(下一题|Next)$/ }).waitFor();
  },
  'study, progress': (page) => go(page, '/study?show=progress'),
  notes: (page) => go(page, '/notes'),
  'own cases': (page) => go(page, '/own'),
  settings: (page) => go(page, '/settings'),
  gallery: (page) => go(page, '/gallery'),
};

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  // The heading of the screen before may still stand while the next one is fetched: it must stay to count.
  let stands = 0;
  await expect
    .poll(
      async () => {
        stands = (await page.locator('main h1').count()) > 0 ? stands + 1 : 0;
        return stands;
      },
      { interval: 250, timeout: 20_000 },
    )
    .toBeGreaterThanOrEqual(4);
}

async function search(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill(query);
}

describe.each(['zh', 'en'] as const)('no accessibility fault that axe knows (%s)', (language) => {
  beforeAll(async () => {
    program = await launch({ language });
    // A colour on its way from one theme to the next is nobody's to judge.
    await program.page.emulateMedia({ reducedMotion: 'reduce' });
    await program.page.getByRole('option').first().waitFor();
    return () => program.close();
  });

  test.for(Object.entries(screens))('%s', { timeout: 60_000 }, async ([, open]) => {
    const { page } = program;
    await open(page);
    for (const theme of themes[language]) {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => ({
        theme,
        id,
        at: nodes.map(({ target }) => target.join(' ')),
      }));
      expect(found).toEqual([]);
    }
  });
});
