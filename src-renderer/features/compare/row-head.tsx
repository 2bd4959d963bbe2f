import type { RowKey } from '#contract/rows.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { keyOf } from '../../app/keys/command-table.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { GripIcon, MoreIcon } from '../../ui/icons.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu/menu.tsx';
import type { Reorder } from '../../ui/reorder/use-reorder.ts';
import styles from './heads.module.css';
import type { RowWords } from './use-row-words.ts';
import type { TableActions } from './use-table-actions.ts';

/** The name of a row, under that of its group where the group begins. */
export function RowHead(props: {
  readonly row: RowKey;
  readonly group: string | undefined;
  readonly actions: TableActions;
  readonly isCurrent: boolean;
  readonly words: RowWords;
  readonly handle: Reorder['handle'];
}) {
  const { row, group, actions, isCurrent, words, handle } = props;
  const t = useT();
  const name = words.title(row);
  const { moveRow } = actions;
  return (
    <div className={styles.row}>
      {group !== undefined && <span className={styles.group}>{group}</span>}
      <span className={styles.name} title={words.asks(row)}>
        {name}
      </span>
      <span className={styles.grip} title={t('compare.row.drag')} aria-hidden="true" {...handle}>
        <GripIcon size={14} />
      </span>
      <span className={styles.more}>
        <Menu
          label={t('compare.row.menu', { row: name })}
          trigger={
            <IconButton isSmall label={t('compare.row.menu', { row: name })} excludeFromTabOrder={!isCurrent}>
              <MoreIcon />
            </IconButton>
          }
        >
          <MenuItem
            id="up"
            isDisabled={moveRow === undefined}
            textValue={t('command.compare.row-up')}
            keyHint={keyOf('compare.row-up')}
            onAction={() => moveRow?.(row, -1)}
          />
          <MenuItem
            id="down"
            isDisabled={moveRow === undefined}
            textValue={t('command.compare.row-down')}
            keyHint={keyOf('compare.row-down')}
            onAction={() => moveRow?.(row, 1)}
          />
          {row.startsWith('own-') && (
            <MenuItem id="edit" textValue={t('compare.row.edit')} onAction={() => actions.editRow(row)} />
          )}
          <MenuLine />
          <MenuItem
            id="remove"
            isDanger
            textValue={t('compare.row.remove')}
            onAction={() => actions.removeRow(row)}
          />
        </Menu>
      </span>
    </div>
  );
}
