import { useState } from 'react';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextField } from '../../ui/field/text-field.tsx';

/** Asks for one line: a tag, or a name. */
export function TagDialog(props: {
  readonly title: string;
  readonly first?: string;
  readonly label?: string;
  readonly onTag: (written: string) => void;
  readonly onClose: () => void;
}) {
  const { title, first = '', onTag, onClose } = props;
  const t = useT();
  const [written, setWritten] = useState(first);
  const finish = () => {
    if (written.trim() === '') return;
    onTag(written.trim());
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" onPress={finish}>
            {t('notes.do-it')}
          </Button>
        </>
      }
    >
      <TextField
        label={props.label ?? t('notes.tag-name')}
        description={props.label === undefined ? t('notes.tag-levels') : undefined}
        autoFocus
        value={written}
        onChange={setWritten}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229 || event.key !== 'Enter') return;
          event.preventDefault();
          finish();
        }}
      />
    </Dialog>
  );
}
