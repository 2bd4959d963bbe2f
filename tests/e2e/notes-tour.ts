import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseText } from '#contract/case-tree.ts';
import { openLibrary } from '#services/library/library.ts';
import { en } from '../../src-renderer/app/i18n/en/messages.ts';
import { zh } from '../../src-renderer/app/i18n/zh/messages.ts';
import { closeBrowser, type Launched, launch } from './launch.ts';

const id = 'beijing-jinsong-model';

/** Sentences that stand in the case's file as they are read. */
interface Marked {
  readonly kept: string;
  readonly lost: string;
  readonly asked: string;
}

/**
 * A trainee's week in one language: mark a case up by keys alone, get an update of the library, read what became
 * of the notes, place the one that was lost, and take that back.
 */
export function tourNotes(language: 'zh' | 'en'): void {
  // The cases of a packed program cannot be exchanged from outside.
  const isPacked = process.env.OKM_DOOR === 'electron';
  describe.skipIf(isPacked)(`notes over an update (${language})`, () => tour(language));
}

function tour(language: 'zh' | 'en'): void {
  const words = language === 'zh' ? zh : en;
  let root: string;
  let dataDir: string;
  let program: Launched;
  let marked: Marked;
  const file = () => join(root, 'cases', 'project', language === 'zh' ? `${id}.md` : `${id}.en.md`);

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'okm-update-'));
    dataDir = mkdtempSync(join(tmpdir(), 'okm-notes-e2e-'));
    for (const part of ['out', 'cases', 'package.json']) cpSync(part, join(root, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    const library = await openLibrary({ casesDir: 'cases' });
    const text = library.get(id).texts[language];
    if (text === undefined) throw new Error('the case has lost its text');
    marked = chooseSentences(text, readFileSync(file(), 'utf8'));
    program = await launch({ language, dataDir, root });
  });
  afterAll(async () => {
    await program?.close();
    await closeBrowser();
    rmSync(root, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('a case is marked up by keys alone, sentence by sentence', async () => {
    const { page } = program;
    await openCase(page, language);
    await mark(page, marked.kept, async () => page.keyboard.press('2'));
    await mark(page, marked.lost, async () => {
      await page.keyboard.press('n');
      await page.keyboard.insertText('**?** x');
      await page.keyboard.press('Control+Enter');
    });
    await mark(page, marked.asked, async () => page.keyboard.press('4'));
    await page.locator('mark[data-colour="pink"]').first().waitFor();
    await page.locator('article strong', { hasText: '?' }).first().waitFor();
    expect(await page.locator('mark[data-colour="green"]').allTextContents()).not.toEqual([]);
    // Undo and redo outlast the window.
    await page.keyboard.press('Control+z');
    await page.locator('mark[data-colour="pink"]').first().waitFor({ state: 'detached' });
    await program.close({ keepData: true });
    program = await launch({ language, dataDir, root });
    await openCase(program.page, language);
    await program.page.locator('mark[data-colour="green"]').first().waitFor();
    await program.page.keyboard.press('Control+Shift+z');
    await program.page.locator('mark[data-colour="pink"]').first().waitFor();
    expect(program.complaints).toEqual([]);
  });

  test('an update of the library says what became of the notes; the lost one is placed, and that is taken back', async () => {
    await program.close({ keepData: true });
    const before = readFileSync(file(), 'utf8');
    const after = before.replace(marked.lost, '').replace(
      marked.asked,
      marked.asked.replace(/\d(?=\d)/, (digit) => `${(Number(digit) % 9) + 1}`),
    );
    expect(after).not.toBe(before);
    writeFileSync(file(), after);

    program = await launch({ language, dataDir, root });
    const { page } = program;
    await page.getByRole('link', { name: words['bar.report-show'] }).click();
    const report = page.getByRole('status').filter({ hasText: words['notes.report-seen'] });
    await report.waitFor();
    await page.getByText(words['notes.status.orphan'], { exact: true }).waitFor();
    await page.getByText(words['notes.status.to-confirm'], { exact: true }).waitFor();
    expect(await page.locator('#notes [role="option"]').count()).toBe(2);
    if (process.env.OKM_SHOTS)
      await page.screenshot({ path: `${process.env.OKM_SHOTS}/report-${language}.png` });
    expect(await violations(page)).toEqual([]);
    await report.getByRole('button', { name: words['notes.report-seen'] }).click();
    await report.waitFor({ state: 'detached' });

    await openCase(page, language);
    const card = page.locator('article[id^="note-"]').filter({ hasText: marked.lost.slice(0, 8) });
    await card.getByRole('button', { name: words['reader.place'] }).click();
    await page.getByRole('button', { name: words['reader.place.in-text'] }).waitFor();
    if (process.env.OKM_SHOTS)
      await page.screenshot({ path: `${process.env.OKM_SHOTS}/place-${language}.png` });
    await page.getByRole('button', { name: words['reader.place.in-text'] }).click();
    await page.getByText(words['reader.place.selecting']).waitFor();
    await page.locator('h1').first().focus();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: words['reader.place.here'] }).click();
    await page.getByText(words['reader.placed']).first().waitFor();
    await card.getByRole('button', { name: words['reader.place'] }).waitFor({ state: 'detached' });
    await page.locator('h1').first().focus();
    await page.keyboard.press('Control+z');
    await card.getByRole('button', { name: words['reader.place'] }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(program.complaints).toEqual([]);
  });
}

async function violations(page: Page): Promise<string[]> {
  await page.waitForTimeout(300);
  return (await new AxeBuilder({ page }).include('main').analyze()).violations.map(({ id }) => id);
}

/** Opens the case once the program has let the page in, whose address holds the key until then. */
async function openCase(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page.locator('main').waitFor();
  await page.goto(`${page.url().split('#')[0]}#/case/${id}?text=${language}`);
  await page.locator('article [data-section]').first().waitFor();
  await page.locator('h1').first().focus();
}

/** Steps from sentence to sentence until the wanted one is selected, and does something with it. */
async function mark(page: Page, sentence: string, act: () => Promise<void>): Promise<void> {
  const selected = () => page.evaluate(() => String(window.getSelection()));
  const plain = (text: string) => text.replace(/S\d+|[\s\d]/g, '');
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('s');
    if (plain(await selected()).startsWith(plain(sentence).slice(0, 20))) break;
    if (step === 119) throw new Error(`“${sentence}” was never selected`);
  }
  await act();
  // A note that is being stored gives the focus back to its words, from where the keys would go on.
  await page.getByRole('textbox', { name: /批注|Note/ }).waitFor({ state: 'detached' });
  await page.waitForTimeout(300);
  await page.locator('h1').first().focus();
}

/** Three sentences of different sections that stand word for word in the file, one of them with a number. */
function chooseSentences(text: CaseText, source: string): Marked {
  const all = text.sections.flatMap((section) =>
    section.sentences.map(({ start, end }) => section.text.slice(start, end)),
  );
  const once = all.filter((one) => one.length > 20 && source.split(one).length === 2);
  const asked = once.find((one) => /\d{2}/.test(one));
  const plain = once.filter((one) => !/\d/.test(one));
  const [kept, lost] = [plain[0], plain.at(-2)];
  if (asked === undefined || kept === undefined || lost === undefined) throw new Error('no such sentences');
  return { kept, lost, asked };
}
