import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../../app/i18n/use-t.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { OrderedList } from '../../ui/ordered-list/ordered-list.tsx';
import { InlineField } from './inline-field.tsx';
import styles from './line-list.module.css';

interface Line {
  readonly id: string;
  readonly text: string;
}

/**
 * Numbered lines, each written where it stands: Enter begins the next one, Backspace in an empty one takes it
 * away, Ctrl/⌘ Shift ↑ ↓ moves it.
 */
export function LineList<T extends Line>(props: {
  readonly label: string;
  /** Name of a line for those who listen. */
  readonly lineLabel: (number: number) => string;
  readonly lines: readonly T[];
  readonly placeholder: string;
  readonly onText: (index: number, text: string) => void;
  /** Puts an empty line at a place. */
  readonly onInsert: (index: number) => void;
  readonly onRemove: (index: number) => void;
  readonly onMove: (from: number, to: number) => void;
  /** What stands under a line. */
  readonly under?: (line: T, index: number) => ReactNode;
}) {
  const { label, lineLabel, lines, placeholder, onText, onInsert, onRemove, onMove, under } = props;
  const t = useT();
  const fields = useRef<(HTMLTextAreaElement | null)[]>([]);
  const wanted = useRef<number>(undefined);
  const before = useRef(lines.length);
  useEffect(() => {
    // A line that was added at the end by the button beside the list is the one to write.
    if (lines.length === before.current + 1 && lines.at(-1)?.text === '') wanted.current ??= lines.length - 1;
    before.current = lines.length;
    if (wanted.current === undefined) return;
    fields.current[wanted.current]?.focus();
    wanted.current = undefined;
  });
  return (
    <OrderedList
      label={label}
      items={lines}
      onMove={onMove}
      gripLabel={(_, index) => t('packets.move', { name: lineLabel(index + 1) })}
    >
      {(line, { grip, index }) => (
        <>
          <div className={styles.line}>
            <span className={styles.grip}>{grip}</span>
            <span className={styles.number}>{index + 1}</span>
            <InlineField
              label={lineLabel(index + 1)}
              value={line.text}
              placeholder={placeholder}
              maxLength={500}
              fieldRef={(field) => {
                fields.current[index] = field;
              }}
              onChange={(text) => onText(index, text)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') {
                  wanted.current = index + 1;
                  onInsert(index + 1);
                } else if (event.key === 'Backspace' && line.text === '') {
                  event.preventDefault();
                  wanted.current = Math.max(0, index - 1);
                  onRemove(index);
                }
              }}
            />
            <span className={styles.remove}>
              <IconButton
                isSmall
                label={t('packets.remove-line', { name: lineLabel(index + 1) })}
                onPress={() => onRemove(index)}
              >
                <CloseIcon size={14} />
              </IconButton>
            </span>
          </div>
          {under?.(line, index)}
        </>
      )}
    </OrderedList>
  );
}
