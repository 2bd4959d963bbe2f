import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openProgram } from '../program.tsx';

const words = {
  zh: { text: '用自己的话', old: '老旧小区', results: '先例', empty: '先说说你的地方', same: '相同' },
  en: {
    text: 'In your own words',
    old: 'Old neighbourhood',
    results: 'Precedents',
    empty: 'Describe your place first',
    same: 'Same',
  },
} as const;

describe.each(['zh', 'en'] as const)('precedents in %s', (language) => {
  it('lists cases with their reasons as soon as something is said of the place', async () => {
    const word = words[language];
    await openProgram({ at: '/precedents', settings: { language } });
    expect(await screen.findByText(word.empty)).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: word.old }));
    const results = screen.getByRole('region', { name: word.results });
    await waitFor(() => expect(within(results).getAllByRole('article').length).toBeGreaterThan(0));
    expect(within(results).getAllByText(word.same).length).toBeGreaterThan(0);
    await act(async () => {
      fireEvent.change(screen.getByRole('textbox', { name: word.text }), { target: { value: '物业' } });
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await waitFor(() => expect(results.textContent).toContain('物业'));
  });

  it('says so when nothing is alike', async () => {
    const none = language === 'zh' ? '没有案例和它有相同之处' : 'No case has anything in common with it';
    await openProgram({
      at: `/precedents?years=${encodeURIComponent(JSON.stringify({ from: 1000, to: 1001 }))}`,
      settings: { language },
    });
    expect(await screen.findByText(none)).toBeTruthy();
  });
});
