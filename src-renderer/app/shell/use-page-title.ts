import { useEffect } from 'react';
import type { MessageId } from '../i18n/i18n.ts';
import { useT } from '../i18n/use-t.tsx';

const titles: readonly (readonly [prefix: string, label: MessageId])[] = [
  ['/library', 'place.library'],
  ['/matrix', 'place.matrix'],
  ['/places', 'place.places'],
  ['/packets', 'place.packets'],
  ['/study', 'place.study'],
  ['/compare', 'place.compare'],
  ['/notes', 'place.notes'],
  ['/precedents', 'precedents.title'],
  ['/settings', 'place.settings'],
];

/** Names the window after its place. The reader names it after its case, so that is left to it. */
export function usePageTitle(pathname: string): void {
  const t = useT();
  useEffect(() => {
    const label = titles.find(([prefix]) => pathname.startsWith(prefix))?.[1];
    if (label !== undefined) document.title = t('app.title', { place: t(label) });
    else if (!pathname.startsWith('/case/')) document.title = t('app.name');
  }, [pathname, t]);
}
