import { useCallback } from 'react';
import { localeOf } from '../../app/i18n/i18n.ts';
import { useLanguage } from '../../app/i18n/use-t.tsx';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long it is until a time, in the largest unit that fits: 10 minutes, 3 days, 2 months. */
export function useAway(): (time: string) => string {
  const locale = localeOf[useLanguage()];
  return useCallback(
    (time) => {
      const away = Math.max(0, new Date(time).getTime() - Date.now());
      const [value, unit] =
        away < HOUR
          ? ([Math.max(1, Math.round(away / MINUTE)), 'minute'] as const)
          : away < DAY
            ? ([Math.round(away / HOUR), 'hour'] as const)
            : away < 60 * DAY
              ? ([Math.round(away / DAY), 'day'] as const)
              : ([Math.round(away / (30 * DAY)), 'month'] as const);
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
    },
    [locale],
  );
}
