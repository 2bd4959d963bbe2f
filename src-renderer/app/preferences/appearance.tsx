import type { I18n } from '@lingui/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import type { Theme } from '#contract/settings.ts';
import { useApi } from '../api/use-api.tsx';
import { langOf, localeOf } from '../i18n/i18n.ts';
import { useSettings } from './use-settings.ts';

const darkQuery = '(prefers-color-scheme: dark)';
const contrastQuery = '(prefers-contrast: more)';

/** The theme that is drawn: the one picked, or the one that the system asks for. */
export function useDrawnTheme(): Exclude<Theme, 'system'> {
  const { theme } = useSettings();
  const isDark = useMatch(darkQuery);
  const isContrast = useMatch(contrastQuery);
  if (theme !== 'system') return theme;
  if (isContrast) return isDark ? 'contrast-dark' : 'contrast-light';
  return isDark ? 'dark' : 'light';
}

function useMatch(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Dresses the page as the settings say: language, theme, size and face of the reading text. Draws nothing. */
export function Appearance({ i18n }: { readonly i18n: I18n }) {
  const { query } = useApi();
  const settings = useSettings();
  const { data: about } = useSuspenseQuery(query.app.about.queryOptions());
  const theme = useDrawnTheme();
  const language = settings.language === 'system' ? about.systemLanguage : settings.language;

  useEffect(() => {
    if (i18n.locale !== language) i18n.activate(language, localeOf[language]);
  }, [i18n, language]);

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = langOf[language];
    root.dataset.theme = theme;
    root.dataset.readFace = settings.readFace;
    root.style.setProperty('--read-size', `${settings.readSize}px`);
  }, [language, theme, settings.readFace, settings.readSize]);
  return null;
}
