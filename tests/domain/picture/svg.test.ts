import { expect, test } from 'vitest';
import { writeSvg } from '#domain/picture/svg.ts';

test('marks that turn the direction of words, and controls, do not leave in a file', () => {
  const svg = writeSvg(
    { width: 10, height: 10, marks: [] },
    { title: 'a\u202eb\u0000<', alt: 'c\u2066d', source: '' },
  );
  expect(svg).toContain('<title>ab&lt;</title>');
  expect(svg).toContain('<desc>cd </desc>');
});
