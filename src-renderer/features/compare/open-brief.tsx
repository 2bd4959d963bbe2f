import { useState } from 'react';
import { useT } from '../../app/i18n/use-t.tsx';
import { FileButton } from '../../ui/button/file-button.tsx';
import { ReturnDialog } from './return-dialog.tsx';

/** Opens a brief that was edited in a word processor; the same as dropping its file on the window. */
export function OpenBrief() {
  const t = useT();
  const [file, setFile] = useState<File>();
  return (
    <>
      <FileButton accept=".docx" onFile={setFile}>
        {t('compare.return.choose-file')}
      </FileButton>
      {file !== undefined && <ReturnDialog file={file} onClose={() => setFile(undefined)} />}
    </>
  );
}
