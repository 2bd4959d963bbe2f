import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { caseOf, openProgram } from '../program.tsx';

const jinsong = caseOf('beijing-jinsong-model').front.title;
const garden = caseOf('shanghai-knowledge-innovation-garden').front.title;

const words = {
  zh: {
    search: '搜索案例',
    list: '案例',
    all: '全部案例',
    tray: '待比较的案例',
    preview: '预览',
    project: /^项目介入/,
  },
  en: {
    search: 'Search the cases',
    list: 'Cases',
    all: 'All cases',
    tray: 'Cases waiting to be compared',
    preview: 'Preview',
    project: /^Project/,
  },
} as const;

async function openLibrary(language: 'zh' | 'en') {
  const program = await openProgram({ at: '/library', settings: { language } });
  const list = await screen.findByRole('listbox', { name: words[language].list });
  await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(5));
  return { program, list, box: screen.getByRole('combobox', { name: words[language].search }) };
}

async function type(box: HTMLElement, text: string) {
  await act(async () => {
    box.focus();
    fireEvent.change(box, { target: { value: text } });
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
}

describe.each(['zh', 'en'] as const)('the library in %s', (language) => {
  it('lists every case at once, tells screen readers how many, and previews the first', async () => {
    const { list } = await openLibrary(language);
    const rows = within(list).getAllByRole('option');
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('5');
    expect(rows[0]?.getAttribute('aria-selected')).toBe('true');
    const preview = screen.getByRole('complementary', { name: words[language].preview });
    await waitFor(() => expect(within(preview).getByRole('heading', { level: 2 })).toBeTruthy());
  });

  it('finds what is typed, with the words marked, and keeps the question in the address', async () => {
    const { list, box } = await openLibrary(language);
    await type(box, jinsong[language].slice(0, language === 'zh' ? 4 : 17));
    await waitFor(() => expect(window.location.hash).toContain('q='));
    await waitFor(() =>
      expect(within(list).getAllByRole('option')[0]?.textContent).toContain(jinsong[language].slice(0, 4)),
    );
    await waitFor(() => expect(list.querySelector('mark')).not.toBeNull());
  });

  it('narrows by a ticked condition and shows all again', async () => {
    const { list } = await openLibrary(language);
    fireEvent.click(await screen.findByRole('checkbox', { name: words[language].project }));
    await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(1));
    expect(window.location.hash).toContain('filters=');
    fireEvent.click(screen.getByRole('button', { name: new RegExp(words[language].all) }));
    await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(5));
  });

  it('is worked by keys alone: down from the box into the list, X into the tray, Enter to read', async () => {
    const { program, list, box } = await openLibrary(language);
    await type(box, garden[language].slice(0, language === 'zh' ? 4 : 13));
    await waitFor(() => expect(list.querySelector('mark')).not.toBeNull());
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(list);
    fireEvent.keyDown(list, { key: 'x', code: 'KeyX' });
    await waitFor(() => expect(program.settings().tray).toEqual(['shanghai-knowledge-innovation-garden']));
    expect(
      within(screen.getByRole('region', { name: words[language].tray })).getByText(garden[language]),
    ).toBeTruthy();
    fireEvent.keyDown(list, { key: 'Enter' });
    await waitFor(() => expect(window.location.hash).toContain('/case/shanghai-knowledge-innovation-garden'));
  });
});

describe('the search box', () => {
  it('leaves Enter, Escape and arrows to an input method that is composing', async () => {
    const { box } = await openLibrary('zh');
    await type(box, '劲松');
    const address = window.location.hash;
    for (const key of ['Enter', 'Escape', 'ArrowDown'])
      fireEvent.keyDown(box, { key, isComposing: true, keyCode: 229 });
    expect(document.activeElement).toBe(box);
    expect((box as HTMLInputElement).value).toBe('劲松');
    expect(window.location.hash).toBe(address);
  });

  it('takes away the last condition with Backspace when it is empty', async () => {
    const { box } = await openLibrary('zh');
    fireEvent.click(await screen.findByRole('checkbox', { name: words.zh.project }));
    await screen.findByText('理解为');
    fireEvent.keyDown(box, { key: 'Backspace' });
    await waitFor(() => expect(window.location.hash).not.toContain('filters='));
  });
});

it('says which condition to drop when nothing meets all of them', async () => {
  const filters = encodeURIComponent(JSON.stringify({ type: ['event-driven'], level: ['municipality'] }));
  await openProgram({ at: `/library?filters=${filters}` });
  const heading = await screen.findByRole('heading', { name: /没有案例同时符合这2个条件/ });
  expect(heading).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '去掉层级' }));
  await waitFor(() => expect(screen.queryByRole('heading', { name: /没有案例/ })).toBeNull());
});

it('says what is wrong with an address that is half understood, by leaving that half out', async () => {
  await openProgram({ at: '/library?sort=backwards&related=maybe' });
  const list = await screen.findByRole('listbox', { name: '案例' });
  await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(5));
});
