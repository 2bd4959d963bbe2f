import type { Figure } from '#contract/case.ts';
import type { Language } from '#contract/ids.ts';

/** A figure of a case in one line, as a note on it keeps it: what it counts, how much, when. */
export function figureWords(figure: Figure, language: Language): string {
  const { value, unit, counts, asOf, approximate } = figure;
  const number = typeof value === 'number' ? `${value}` : `${value.min}–${value.max}`;
  const about = approximate ? (language === 'zh' ? '约' : 'about ') : '';
  const gap = language === 'zh' ? '' : ' ';
  const when = asOf === 'not-stated' || asOf === 'unknown' || asOf === 'not-applicable' ? '' : `${asOf}`;
  const words = `${counts[language]}${language === 'zh' ? '：' : ': '}${about}${number}${gap}${unit[language]}`;
  if (when === '') return words;
  return language === 'zh' ? `${words}（${when}）` : `${words} (${when})`;
}
