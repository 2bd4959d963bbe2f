// Cuts the punctuation faces of the interface out of the whole fonts, which are too large to be installed with
// the project: `npm install --no-save @fontsource/noto-serif-sc@5.3.0 @fontsource/noto-sans-sc@5.3.0`, then
// `node build/n24.mjs build/punctuation-face.mjs`. The results are committed. Both fonts are under OFL-1.1,
// whose reserved names these files do not use.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import subsetFont from 'subset-font';

const from = resolve(process.argv[2] ?? 'node_modules');
const to = resolve('src-renderer/ui/fonts');

/** The marks whose pairs the sliced fonts tear apart; the same ranges stand in ui/type.css. */
const ranges = [
  [0x2014, 0x2014],
  [0x2018, 0x201d],
  [0x2026, 0x2026],
  [0x2e3a, 0x2e3a],
  [0x3000, 0x303f],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
];
const marks = ranges
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
  .map((code) => String.fromCodePoint(code))
  .join('');

mkdirSync(to, { recursive: true });
for (const face of ['serif', 'sans']) {
  for (const weight of [400, 600]) {
    const file = `noto-${face}-sc-chinese-simplified-${weight}-normal.woff2`;
    const font = readFileSync(join(from, `@fontsource/noto-${face}-sc/files`, file));
    const cut = await subsetFont(font, marks, { targetFormat: 'woff2' });
    writeFileSync(join(to, `okm-punct-${face}-${weight}.woff2`), cut);
    console.log(`okm-punct-${face}-${weight}.woff2 ${cut.length} bytes`);
  }
}
