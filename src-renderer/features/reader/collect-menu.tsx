import { useState } from 'react';
import type { CaseId } from '#contract/ids.ts';
import { CollectDialog } from '../../app/collect/collect-dialog.tsx';
import { TagDialog } from '../../app/collect/tag-dialog.tsx';
import { useOwnChanges } from '../../app/collect/use-own-changes.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { useCommands } from '../../app/keys/use-commands.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { FolderIcon, TagIcon } from '../../ui/icons.tsx';
import { Menu, MenuItem } from '../../ui/menu/menu.tsx';

/** Puts the open case into collections and under tags. */
export function CollectMenu({ caseId }: { readonly caseId: CaseId }) {
  const t = useT();
  const run = useOwnChanges();
  const [asking, setAsking] = useState<'collect' | 'tag'>();
  const close = () => setAsking(undefined);
  useCommands({
    'reader.collect': () => setAsking('collect'),
    'reader.tag-case': () => setAsking('tag'),
  });
  return (
    <>
      <Menu
        label={t('collect.case')}
        placement="bottom end"
        trigger={
          <IconButton label={t('collect.case')}>
            <FolderIcon size={20} />
          </IconButton>
        }
      >
        <MenuItem
          id="collect"
          icon={<FolderIcon />}
          textValue={t('command.reader.collect')}
          onAction={() => setAsking('collect')}
        />
        <MenuItem
          id="tag"
          icon={<TagIcon />}
          textValue={t('command.reader.tag-case')}
          onAction={() => setAsking('tag')}
        />
      </Menu>
      {asking === 'collect' && (
        <CollectDialog items={[{ kind: 'case', id: caseId }]} run={run} onClose={close} />
      )}
      {asking === 'tag' && <TagDialog caseIds={[caseId]} run={run} onClose={close} />}
    </>
  );
}
