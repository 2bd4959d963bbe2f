import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '#contract/annotations.ts';
import { layMargin } from '../../../src-renderer/features/reader/margin-layout.ts';
import { type Mark, splitByMarks } from '../../../src-renderer/features/reader/marks.ts';

function mark(id: string, start: number, end: number): Mark {
  return { annotation: { id } as unknown as Annotation, start, end };
}

describe('splitting a run of text by its marks', () => {
  it('leaves a run without marks whole', () => {
    expect(splitByMarks('居民听路演', 10, [mark('a', 0, 10), mark('b', 15, 20)])).toEqual([
      { text: '居民听路演', start: 10, top: undefined, marks: [] },
    ]);
  });

  it('shows the shorter of two marks that overlap, and knows both', () => {
    const long = mark('long', 0, 6);
    const short = mark('short', 2, 4);
    const pieces = splitByMarks('一二三四五六', 0, [long, short]);
    expect(pieces.map(({ text, top }) => [text, top?.annotation.id])).toEqual([
      ['一二', 'long'],
      ['三四', 'short'],
      ['五六', 'long'],
    ]);
    expect(pieces[1]?.marks).toHaveLength(2);
  });

  it('shows the newer of two marks on the same words', () => {
    const older = {
      ...mark('older', 0, 2),
      annotation: { id: 'older', createdAt: '2026-11-01' } as Annotation,
    };
    const newer = {
      ...mark('newer', 0, 2),
      annotation: { id: 'newer', createdAt: '2026-11-02' } as Annotation,
    };
    expect(splitByMarks('一二', 0, [older, newer])[0]?.top?.annotation.id).toBe('newer');
    expect(splitByMarks('一二', 0, [newer, older])[0]?.top?.annotation.id).toBe('newer');
  });

  it('never loses a letter, wherever marks begin and end', () => {
    const offsets = fc.tuple(fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.nat(20),
        fc.array(offsets, { maxLength: 6 }),
        (text, start, ranges) => {
          const marks = ranges.map(([a, b], index) => mark(`${index}`, Math.min(a, b), Math.max(a, b) + 1));
          const pieces = splitByMarks(text, start, marks);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          let at = start;
          for (const piece of pieces) {
            expect(piece.start).toBe(at);
            at += piece.text.length;
          }
        },
      ),
    );
  });
});

describe('placing notes in the margin', () => {
  it('puts a note beside its line, and pushes the next one down instead of covering it', () => {
    const tops = layMargin(
      [
        { id: 'a', at: 100, height: 60 },
        { id: 'b', at: 120, height: 40 },
        { id: 'c', at: 400, height: 40 },
      ],
      16,
    );
    expect([...tops]).toEqual([
      ['a', 100],
      ['b', 176],
      ['c', 400],
    ]);
  });

  it('never lets two notes overlap, however close their lines are', () => {
    const wish = fc.record({ at: fc.nat(2000), height: fc.integer({ min: 20, max: 300 }) });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), (wishes) => {
        const inOrder = wishes
          .toSorted((a, b) => a.at - b.at)
          .map((one, index) => ({ ...one, id: `${index}` }));
        const tops = layMargin(inOrder, 16);
        let free = Number.NEGATIVE_INFINITY;
        for (const { id, at, height } of inOrder) {
          const top = tops.get(id) ?? Number.NaN;
          expect(top).toBeGreaterThanOrEqual(Math.max(at, free));
          free = top + height + 16;
        }
      }),
    );
  });
});
