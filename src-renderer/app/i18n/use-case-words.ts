import { useMemo } from 'react';
import type { CaseFrontMatter, PartialDate } from '#contract/case.ts';
import type { Bilingual } from '#contract/ids.ts';
import { findEntry, type VocabularyList } from '#contract/vocabulary.ts';
import { useLanguage, useT } from './use-t.tsx';

type DateOrNothing = CaseFrontMatter['period']['start'];

/** The year of a date as precise as it is known, or undefined where the case states none. */
export function yearOf(date: DateOrNothing | null | undefined): number | undefined {
  if (date === null || date === undefined) return undefined;
  const year = Number(String(date).slice(0, 4));
  return Number.isInteger(year) ? year : undefined;
}

/** Words for the values of the controlled lists and for the dates of cases, in the interface's language. */
export interface CaseWords {
  /** A value of a list, its short form if asked for; a kind of nothing in words; else the value itself. */
  readonly label: (list: VocabularyList, id: string, form?: 'short' | 'long') => string;
  readonly define: (list: VocabularyList, id: string) => string | undefined;
  /** `2018起`, `2018–21`: short, for columns. */
  readonly years: (start: DateOrNothing, end: DateOrNothing | null | undefined) => string;
  /** `2018年起`: for running lines. */
  readonly since: (start: DateOrNothing, end: DateOrNothing | null | undefined) => string;
  /** A date of a source. */
  readonly date: (date: PartialDate | undefined) => string;
}

/** {@link CaseWords} that follow a live switch of the language. */
export function useCaseWords(): CaseWords {
  const language = useLanguage();
  const t = useT();
  return useMemo(() => {
    const words = (value: Bilingual) => value[language];
    const nothing = (id: string) => {
      const entry = findEntry('nothing', id);
      return entry === undefined ? id : words(entry);
    };
    const span = (
      start: DateOrNothing,
      end: DateOrNothing | null | undefined,
      ids: { readonly since: 'common.year.since' | 'common.year.since-long' },
    ) => {
      const from = yearOf(start);
      const to = yearOf(end);
      if (from === undefined && to === undefined) return nothing(String(start));
      if (from === undefined) return t('common.year.until', { end: String(to) });
      if (to === undefined) return t(ids.since, { year: String(from) });
      return from === to ? String(from) : t('common.year.span', { start: String(from), end: String(to) });
    };
    return {
      label: (list, id, form = 'long') => {
        const entry = findEntry(list, id);
        if (entry === undefined) return nothing(id);
        return words(form === 'short' ? (entry.short ?? entry) : entry);
      },
      define: (list, id) => {
        const define = findEntry(list, id)?.define;
        return define === undefined ? undefined : words(define);
      },
      years: (start, end) => span(start, end, { since: 'common.year.since' }),
      since: (start, end) => span(start, end, { since: 'common.year.since-long' }),
      date: (date) => (date === undefined ? t('common.undated') : String(date)),
    };
  }, [language, t]);
}
