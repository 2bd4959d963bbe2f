import type { Board } from '#contract/packets.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx';
import styles from './board-list.module.css';
import { FormSection } from './form-section.tsx';
import { InlineField } from './inline-field.tsx';
import { newBoard } from './new-items.ts';
import type { SessionPart } from './session-part.ts';

const MOST_COLUMNS = 6;

/** What will stand on the boards: columns under headings, one line an item. */
export function BoardList({ session, change }: SessionPart) {
  const t = useT();
  const set = (id: string, next: (old: Board) => Board) =>
    change((old) => ({ ...old, boards: old.boards.map((one) => (one.id === id ? next(one) : one)) }));
  return (
    <FormSection
      title={t('packets.boards')}
      isForTrainers
      action={{
        label: t('packets.add-board'),
        run: () => change((old) => ({ ...old, boards: [...old.boards, newBoard('')] })),
      }}
    >
      {session.boards.map((board, index) => (
        <div key={board.id} className={styles.board}>
          <div className={styles.head}>
            <span className={styles.number}>{t('packets.link.board', { number: index + 1 })}</span>
            <InlineField
              label={t('packets.board-title', { number: index + 1 })}
              value={board.title}
              placeholder={t('packets.board-example')}
              maxLength={500}
              onChange={(title) => set(board.id, (old) => ({ ...old, title }))}
            />
            <IconButton
              isSmall
              label={t('packets.remove-line', { name: board.title || String(index + 1) })}
              onPress={() =>
                change((old) => ({ ...old, boards: old.boards.filter(({ id }) => id !== board.id) }))
              }
            >
              <CloseIcon size={14} />
            </IconButton>
          </div>
          <div className={styles.columns}>
            {board.columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place on the board
              <div key={at} className={styles.column}>
                <InlineField
                  label={t('packets.column-heading', { number: at + 1 })}
                  value={column.heading}
                  placeholder={t('packets.heading')}
                  maxLength={500}
                  className={styles.heading}
                  onChange={(heading) =>
                    set(board.id, (old) => ({
                      ...old,
                      columns: old.columns.with(at, { ...column, heading }),
                    }))
                  }
                />
                <InlineField
                  isText
                  label={t('packets.column-items', { number: at + 1 })}
                  value={column.items.join('\n')}
                  placeholder={t('packets.items')}
                  maxLength={8000}
                  onChange={(text) =>
                    set(board.id, (old) => ({
                      ...old,
                      columns: old.columns.with(at, { ...column, items: text.split('\n').slice(0, 20) }),
                    }))
                  }
                />
              </div>
            ))}
            {board.columns.length < MOST_COLUMNS && (
              <Button
                variant="link"
                icon={<PlusIcon size={14} />}
                onPress={() =>
                  set(board.id, (old) => ({ ...old, columns: [...old.columns, { heading: '', items: [] }] }))
                }
              >
                {t('packets.add-column')}
              </Button>
            )}
          </div>
        </div>
      ))}
    </FormSection>
  );
}
