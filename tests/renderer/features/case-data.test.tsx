import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { caseOf, openProgram } from '../program.tsx';

const id = 'beijing-jinsong-model';
const { front } = caseOf(id);

const openCase = async (language: 'zh' | 'en') => {
  await openProgram({ at: `/case/${id}`, settings: { language } });
  await screen.findByRole('article', { name: '' });
};

it.for([
  ['zh', '谁对谁做什么', '时间线', '物业费收缴率', '愿景集团', '未说明'],
  ['en', 'Who does what to whom', 'Timeline', 'property fees collected', 'Vision Group', 'Not stated'],
] as const)(
  'draws the case from its data, each picture with words and a table (%s)',
  async ([language, actors, timeline, fees, firm, silence]) => {
    await openCase(language);
    const map = screen.getByRole('figure', { name: actors });
    expect(within(map).getByRole('img').getAttribute('aria-label')).toMatch(/5/);
    const rows = within(map).getAllByRole('row', { hidden: true });
    expect(rows).toHaveLength(1 + front.actors.length);
    const subdistrict = rows.find((row) => row.textContent?.includes(language === 'zh' ? '签约' : 'signs'));
    expect(subdistrict?.textContent, 'says on whom the subdistrict acts').toContain(firm);
    expect(within(map).getAllByText(silence, { ignore: 'td' }).length).toBeGreaterThan(0);

    const facts = within(screen.getByRole('figure', { name: timeline })).getAllByRole('row');
    expect(facts).toHaveLength(1 + front.events.length);
    expect(facts[1]?.textContent).toMatch(/1978/);

    const chart = screen.getByRole('figure', { name: fees });
    expect(within(chart).getByRole('img').getAttribute('aria-label')).toMatch(/2020.*82\.16.*2021.*85\.42/);
  },
);

it('says how well the case is evidenced', async () => {
  await openProgram({ at: `/case/${id}?margin=sources`, settings: { language: 'zh' } });
  expect(await screen.findByText('7条来源，7个互相独立：报道6，主办方1。')).toBeDefined();
  expect(screen.getByText(/句陈述事实，100%有来源。/)).toBeDefined();
  expect(screen.getByText('最新的来源是2023年的。')).toBeDefined();
});

it('tells what a term means in both languages, by the keyboard, and gives the focus back', async () => {
  await openCase('zh');
  const term = await screen.findByRole('button', { name: '双过半' });
  term.focus();
  fireEvent.keyDown(term, { key: 'Enter' });
  const card = await screen.findByRole('dialog', { name: '双过半' });
  expect(within(card).getAllByRole('definition')).toHaveLength(2);
  expect(card.textContent).toMatch(/majority/i);
  fireEvent.keyDown(card, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('leads from the type of a case to what it means and to the other cases of it', async () => {
  await openCase('zh');
  fireEvent.click(screen.getByRole('link', { name: '项目介入型' }));
  const word = await screen.findByRole('heading', { name: /项目介入型\s*Project/ });
  await waitFor(() => expect(document.activeElement).toBe(word));
  const entry = word.closest('article');
  if (entry === null) throw new Error('the word has lost its entry');
  expect(
    within(entry).getByText('由接续的项目带着团队长期驻在一处，补碎片化更新的缺，也补居民能力的差距。'),
  ).toBeDefined();
  expect(within(entry).getByText(/A long-term team on the ground/)).toBeDefined();
  expect(within(entry).getByRole('link', { name: /劲松模式/ })).toBeDefined();
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(4 + 3 + 8 + 5 + 3);
});

it('explains the framework in English to English readers', async () => {
  await openProgram({ at: '/framework?at=concerns.role', settings: { language: 'en' } });
  expect(
    await screen.findByRole('heading', { level: 1, name: 'How the library is organised' }),
  ).toBeDefined();
  const word = await screen.findByRole('heading', { name: /Role\s*角色职能/ });
  await waitFor(() => expect(document.activeElement).toBe(word));
  expect(screen.getByText(/专业力量下沉/)).toBeDefined();
});
