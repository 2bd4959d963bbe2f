import { useCallback } from 'react';
import { useLanguage } from '../../app/i18n/use-t.tsx';

/** Says a moment as people of this language write day and time. */
export function useMoment(): (iso: string) => string {
  const language = useLanguage();
  return useCallback(
    (iso: string) => {
      const date = new Date(iso);
      if (Number.isNaN(date.getTime())) return iso;
      const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
      return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
    },
    [language],
  );
}
