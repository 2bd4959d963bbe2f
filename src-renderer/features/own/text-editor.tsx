import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';
import type { Problem } from '#contract/case-tree.ts';
import { useWords } from '../../app/i18n/use-t.tsx';
import { editorTheme } from './editor-theme.ts';
import styles from './text-editor.module.css';

/** What the rest of the screen may ask of the text under edit. */
export interface EditorHandle {
  /** Puts words where the cursor is. */
  insert(words: string): void;
  /** Shows a place, from 1, and puts the cursor there. */
  goTo(line: number, column: number): void;
}

const fromOutside = Annotation.define<boolean>();

/** A Markdown text with its lines numbered and its faults marked where they stand. */
export function TextEditor(props: {
  readonly label: string;
  readonly lang: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problems: readonly Problem[];
  readonly handle: RefObject<EditorHandle | null>;
}) {
  const { label, lang, value, onChange, problems, handle } = props;
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef({ value, onChange });
  latest.current.onChange = onChange;

  useEffect(() => {
    const parent = place.current;
    if (parent === null) return;
    const made = new EditorView({
      parent,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          nonce(),
          editorTheme,
          lineNumbers(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          EditorView.lineWrapping,
          lintGutter(),
          EditorView.contentAttributes.of({ 'aria-label': label, lang, tabindex: '0', spellcheck: 'false' }),
          keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
          EditorView.updateListener.of((update) => {
            // What came from outside is known outside.
            if (!update.docChanged || update.transactions.some((one) => one.annotation(fromOutside))) return;
            latest.current.value = update.state.doc.toString();
            latest.current.onChange(latest.current.value);
          }),
        ],
      }),
    });
    view.current = made;
    handle.current = {
      insert(text) {
        const { head } = made.state.selection.main;
        made.dispatch({ changes: { from: head, insert: text }, selection: { anchor: head + text.length } });
        made.focus();
      },
      goTo(line, column) {
        const row = made.state.doc.line(Math.min(Math.max(1, line), made.state.doc.lines));
        const at = Math.min(row.from + Math.max(0, column - 1), row.to);
        made.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
        made.focus();
      },
    };
    return () => {
      made.destroy();
      view.current = null;
      handle.current = null;
    };
  }, [handle, label, lang]);

  useEffect(() => {
    if (view.current === null || value === latest.current.value) return;
    latest.current.value = value;
    view.current.dispatch({
      changes: differenceOf(view.current.state.doc.toString(), value),
      annotations: fromOutside.of(true),
    });
  }, [value]);

  useEffect(() => {
    if (view.current === null) return;
    const { state } = view.current;
    view.current.dispatch(
      setDiagnostics(
        state,
        problems.map((one) => toDiagnostic(state, one, words(one.message))),
      ),
    );
  }, [problems, words]);

  return <div ref={place} className={styles.editor} />;
}

/** The one stretch that differs, so that cursor and undo stay where the user had them. */
function differenceOf(before: string, after: string): { from: number; to: number; insert: string } {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from++;
  let back = 0;
  const most = Math.min(before.length, after.length) - from;
  while (back < most && before.at(-1 - back) === after.at(-1 - back)) back++;
  return { from, to: before.length - back, insert: after.slice(from, after.length - back) };
}

function toDiagnostic(state: EditorState, one: Problem, message: string): Diagnostic {
  const row = state.doc.line(Math.min(Math.max(1, one.line), state.doc.lines));
  const from = Math.min(row.from + Math.max(0, one.column - 1), row.to);
  // A sentence without a source is marked as far as its message quotes it; other faults to the end of the line.
  const length = one.rule === 'citation-missing' ? (one.actual ?? '').length : row.to - from;
  return { from, to: Math.max(from, Math.min(from + length, row.to)), severity: one.severity, message };
}

/** The policy of the page lets in styles that carry this load's nonce, and no others. */
function nonce() {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return EditorView.cspNonce.of(meta?.nonce ?? '');
}
