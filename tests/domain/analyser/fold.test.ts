import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, toInputRange } from '#domain/analyser/fold.ts';

const letters = fc.constantFrom(
  ...'责任規劃師裡著Ａａａ１½㎡ⅢéÉ1+N-“”，。\n 𠮷ｶﾞ가ßİ',
  'e\u0301',
  '\u200b',
  '\ud83d',
);
const texts = fc.array(letters, { maxLength: 40 }).map((parts) => parts.join(''));

describe('fold', () => {
  it.each([
    ['責任規劃師', '责任规划师'],
    ['臺北裡長', '台北里长'],
    ['ＡＲ／ＶＲ', 'ar/vr'],
    ['Ciclovía de Bogotá', 'ciclovia de bogota'],
    ['约700㎡', '约700m2'],
    ['乾隆', '干隆'],
    ['城市\u200b更新', '城市更新'],
  ])('makes %s comparable as %s', (text, folded) => {
    expect(fold(text).text).toBe(folded);
  });

  it('leads a hit behind an expanded character back to the text as written', () => {
    const folded = fold('占½，约30㎡的花园');
    const start = folded.text.indexOf('花园');
    const [from, to] = toInputRange(folded, start, start + 2);
    expect('占½，约30㎡的花园'.slice(from, to)).toBe('花园');
  });

  it('takes a character whole when a hit touches a part of what it folds to', () => {
    const folded = fold('é½e\u0301x');
    expect(folded.text).toBe('e1⁄2ex');
    expect(toInputRange(folded, 1, 2)).toEqual([1, 2]);
    expect(toInputRange(folded, 4, 5)).toEqual([2, 4]);
  });

  it('folds a piece to the piece of the folded text, so that a query cut from a text is found in it', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        fc.pre(!/[\ud800-\udbff]$/.test(a) || !/^[\udc00-\udfff]/.test(b));
        expect(fold(a + b).text).toBe(fold(a).text + fold(b).text);
      }),
    );
  });

  it('never leads outside of the text, and keeps order', () => {
    fc.assert(
      fc.property(texts, fc.nat(60), fc.nat(60), (text, a, b) => {
        const folded = fold(text);
        const start = Math.min(a, b, folded.text.length);
        const end = Math.min(Math.max(a, b), folded.text.length);
        const [from, to] = toInputRange(folded, start, end);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(to).toBeGreaterThanOrEqual(from);
        if (end > start) expect(fold(text.slice(from, to)).text).toContain(folded.text.slice(start, end));
      }),
    );
  });
});
