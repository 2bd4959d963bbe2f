import type { ReactNode } from 'react';
import { useT } from '../../app/i18n/use-t.tsx';
import { ExportMenu } from './export-menu.tsx';
import { PictureView } from './picture-view.tsx';
import styles from './pictures.module.css';
import { useMatrixAddress } from './use-picture-address.ts';

/** A picture with nothing to set but the filters: the life-cycle of each case, its contested numbers, or what the library does not say. */
export function PlainPart({
  name,
  filters,
}: {
  readonly name: 'life-cycle' | 'actors' | 'accounts' | 'silence';
  readonly filters: ReactNode;
}) {
  const t = useT();
  const { address, change } = useMatrixAddress();
  const wanted = { name, ...(address.filters && { filters: address.filters }) } as const;
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title} data-face="serif" tabIndex={-1}>
          {t(`pictures.${name}.title`)}
        </h1>
        <ExportMenu wanted={wanted} />
      </div>
      <div className={styles.sentence}>{filters}</div>
      <PictureView
        wanted={wanted}
        picked={address.cases}
        onPick={(cases) => change({ cases: [...cases] }, 'replace')}
      />
    </>
  );
}
