import { useState } from 'react';
import type { Case } from '#contract/case-tree.ts';
import type { CaseId } from '#contract/ids.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { useCommands } from '../../app/keys/use-commands.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { SplitIcon } from '../../ui/icons.tsx';
import { BesideDialog } from './beside-dialog.tsx';

/** Opens another case beside the one that is read. */
export function BesideButton({
  found,
  onPick,
}: {
  readonly found: Case;
  readonly onPick: (id: CaseId) => void;
}) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  useCommands({ 'reader.split': () => setAsking(true) });
  return (
    <>
      <IconButton label={t('command.reader.split')} onPress={() => setAsking(true)}>
        <SplitIcon size={20} />
      </IconButton>
      {isAsking && (
        <BesideDialog
          found={found}
          onClose={() => setAsking(false)}
          onPick={(id) => {
            setAsking(false);
            onPick(id);
          }}
        />
      )}
    </>
  );
}
