import { lazy, Suspense, useEffect, useState } from 'react';
import { useT } from '../i18n/use-t.tsx';
import styles from './file-drop.module.css';

const ReturnDialog = lazy(async () => ({
  default: (await import('../../features/compare/return-dialog.tsx')).ReturnDialog,
}));

/**
 * Takes a brief's Word file that is dropped anywhere on the window, and says beforehand what will be done. A
 * place of its own that takes files (it stops the event) comes first.
 */
export function FileDrop() {
  const t = useT();
  const [isOver, setOver] = useState(false);
  const [file, setFile] = useState<File>();
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!hasFiles(event) || event.defaultPrevented) return;
      // Without this the browser would leave the program and open the file itself.
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      const dropped = event.dataTransfer?.files[0];
      if (dropped !== undefined && /\.docx$/i.test(dropped.name)) setFile(dropped);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return (
    <>
      {isOver && (
        <div className={styles.zone} aria-hidden="true">
          <p className={styles.words}>{t('drop.brief')}</p>
        </div>
      )}
      {file !== undefined && (
        <Suspense>
          <ReturnDialog key={file.name + file.lastModified} file={file} onClose={() => setFile(undefined)} />
        </Suspense>
      )}
    </>
  );
}
