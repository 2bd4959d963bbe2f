import { describe, expect, it } from 'vitest';
import { trimSnippet } from '../../../src-renderer/features/library/trim-snippet.ts';

const why: 'own'[] = ['own'];

/** The words under the ranges, which must be the same before and after. */
function hits({
  text,
  ranges,
}: {
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[];
}) {
  return ranges.map(([start, end]) => text.slice(start, end));
}

describe('the beginning of a snippet', () => {
  it('stays when the first hit is near it', () => {
    const snippet = { text: '改造前没有物业，停车乱。', ranges: [[8, 10]] as [number, number][], why };
    expect(trimSnippet(snippet).text).toBe(snippet.text);
  });

  it('is cut at a clause so that a far hit is in sight, and the hit stays on its words', () => {
    const text =
      '劲松是改革开放后第一批成建制的住宅区，位于国贸以南约3公里，后来被劲松路分成南、北两个社区，停车一直很乱。';
    const at = text.indexOf('停车');
    const cut = trimSnippet({ text, ranges: [[at, at + 2]], why });
    expect(cut.text.startsWith('…')).toBe(true);
    expect(cut.text.indexOf('停车')).toBeLessThan(16);
    expect(hits(cut)).toEqual(['停车']);
  });

  it('is cut between English words', () => {
    const text =
      'It stands about three kilometres south of Guomao and was later split by a road, so that parking is hard.';
    const at = text.indexOf('parking');
    const cut = trimSnippet({ text, ranges: [[at, at + 7]], why });
    expect(hits(cut)).toEqual(['parking']);
    expect(cut.text).toMatch(/^…\s?(so|by|a|that)\b/);
  });
});
