import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { writeKey } from '../../app/keys/command-table.ts';
import { Button } from '../../ui/button/button.tsx';
import { WarnIcon } from '../../ui/icons.tsx';
import styles from './cell-editor.module.css';
import {
  caretToEnd,
  citationNode,
  citedNodes,
  fillField,
  insertAtCaret,
  readField,
} from './cited-field-dom.ts';

export interface CellEditorHandle {
  /** Cites sources where the caret stands. */
  readonly cite: (refs: readonly string[]) => void;
  /** Writes words, with their citations, where the caret stands. */
  readonly insert: (text: string) => void;
}

/** Where the focus may go without ending the editing: the pane with the sentences. */
export const keepsEditing = 'data-keeps-editing';

/** The field over a cell: grows in place, keeps what was written when it cannot be stored. */
export function CellEditor(props: {
  readonly label: string;
  readonly text: string;
  readonly lang?: string | undefined;
  readonly placeholder?: string;
  readonly handle?: Ref<CellEditorHandle>;
  readonly onKeep: (text: string) => Promise<void>;
  /** Called when the words are stored, or given up; `down` asks for the next row. */
  readonly onDone: (then: 'stay' | 'down' | 'leave') => void;
}) {
  const { label, text, placeholder, handle, onKeep, onDone } = props;
  const t = useT();
  const describe = useFailure();
  const field = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const isClosed = useRef(false);
  const hintId = useId();
  const [failure, setFailure] = useState<{ readonly what: string; readonly next: string }>();
  const [isEmpty, setEmpty] = useState(text === '');

  // The field's inside belongs to the browser while it is edited; it is filled once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a redraw must not overwrite what was typed
  useEffect(() => {
    if (field.current === null) return;
    fillField(field.current, text, styles.cite ?? '');
    field.current.focus();
    caretToEnd(field.current);
  }, []);

  useImperativeHandle(handle, () => ({
    cite: (refs) => {
      if (field.current === null) return;
      insertAtCaret(field.current, citationNode(refs, styles.cite ?? ''));
      setEmpty(false);
    },
    insert: (words) => {
      if (field.current === null) return;
      for (const node of citedNodes(words, styles.cite ?? '')) insertAtCaret(field.current, node);
      setEmpty(false);
    },
  }));

  const keep = async (then: 'stay' | 'down' | 'leave') => {
    if (field.current === null || isClosed.current) return;
    isClosed.current = true;
    try {
      await onKeep(readField(field.current));
      onDone(then);
    } catch (error) {
      isClosed.current = false;
      setFailure(describe(error));
    }
  };
  const giveUp = () => {
    isClosed.current = true;
    onDone('stay');
  };

  return (
    <div ref={box} className={styles.editor} data-failed={failure !== undefined}>
      {/* biome-ignore lint/a11y/useSemanticElements: a textarea cannot hold citations that the caret passes whole */}
      <div
        ref={field}
        className={styles.field}
        role="textbox"
        aria-multiline="true"
        aria-label={label}
        aria-describedby={hintId}
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        lang={props.lang}
        data-empty={isEmpty}
        data-placeholder={placeholder}
        onInput={(event) => setEmpty(event.currentTarget.textContent === '')}
        onPaste={(event) => {
          event.preventDefault();
          const words = event.clipboardData.getData('text/plain').replace(/\s+/g, ' ');
          insertAtCaret(event.currentTarget, document.createTextNode(words));
          setEmpty(false);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'Escape') {
            event.preventDefault();
            giveUp();
          } else if (event.key === 'Enter') {
            event.preventDefault();
            void keep(event.ctrlKey || event.metaKey ? 'down' : 'stay');
          }
        }}
        onBlur={(event) => {
          const next = event.relatedTarget;
          if (next instanceof Element && (box.current?.contains(next) || next.closest(`[${keepsEditing}]`)))
            return;
          // Going to another window or tab leaves the field as it is.
          if (document.hasFocus()) void keep('leave');
        }}
      />
      {failure !== undefined && (
        <p className={styles.failure} role="alert">
          <WarnIcon size={14} />
          <span>
            <strong>{failure.what}</strong> {failure.next}
          </span>
        </p>
      )}
      <div className={styles.foot}>
        <Button variant="link" className={styles.cancel} onPress={giveUp}>
          {t('compare.edit.cancel')}
        </Button>
        <Button variant="link" className={styles.keep} onPress={() => void keep('stay')}>
          {failure === undefined
            ? t('compare.edit.keep', { key: writeKey('$mod+Enter') })
            : t('common.retry')}
        </Button>
      </div>
      <span id={hintId} hidden>
        {t('compare.edit.hint')}
      </span>
    </div>
  );
}
