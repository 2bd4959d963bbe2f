import type { CaseId } from '#contract/ids.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { keyOf } from '../../app/keys/command-table.ts';
import { Button } from '../../ui/button/button.tsx';
import styles from './cases-bar.module.css';
import type { OwnDialog } from './use-collecting.ts';

/** What can be done with the cases that are picked; everything in it can be taken back in one step. */
export function CasesBar(props: {
  readonly ids: readonly CaseId[];
  readonly onTray: () => void;
  readonly onAsk: (what: OwnDialog) => void;
  /** Where the list is that of one collection: its name, and what takes the cases out of it. */
  readonly collection: { readonly name: string; readonly onTakeOut: () => void } | undefined;
  readonly onNone: () => void;
}) {
  const { ids, onTray, onAsk, collection, onNone } = props;
  const t = useT();
  const label = t('collect.picked', { count: ids.length });
  return (
    <div className={styles.bar} role="toolbar" aria-label={label}>
      <span className={styles.count}>{label}</span>
      <Button keyHint={keyOf('library.tray')} onPress={onTray}>
        {t('collect.to-tray')}
      </Button>
      <Button keyHint={keyOf('library.collect')} onPress={() => onAsk('collect')}>
        {t('collect.to-collection')}
      </Button>
      <Button keyHint={keyOf('library.tag')} onPress={() => onAsk('tag')}>
        {t('collect.tags')}
      </Button>
      {collection !== undefined && (
        <Button onPress={collection.onTakeOut}>{t('collect.take-out', { name: collection.name })}</Button>
      )}
      <Button variant="link" onPress={onNone}>
        {t('collect.pick-none')}
      </Button>
    </div>
  );
}
