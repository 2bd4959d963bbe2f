import type { CaseText } from '#contract/case-tree.ts';
import type { Passage } from './passage.ts';

/** Most hits that are kept; a single letter in a long case gives more than anyone steps through. */
const most = 2000;

/** Every place where words stand in the texts, letters large or small, in the order of the page. */
export function findInTexts(texts: readonly CaseText[], words: string): readonly Passage[] {
  const wanted = fold(words.trim());
  if (wanted === '') return [];
  const hits: Passage[] = [];
  const longest = Math.max(0, ...texts.map(({ sections }) => sections.length));
  for (let index = 0; index < longest; index += 1) {
    for (const { language, sections } of texts) {
      const section = sections[index];
      if (section === undefined) continue;
      const text = fold(section.text);
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        hits.push({ language, section: section.id, start: at, end: at + wanted.length });
        if (hits.length >= most) return hits;
      }
    }
  }
  return hits;
}

/** Letter by letter, so that every place in the folded text is the same place in the text. */
function fold(text: string): string {
  return text.replace(/[A-Z\u00c0-\u00deＡ-Ｚ]/g, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}
