import { Theme } from '#contract/settings.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { ControlParts } from './control-parts.tsx';
import styles from './gallery-screen.module.css';
import { ShowParts } from './show-parts.tsx';

const themes = Theme.options.filter((theme) => theme !== 'system');

/** Every part of the interface in every theme, one under the other, for looking and for checking. */
export function GalleryScreen() {
  const t = useT();
  return (
    <div className={styles.screen}>
      <h1 className={styles.title} data-face="serif" tabIndex={-1}>
        {t('gallery.title')}
      </h1>
      {themes.map((theme) => (
        <section key={theme} data-theme={theme} className={styles.theme} aria-label={t(`theme.${theme}`)}>
          <h2 className={styles.name}>{t(`theme.${theme}`)}</h2>
          <div className={styles.columns}>
            <ControlParts />
            <ShowParts theme={theme} />
          </div>
        </section>
      ))}
    </div>
  );
}
