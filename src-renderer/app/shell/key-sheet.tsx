import { Dialog } from '../../ui/dialog/dialog.tsx';
import { KeyHint } from '../../ui/key-hint/key-hint.tsx';
import type { MessageId } from '../i18n/i18n.ts';
import { useT } from '../i18n/use-t.tsx';
import { type Command, type CommandId, commandIds, commandTable, writeKey } from '../keys/command-table.ts';
import styles from './key-sheet.module.css';

const groups = [
  'app',
  'library',
  'reader',
  'compare',
  'study',
] as const satisfies readonly Command['where'][];

/** Every key on one sheet, by place. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  return (
    <Dialog isOpen onClose={onClose} title={t('keys.title')} width="wide">
      <div className={styles.sheet}>
        {groups.map((where) => (
          <section key={where}>
            <h3 className={styles.where}>{t(`command.where.${where}`)}</h3>
            <dl className={styles.keys}>
              {commandIds
                .filter((id) => isIn(id, where))
                .map((id) => (
                  <div key={id} className={styles.row}>
                    <dt>{t(`command.${id}` satisfies MessageId)}</dt>
                    <dd>
                      {commandTable[id].keys.map((key) => (
                        <kbd key={key} className={styles.key}>
                          <KeyHint keys={writeKey(key)} />
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.note}>{t('keys.note')}</p>
    </Dialog>
  );
}

function isIn(id: CommandId, where: Command['where']): boolean {
  const command: Command = commandTable[id];
  return command.where === where && command.keys.length > 0;
}
