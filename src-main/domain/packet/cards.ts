import type { Figure } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import type { Glossary } from '#contract/glossary.ts';
import type { Language } from '#contract/ids.ts';
import type { PacketDocument } from '#contract/packet-document.ts';
import type { PacketContent } from '#contract/packets.ts';
import { dateWords } from '../comparison/words.ts';
import { termsIn } from './terms-in.ts';
import { packetTexts } from './texts.ts';

type Cards = PacketDocument['cards'];

/**
 * Cards of a packet: figures of its cases, its questions, the terms that it says. Figures of a case that is cut
 * are left out, since nobody can tell on which side of the cut they stand.
 */
export function makeCards(
  { sessions, language }: PacketContent,
  find: (id: string) => Case | undefined,
  glossary: Glossary,
  said: string,
): Cards {
  const texts = packetTexts[language];
  const readings = sessions.flatMap((session) => session.readings);
  const cut = new Set<string>(readings.filter(({ ending }) => ending !== null).map(({ caseId }) => caseId));
  const whole = [...new Set<string>(readings.map(({ caseId }) => caseId))].filter((id) => !cut.has(id));
  const figures = whole.flatMap((id): Cards[number][] => {
    const value = find(id);
    if (!value) return [];
    const title = value.front.title[language];
    return value.front.figures.map((figure) => ({
      front: texts.figureFront(title, asked(figure.counts[language]), asOfWords(figure, language)),
      back: figureWords(figure, language),
      from: texts.cardFrom.figure,
    }));
  });
  const questions = sessions.flatMap((session) =>
    session.questions.map(({ text }) => ({ front: text, back: '', from: texts.cardFrom.question })),
  );
  const terms = termsIn(glossary, said, language).map(({ term, meaning }) => ({
    front: term,
    back: meaning,
    from: texts.cardFrom.term,
  }));
  return [...questions, ...figures, ...terms];
}

/** What a figure counts, without a number that would answer for it. */
export function asked(counts: string): string {
  return counts.replace(/\s*[（(][^（()）]*\d[^（()）]*[）)]/gu, '').trim() || counts;
}

/** A figure with its unit, and whether it is about. */
export function figureWords({ value, unit, approximate }: Figure, language: Language): string {
  const number = typeof value === 'number' ? `${value}` : `${value.min}–${value.max}`;
  const about = approximate === true ? (language === 'zh' ? '约' : 'about ') : '';
  const gap = language === 'zh' || unit[language] === '%' ? '' : ' ';
  return `${about}${number}${gap}${unit[language]}`;
}

/** The day, month or year of a figure; empty where none is stated. */
export function asOfWords({ asOf }: Figure, language: Language): string {
  return asOf === 'not-stated' || asOf === 'not-applicable' || asOf === 'unknown'
    ? ''
    : dateWords(asOf, language);
}
