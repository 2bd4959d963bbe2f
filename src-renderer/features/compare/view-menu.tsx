import { useT } from '../../app/i18n/use-t.tsx';
import { keyOf } from '../../app/keys/command-table.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { MoreIcon } from '../../ui/icons.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu/menu.tsx';

/** Less used ways to see, keep and take the comparison. */
export interface ViewDeeds {
  readonly onTurn: () => void;
  readonly onProject: () => void;
  readonly onVersions: () => void;
  readonly onTable: () => void;
  /** Undefined where no cell with words has the focus. */
  readonly onCopy: (() => void) | undefined;
}

/** The menu of {@link ViewDeeds}. */
export function ViewMenu({ deeds }: { readonly deeds: ViewDeeds }) {
  const t = useT();
  return (
    <Menu
      label={t('compare.more')}
      placement="bottom end"
      trigger={
        <IconButton label={t('compare.more')}>
          <MoreIcon size={20} />
        </IconButton>
      }
    >
      <MenuItem id="turn" textValue={t('command.compare.turn')} onAction={deeds.onTurn} />
      <MenuItem id="project" textValue={t('command.compare.project')} onAction={deeds.onProject} />
      <MenuLine />
      <MenuItem id="table" textValue={t('command.compare.table')} onAction={deeds.onTable} />
      <MenuItem
        id="copy"
        isDisabled={deeds.onCopy === undefined}
        textValue={t('command.compare.copy')}
        keyHint={keyOf('compare.copy')}
        onAction={() => deeds.onCopy?.()}
      />
      <MenuLine />
      <MenuItem id="versions" textValue={t('command.compare.versions')} onAction={deeds.onVersions} />
    </Menu>
  );
}
