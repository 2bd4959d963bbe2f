import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState, useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components';
import { LiveRegions } from '../../ui/live-region/live-region.tsx';
import { ToastRegion } from '../../ui/toast/toast-region.tsx';
import { localeOf } from '../i18n/i18n.ts';
import { useLanguage, useT } from '../i18n/use-t.tsx';
import { Bars } from './bars.tsx';
import { FileDrop } from './file-drop.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { useAppCommands } from './use-app-commands.ts';
import { usePageTitle } from './use-page-title.ts';
import { useRememberAddress } from './use-remember-address.ts';
import { useScreenFocus } from './use-screen-focus.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const KeySheet = lazy(async () => ({ default: (await import('./key-sheet.tsx')).KeySheet }));

/** The window: rail, screen, and what floats over both. */
export function Shell() {
  const t = useT();
  const language = useLanguage();
  const router = useRouter();
  const { pulse } = router.options.context;
  const isAlive = useSyncExternalStore(pulse.subscribe, pulse.isAlive);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const [floating, setFloating] = useState<'none' | 'palette' | 'keys'>('none');
  useAppCommands({ openPalette: () => setFloating('palette'), openKeys: () => setFloating('keys') });
  useScreenFocus(main);
  usePageTitle(pathname);
  useRememberAddress();

  return (
    <I18nProvider locale={localeOf[language]}>
      <div className={styles.window} data-print="flow">
        <Rail pathname={pathname} onSkip={() => main.current?.focus()} />
        <div className={styles.place} data-print="flow">
          <Bars isAlive={isAlive} />
          <main ref={main} className={styles.main} data-print="flow" tabIndex={-1}>
            <Suspense>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      <Suspense>
        {floating === 'palette' && <Palette onClose={() => setFloating('none')} />}
        {floating === 'keys' && <KeySheet onClose={() => setFloating('none')} />}
      </Suspense>
      <FileDrop />
      <ToastRegion label={t('toast.region')} closeLabel={t('common.close')} />
      <LiveRegions />
    </I18nProvider>
  );
}
