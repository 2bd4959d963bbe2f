import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Case } from '#contract/case-tree.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { SourceCard } from './source-card.tsx';

/** What the numbers in the text stand for, at its end: on paper alone, where no margin goes beside it. */
export function PrintedSources({ found }: { readonly found: Case }) {
  const t = useT();
  if (!useIsPrinting()) return null;
  return (
    <section data-print="end">
      <h2>{t('reader.tab.sources')}</h2>
      {found.front.references.map((item) => (
        <SourceCard key={item.id} item={item} caseId={found.id} />
      ))}
    </section>
  );
}

/** Whether the page is being set for paper. The browser takes the page as it stands once its listeners return. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
