import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FrameworkList } from '#contract/library.ts';
import styles from './framework-link.module.css';
import { useT } from './i18n/use-t.tsx';

/** A word of the framework, wherever it stands: leads to what it means and to the other cases that it holds for. */
export function FrameworkLink(props: {
  readonly list: FrameworkList;
  readonly id: string;
  readonly children: ReactNode;
}) {
  const { list, id, children } = props;
  const t = useT();
  return (
    <Link
      to="/framework"
      search={{ at: `${list}.${id}` }}
      className={styles.link}
      title={t('framework.what')}
    >
      {children}
    </Link>
  );
}
