import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { AnnotationId } from '#contract/ids.ts';
import { caseOf, openProgram, toAnnotation } from '../program.tsx';

it('switches language and theme while it is open, and remembers both', async () => {
  const program = await openProgram({ at: '/settings' });
  await screen.findByRole('heading', { level: 1, name: '设置' });
  fireEvent.click(screen.getByRole('radio', { name: 'English' }));
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  expect(document.documentElement.lang).toBe('en');
  fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
  await waitFor(() => expect(program.settings()).toMatchObject({ language: 'en', theme: 'dark' }));
});

it('says where the data is, first of all', async () => {
  await openProgram({ at: '/settings' });
  const heads = (await screen.findAllByRole('heading', { level: 2 })).map(({ textContent }) => textContent);
  expect(heads[0]).toBe('数据');
  expect(screen.getByText('/data')).toBeTruthy();
});

it('reaches a case from the palette by a few letters of its title', async () => {
  await openProgram({ at: '/settings' });
  await screen.findByRole('heading', { level: 1 });
  fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
  const dialog = await screen.findByRole('dialog', { name: '命令与案例' });
  const box = within(dialog).getByRole('searchbox');
  await act(async () => {
    fireEvent.change(box, { target: { value: '劲松' } });
    await Promise.resolve();
  });
  const row = await within(dialog).findByRole('option', {
    name: new RegExp(caseOf('beijing-jinsong-model').front.title.zh.slice(0, 4)),
  });
  fireEvent.click(row);
  await waitFor(() => expect(window.location.hash).toContain('/case/beijing-jinsong-model'));
});

it('has every key on one sheet', async () => {
  await openProgram({ at: '/notes' });
  await screen.findByRole('heading', { level: 1 });
  fireEvent.keyDown(document.body, { key: '?', code: 'Slash', shiftKey: true });
  const sheet = await screen.findByRole('dialog', { name: '按键一览' });
  expect(within(sheet).getByText('写批注').parentElement?.textContent).toContain('N');
});

it('goes back to where it was when it is opened without an address', async () => {
  await openProgram({ at: '', settings: { address: '/case/shanghai-knowledge-innovation-garden?text=en' } });
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(
    caseOf('shanghai-knowledge-innovation-garden').texts.en?.title,
  );
});

it('does not follow a stored address that leads out of the program', async () => {
  await openProgram({ at: '', settings: { address: '//elsewhere.example/x' } });
  await screen.findByRole('listbox', { name: '案例' });
  expect(window.location.hash).toContain('/library');
});

it('lists the notes of all cases and opens one at its words', async () => {
  const found = caseOf('beijing-jinsong-model');
  const sentence = found.texts.zh?.sections[1]?.sentences[0];
  if (sentence === undefined) throw new Error('the case has lost its sentences');
  const note = toAnnotation({
    id: AnnotationId.parse('4d5c1d0a-8a0e-4f0d-9a39-4a8a5d5b7c11'),
    caseId: found.id,
    language: 'zh',
    section: 'background',
    start: sentence.start,
    end: sentence.end,
    kind: 'question',
    colour: 'green',
    body: '谁来养护？',
    tags: [],
  });
  await openProgram({ at: '/notes', notes: [note] });
  const list = await screen.findByRole('listbox', { name: '批注' });
  await waitFor(() => expect(within(list).getByText('谁来养护？')).toBeTruthy());
  act(() => list.focus());
  fireEvent.keyDown(list, { key: 'Enter' });
  await waitFor(() => expect(window.location.hash).toContain('/case/beijing-jinsong-model'));
  await waitFor(() => expect(document.activeElement?.tagName).toBe('MARK'));
});
