import type { I18n } from '@lingui/core';
import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Bilingual, Language } from '#contract/ids.ts';
import { localeOf, type MessageId } from './i18n.ts';

const I18nContext = createContext<I18n | null>(null);

/** Gives the words of the interface to all parts below. */
export function WordsProvider({ i18n, children }: { readonly i18n: I18n; readonly children: ReactNode }) {
  return <I18nContext value={i18n}>{children}</I18nContext>;
}

export type Translate = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;

function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (i18n === null) throw new Error('useT is used outside WordsProvider');
  return i18n;
}

/** The language of the interface; what is drawn with it is drawn anew when it changes. */
export function useLanguage(): Language {
  const i18n = useI18n();
  const locale = useSyncExternalStore(
    (changed) => i18n.on('change', changed),
    () => i18n.locale,
  );
  return locale === 'en' ? 'en' : 'zh';
}

/** A function that says a message of the catalogues in the language of the interface. */
export function useT(): Translate {
  const i18n = useI18n();
  const language = useLanguage();
  // A new function for each language, so that what is memoised on it is made anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language decides what i18n answers
  return useCallback<Translate>((id, values) => i18n._(id, { ...values }), [i18n, language]);
}

/** The words of a two-language value in the language of the interface. */
export function useWords(): (value: Bilingual) => string {
  const language = useLanguage();
  return useCallback((value) => value[language], [language]);
}

/** Dates and numbers as the interface's locale writes them. */
export function useFormats(): {
  readonly number: (value: number) => string;
  /** Day and month, with the year when it is not this year's. `now` only for tests. */
  readonly day: (iso: string, now?: Date) => string;
} {
  const locale = localeOf[useLanguage()];
  const number = useCallback((value: number) => new Intl.NumberFormat(locale).format(value), [locale]);
  const day = useCallback(
    (iso: string, now = new Date()) => {
      const date = new Date(iso);
      const isThisYear = date.getFullYear() === now.getFullYear();
      return new Intl.DateTimeFormat(locale, {
        month: 'long',
        day: 'numeric',
        ...(isThisYear ? {} : { year: 'numeric' }),
      }).format(date);
    },
    [locale],
  );
  return { number, day };
}
