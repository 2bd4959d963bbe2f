import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, tokens } from '#domain/analyser/analyse.ts';
import { fold } from '#domain/analyser/fold.ts';

describe('analyse', () => {
  it.each([
    ['15分钟社区生活圈', ['15', '分钟', '钟社', '社区', '区生', '生活', '活圈']],
    ['村', ['村']],
    ['1+1+N', ['1', '1', 'n', '1+1+n']],
    ['Walk+', ['walk', 'walk+']],
    ['收缴率82.16%', ['收缴', '缴率', '82', '16', '82.16']],
    ['責任規劃師', ['责任', '任规', '规划', '划师']],
    ['the right to the city', ['right', 'citi']],
    ['𠮷野', ['𠮷野']],
  ])('cuts %s', (text, terms) => {
    expect(analyse(text)).toEqual(terms);
  });

  it.each([
    ['neighbourhood', 'neighborhoods'],
    ['organisations', 'organization'],
    ['town centre', 'town centers'],
    ['a programme', 'programs'],
    ['residents’', "resident's"],
    ['pedestrianised', 'pedestrianized'],
    ['travelling', 'traveling'],
  ])('gives %s and %s the same terms', (british, american) => {
    expect(analyse(british)).toEqual(analyse(american));
  });

  it('finds every Chinese pair of a text, wherever the query is cut', () => {
    const text = '劲松北社区在朝阳区国贸以南，是1978年建成的老小区。';
    const all = new Set(analyse(text));
    for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
      for (let from = 0; from < run.length - 1; from++) {
        for (let to = from + 2; to <= run.length; to++) {
          expect(analyse(run.slice(from, to)).every((term) => all.has(term))).toBe(true);
        }
      }
    }
  });

  it('gives each token the place where it stands, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const folded = fold(text).text;
        for (const { term, start, end } of tokens(folded)) {
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(folded.length);
          expect(term.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('reads 100,000 characters of anything within half a second', () => {
    for (const unit of ['社', 'a', '1+', "a's", '社a', '9.', '\u0301', '𠮷']) {
      const text = unit.repeat(100_000 / unit.length);
      const before = performance.now();
      analyse(text);
      expect(performance.now() - before).toBeLessThan(500);
    }
  });
});
