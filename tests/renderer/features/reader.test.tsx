import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AnnotationId } from '#contract/ids.ts';
import {
  blockPassage,
  findSection,
  toPassage,
  toRange,
} from '../../../src-renderer/features/reader/passage.ts';
import { caseOf, openProgram, toAnnotation } from '../program.tsx';

const id = 'beijing-qinghe-community-planners';
const found = caseOf(id);
const zh = found.texts.zh;
if (zh === undefined) throw new Error('the case has lost its Chinese text');
const background = zh.sections[1];
if (background === undefined) throw new Error('the case has lost its second section');
const first = background.sentences[0];
if (first === undefined) throw new Error('the section has lost its sentences');

const noteId = AnnotationId.parse('0b8f7a52-6a55-4a6e-9c3a-2b6a8f1c0d11');
const note = toAnnotation({
  id: noteId,
  caseId: found.id,
  language: 'zh',
  section: background.id,
  start: first.start,
  end: first.end,
  kind: 'note',
  colour: 'yellow',
  body: '跟我们街道一样',
  tags: ['议事'],
});

async function openReader(
  options: { at?: string; notes?: readonly (typeof note)[]; language?: 'zh' | 'en' } = {},
) {
  const program = await openProgram({
    at: `/case/${id}${options.at ?? ''}`,
    settings: { language: options.language ?? 'zh' },
    notes: options.notes ?? [],
  });
  const article = await screen.findByRole('article', { name: '' });
  return { program, article };
}

function section(article: HTMLElement): HTMLElement {
  const element = findSection(article, 'background', 'zh');
  if (element === null) throw new Error('no section');
  return element;
}

function select(range: Range) {
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  fireEvent(document, new Event('selectionchange'));
}

describe('the reader', () => {
  it('shows the case with its sections, and begins on its title', async () => {
    const { article } = await openReader();
    expect(within(article).getByRole('heading', { level: 1 }).textContent).toBe(zh.title);
    const headings = within(article).getAllByRole('heading', { level: 2 });
    const texts = headings.map(({ textContent }) => textContent);
    const expected = zh.sections.slice(1).map(({ heading }) => heading);
    expect(texts.slice(0, expected.length)).toEqual(expected);
  });

  it('draws the text letter by letter as the tree has it', async () => {
    const { article } = await openReader();
    for (const part of zh.sections) {
      const element = findSection(article, part.id, 'zh');
      const drawn = [...(element?.querySelectorAll('[data-o]') ?? [])]
        .map(({ textContent }) => textContent)
        .join('');
      expect(drawn).toBe(part.text.replaceAll('\n', ''));
    }
  });

  it('sets both texts beside each other by section, and one interface language speaks', async () => {
    const { article } = await openReader({ at: '?text=both' });
    expect(within(article).getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(findSection(article, 'limits', 'zh')?.parentElement).toBe(
      findSection(article, 'limits', 'en')?.parentElement,
    );
  });

  it('opens the English text where the interface is English', async () => {
    const { article } = await openReader({ language: 'en' });
    expect(findSection(article, 'summary', 'en')?.lang).toBe('en');
    expect(screen.getByRole('radio', { name: 'EN', checked: true })).toBeTruthy();
  });

  it('opens a source beside its sign, and Escape leads back to the sign', async () => {
    const { article } = await openReader();
    const sign = article.querySelector<HTMLElement>('[data-ref]');
    if (sign === null) throw new Error('no citation');
    const item = found.front.references.find(({ id: ref }) => ref === sign.dataset.ref);
    fireEvent.click(sign);
    const margin = screen.getByRole('complementary');
    await waitFor(() => expect(margin.textContent).toContain(item?.title));
    fireEvent.keyDown(document.body, { key: 'Escape', code: 'Escape' });
    await waitFor(() => expect(margin.textContent).not.toContain(item?.title));
    expect(document.activeElement).toBe(sign);
  });
});

/** The text in a range, without the signs of its sources. */
function wordsIn(range: Range): string {
  const fragment = range.cloneContents();
  for (const signs of fragment.querySelectorAll('[data-cites]')) signs.remove();
  return fragment.textContent ?? '';
}

describe('places in the text', () => {
  it('are the same from the page to the text and back', async () => {
    const { article } = await openReader({ notes: [note] });
    await waitFor(() => expect(article.querySelector('mark')).not.toBeNull());
    const { text } = background;
    for (let start = 0; start < text.length - 3; start += 5) {
      const end = Math.min(text.length, start + 7);
      if (text.slice(start, end).includes('\n')) continue;
      const range = toRange(article, { language: 'zh', section: background.id, start, end });
      expect(range === undefined ? undefined : wordsIn(range)).toBe(text.slice(start, end));
      expect(range === undefined ? undefined : toPassage(range)).toEqual({
        language: 'zh',
        section: background.id,
        start,
        end,
      });
    }
  });

  it('cover a paragraph without the signs of its sources', async () => {
    const { article } = await openReader();
    const block = section(article).querySelector<HTMLElement>('[data-block]');
    const passage = block === null ? undefined : blockPassage(block);
    expect(background.text.slice(passage?.start, passage?.end)).toBe(background.text.split('\n')[0]);
  });
});

describe('marking', () => {
  it('marks a selection in the colour of its key, and the outline shows it', async () => {
    const { program, article } = await openReader();
    const range = toRange(article, {
      language: 'zh',
      section: background.id,
      start: first.start,
      end: first.end,
    });
    if (range === undefined) throw new Error('no range');
    select(range);
    await screen.findByRole('toolbar', { name: '选中的文字' });
    fireEvent.keyDown(section(article), { key: '2', code: 'Digit2' });
    await waitFor(() => expect(program.notes()).toHaveLength(1));
    expect(program.notes()[0]).toMatchObject({
      colour: 'green',
      kind: 'highlight',
      range: { section: 'background', start: first.start, end: first.end },
    });
    await waitFor(() =>
      expect(article.querySelector('mark')?.textContent).toContain(
        background.text.slice(first.start, first.start + 5),
      ),
    );
  });

  it('writes a note on the paragraph in focus without a mouse, and stores it when the field is left', async () => {
    const { program, article } = await openReader();
    act(() => article.focus());
    fireEvent.keyDown(article, { key: 'j', code: 'KeyJ' });
    const block = document.activeElement;
    expect(block?.hasAttribute('data-block')).toBe(true);
    fireEvent.keyDown(block ?? article, { key: 'n', code: 'KeyN' });
    const field = await screen.findByRole('textbox', { name: '批注' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: '先补人，再改造。' } });
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(program.notes()[0]?.body).toBe('先补人，再改造。'));
    expect(screen.queryByRole('textbox', { name: '批注' })).toBeNull();
  });

  it('does nothing on single letters when they are switched off', async () => {
    const program = await openProgram({ at: `/case/${id}`, settings: { singleKeys: false } });
    const article = await screen.findByRole('article', { name: '' });
    fireEvent.keyDown(section(article), { key: '1', code: 'Digit1' });
    expect(program.notes()).toHaveLength(0);
  });

  it('takes a note away with a way back', async () => {
    const { program, article } = await openReader({ notes: [note] });
    await waitFor(() => expect(article.querySelector('mark')).not.toBeNull());
    const card = screen.getByRole('article', { name: /黄色标记/ });
    expect(card.textContent).toContain('跟我们街道一样');
    fireEvent.click(within(card).getByRole('button', { name: '删掉这条' }));
    await waitFor(() => expect(program.notes()).toHaveLength(0));
    expect(article.querySelector('mark')).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(program.notes()).toHaveLength(1));
    await waitFor(() => expect(article.querySelector('mark')).not.toBeNull());
  });

  it('keeps the words in their field when they cannot be stored, and says why', async () => {
    const { program, article } = await openReader({ notes: [note] });
    await waitFor(() => expect(article.querySelector('mark')).not.toBeNull());
    fireEvent.click(screen.getByRole('button', { name: '改批注' }));
    const field = await screen.findByRole('textbox', { name: '批注' });
    program.fillDisk();
    fireEvent.change(field, { target: { value: '改过的话' } });
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText('没存上：磁盘已满。')).toBeTruthy();
    expect((field as HTMLTextAreaElement).value).toBe('改过的话');
    expect(screen.getByRole('button', { name: '再试' })).toBeTruthy();
  });
});

it('finds words in the case, steps through the hits and says how many', async () => {
  await openReader();
  fireEvent.keyDown(document.body, { key: 'f', code: 'KeyF', ctrlKey: true });
  const box = await screen.findByRole('searchbox', { name: '在案例里查找' });
  const word = '社区';
  const count = zh.sections.reduce((sum, { text }) => sum + text.split(word).length - 1, 0);
  fireEvent.change(box, { target: { value: word } });
  expect(await screen.findByText(`1 / ${count}`)).toBeTruthy();
  fireEvent.keyDown(box, { key: 'Enter' });
  expect((await screen.findAllByText(`2 / ${count}`)).length).toBeGreaterThan(0);
});

it('says what to do when an address names a case that is not there', async () => {
  await openProgram({ at: '/case/beijing-jinsong-modell' });
  expect(await screen.findByRole('heading', { level: 1, name: /没有找到案例/ })).toBeTruthy();
  expect(screen.getByText(/beijing-jinsong-model。/)).toBeTruthy();
});
