import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { caseOf, openProgram } from '../program.tsx';

const jinsong = caseOf('beijing-jinsong-model').front.title;

const words = {
  zh: {
    matrix: '类型与创新维度',
    title: '谁在做哪一种创新',
    cell: /^项目介入型，场所精微营造：/,
    first: /^规划统筹型，需求响应精准化：/,
    second: /^规划统筹型，空间权利实质化：/,
    picked: '项目介入型 × 场所精微营造',
    library: '在案例库里打开',
    timeline: '时间线',
    years: /起止年份/,
    places: '在哪些地方',
    table: '读作表格',
    all: '全部案例',
  },
  en: {
    matrix: 'Type by Innovation dimension',
    title: 'Who does which kind of innovation',
    cell: /^Project, Fine-grained place-making:/,
    first: /^Plan coordination, Precise response to needs:/,
    second: /^Plan coordination, Substantive spatial rights:/,
    picked: 'Project × Fine-grained place-making',
    library: 'Open in the library',
    timeline: 'Timeline',
    years: /^Years of/,
    places: 'Where the cases are',
    table: 'Read as a table',
    all: 'All cases',
  },
} as const;

describe.each(['zh', 'en'] as const)('the library at a glance in %s', (language) => {
  const own = words[language];

  it('is a table of counts, and a cell lists its cases with the sentence that puts them there', async () => {
    await openProgram({ at: '/matrix', settings: { language } });
    const table = await screen.findByRole('table', { name: own.matrix });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(own.title);
    expect(within(table).getAllByRole('columnheader').length).toBeGreaterThanOrEqual(8);
    fireEvent.click(within(table).getByRole('button', { name: own.cell }));
    const list = await screen.findByRole('complementary', { name: own.picked });
    await waitFor(() => expect(within(list).getAllByRole('listitem').length).toBeGreaterThan(0));
    const { dimensions } = caseOf('beijing-jinsong-model').front;
    const place =
      typeof dimensions === 'string' ? undefined : dimensions.find(({ id }) => id === 'quality.place');
    expect(place).toBeDefined();
    expect(list.textContent).toContain(place?.quote[language]);
    const link = within(list).getByRole('link', { name: own.library });
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain('"dimension":["quality.place"]');
  });

  it('is walked with the arrow keys from one stop', async () => {
    await openProgram({ at: '/matrix', settings: { language } });
    const table = await screen.findByRole('table', { name: own.matrix });
    const first = within(table).getByRole('button', { name: own.first });
    const stops = within(table)
      .getAllByRole('button')
      .filter((one) => one.tabIndex === 0);
    expect(stops).toEqual([first]);
    act(() => first.focus());
    fireEvent.keyDown(first, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(within(table).getByRole('button', { name: own.second }));
    fireEvent.keyDown(document.activeElement ?? first, { key: 'Home', ctrlKey: true });
    expect(document.activeElement).toBe(first);
  });

  it('gives the timeline as a picture with words and as a table that opens its cases', async () => {
    await openProgram({ at: '/matrix', settings: { language } });
    fireEvent.click(await screen.findByRole('tab', { name: own.timeline }));
    const picture = await screen.findByRole('img', { name: own.years });
    expect(picture.querySelectorAll('[data-cases]').length).toBeGreaterThan(2);
    fireEvent.click(screen.getByText(own.table));
    const link = (await screen.findAllByRole('link', { name: jinsong[language] }))[0];
    expect(link?.getAttribute('href')).toContain('/case/beijing-jinsong-model');
  });

  it('shows places with a list that holds every case, drawn or not', async () => {
    await openProgram({ at: '/places', settings: { language } });
    const list = await screen.findByRole('complementary', { name: own.all });
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(5));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(own.places);
    const sign = await waitFor(() => {
      const found = document.querySelector('svg[role="img"] [data-cases]');
      expect(found).not.toBeNull();
      return found;
    });
    if (sign !== null) fireEvent.click(sign);
    await waitFor(() => expect(window.location.hash).toContain('cases='));
  });
});

it('keeps a broken address from breaking the screen', async () => {
  await openProgram({
    at: '/matrix?rows=nonsense&cell=a%20b&from=x&filters=7',
    settings: { language: 'zh' },
  });
  expect(await screen.findByRole('table', { name: words.zh.matrix })).toBeTruthy();
});
