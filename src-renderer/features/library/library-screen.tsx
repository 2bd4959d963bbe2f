import { useT } from '../../app/i18n/use-t.tsx';

/** To be drawn. */
export function LibraryScreen() {
  const t = useT();
  return <h1 tabIndex={-1}>{t('place.library')}</h1>;
}
