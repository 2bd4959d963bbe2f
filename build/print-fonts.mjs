// Cuts the fonts of printed documents out of the whole ones, which are too large to be installed with the
// project: install the four packages named below with `npm install --no-save`, then `node build/n24.mjs
// build/print-fonts.mjs`. The results are committed. All are under OFL-1.1; none bears a name that its licence reserves.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import subsetFont from 'subset-font';

const from = resolve(process.argv[2] ?? 'node_modules', '@expo-google-fonts');
const to = resolve('build/fonts');

const span = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');

/** Every character of an older two-byte encoding between two lead and two trail bytes. */
function table(encoding, leads, ...trails) {
  const decoder = new TextDecoder(encoding);
  let text = '';
  for (let lead = leads[0]; lead <= leads[1]; lead += 1) {
    for (const [first, last] of trails) {
      for (let trail = first; trail <= last; trail += 1) text += decoder.decode(Uint8Array.of(lead, trail));
    }
  }
  return text;
}

function caseTexts() {
  const files = readdirSync('cases', { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join('cases', file), 'utf8'))
    .join('');
}

const unique = (text) => [...new Set(text.normalize('NFC'))].filter((mark) => mark !== '\ufffd').join('');
const marks = [
  span(0x20, 0x24f),
  span(0x1e00, 0x1eff),
  span(0x2000, 0x206f),
  span(0x2190, 0x21ff),
  span(0x2200, 0x22ff),
  span(0x25a0, 0x25ff),
  span(0x3000, 0x303f),
  span(0xff00, 0xffef),
].join('');
const latin = unique(marks);
// GB 2312 for the mainland's characters, and in the text face the common ones of Big5 for sources from elsewhere.
const simplified = unique(table('gbk', [0xa1, 0xf7], [0xa1, 0xfe]) + caseTexts() + marks);
const both = unique(simplified + table('big5', [0xa4, 0xc6], [0x40, 0x7e], [0xa1, 0xfe]));

const faces = [
  ['noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 'noto-serif-sc-400', both],
  ['noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf', 'noto-serif-sc-600', simplified],
  ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 'noto-sans-sc-400', simplified],
  ['noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf', 'noto-sans-sc-600', simplified],
  ['source-serif-4/400Regular/SourceSerif4_400Regular.ttf', 'source-serif-4-400', latin],
  ['source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf', 'source-serif-4-400-italic', latin],
  ['source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf', 'source-serif-4-600', latin],
  ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'noto-sans-400', latin],
  ['noto-sans/600SemiBold/NotoSans_600SemiBold.ttf', 'noto-sans-600', latin],
];

mkdirSync(to, { recursive: true });
for (const [source, name, text] of faces) {
  const cut = await subsetFont(readFileSync(join(from, source)), text, { targetFormat: 'sfnt' });
  writeFileSync(join(to, `${name}.ttf`), cut);
  console.log(`${name}.ttf ${cut.length} bytes`);
}
