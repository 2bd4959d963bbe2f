import { describe, expect, it } from 'vitest';
import {
  citationNode,
  fillField,
  readField,
} from '../../../../src-renderer/features/compare/cited-field-dom.ts';

const filled = (text: string) => {
  const field = document.createElement('div');
  fillField(field, text, 'cite');
  return field;
};

describe('a field with citations', () => {
  it.each([
    '',
    '街道签约，居民听路演后定企业。[@S4; @S5]',
    '政府财政4600万元[@S4]；企业3000万元。[@S2; @S4]',
    '账写全的只有劲松。[@beijing-jinsong-model_S4]',
  ])('reads back what it was filled with: %s', (text) => {
    expect(readField(filled(text))).toBe(text);
  });

  it('shows a citation as one thing, by its short name', () => {
    const [node] = filled('有。[@beijing-jinsong-model_S4; @S5]').querySelectorAll('span');
    expect(node?.textContent).toBe('S4 S5');
    expect(node?.contentEditable).toBe('false');
  });

  it('takes hostile words as words', () => {
    const field = filled('<img src=x onerror=alert(1)>[@S1]');
    expect(field.querySelector('img')).toBeNull();
    expect(readField(field)).toBe('<img src=x onerror=alert(1)>[@S1]');
  });

  it('reads a break and hard blanks as one blank', () => {
    const field = filled('');
    field.append('一\u00a0 二', document.createElement('br'), '三', citationNode(['S1'], 'cite'));
    expect(readField(field)).toBe('一 二 三[@S1]');
  });
});
