import { describe, expect, it } from 'vitest';
import { splitSentences } from '#domain/markdown/sentences.ts';

const split = (text: string, language: 'zh' | 'en') =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('leaves an opening mark to the sentence that it opens', () => {
    expect(split('办满5届。《国家治理》说好。“井点”很好。（注）完。', 'zh')).toEqual([
      '办满5届。',
      '《国家治理》说好。',
      '“井点”很好。',
      '（注）完。',
    ]);
  });

  it('keeps a closing mark with the sentence that it closes', () => {
    expect(split('他说：“好。”大家散了。', 'zh')).toEqual(['他说：“好。”', '大家散了。']);
    expect(split('He said so. “It is good.” (Later) it ended.', 'en')).toEqual([
      'He said so.',
      '“It is good.”',
      '(Later) it ended.',
    ]);
  });

  it('does not end an English sentence at an abbreviation', () => {
    expect(split('Prof. Li came. No. 22 opened.', 'en')).toEqual(['Prof. Li came.', 'No. 22 opened.']);
  });
});
