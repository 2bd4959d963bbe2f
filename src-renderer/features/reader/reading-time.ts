import type { CaseText } from '#contract/case-tree.ts';

/** Characters of Chinese, and words of English, that a reader of reports gets through in a minute. */
const hanPerMinute = 320;
const wordsPerMinute = 220;

/** Minutes that a text takes to read, at least one. */
export function minutesToRead({ sections, language }: CaseText): number {
  const text = sections.map((section) => section.text).join(' ');
  const amount =
    language === 'zh'
      ? (text.match(/\p{Script=Han}/gu)?.length ?? 0) / hanPerMinute
      : text.split(/\s+/).length / wordsPerMinute;
  return Math.max(1, Math.round(amount));
}
