import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { AnnotationColour } from '#contract/annotations.ts';
import type { Case } from '#contract/case-tree.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import type { Handlers } from '../../app/keys/keymap.ts';
import { useCommands } from '../../app/keys/use-commands.tsx';
import { useSettings, useUpdateSettings } from '../../app/preferences/use-settings.ts';
import { useTray } from '../../app/preferences/use-tray.ts';
import { announce } from '../../ui/live-region/live-region.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import type { Pane } from './address.ts';
import { blockPassage, type Passage } from './passage.ts';
import { selectSentence } from './select-sentence.ts';
import type { SelectionActions } from './selection-bar.tsx';
import { stepThrough } from './step-through.ts';
import type { Annotations } from './use-annotations.ts';
import { useCopyPassage } from './use-copy-passage.ts';
import type { NoteState } from './use-note-state.ts';
import { readSelection } from './use-selection.ts';

/** What keys and the selection's bar do in the text; answers with the deeds for the bar. */
export function useReaderCommands(props: {
  readonly found: Case;
  readonly pane: Pane;
  readonly article: RefObject<HTMLElement | null>;
  readonly annotations: Annotations;
  readonly state: NoteState;
  readonly onNoteOpened: () => void;
  readonly onFind: () => void;
  readonly onBeside: () => void;
  readonly onOutline: () => void;
  readonly onMargin: () => void;
  /** Closes the topmost thing; false when there is none. */
  readonly onEscape: () => boolean;
}): SelectionActions {
  const { found, article, annotations, state } = props;
  const t = useT();
  const tray = useTray();
  const { highlight } = useSettings();
  const update = useUpdateSettings();
  const copyCited = useCopyPassage(found);

  /** The passage meant: the one selected, else the block that has the focus. */
  const passageMeant = (): Passage | undefined => {
    const selected = readSelection(article.current)?.passage;
    if (selected !== undefined) return selected;
    const block = document.activeElement?.closest<HTMLElement>('[data-block]');
    return block !== null && block !== undefined && article.current?.contains(block) === true
      ? blockPassage(block)
      : undefined;
  };
  const noteInFocus = () => {
    const id = document.activeElement?.closest<HTMLElement>('[data-mark]')?.dataset.mark;
    return id === undefined ? undefined : annotations.all.find((note) => note.id === id);
  };
  const needsPassage = () => showToast({ title: t('reader.select-first') });

  const mark = (colour: AnnotationColour) => {
    const passage = readSelection(article.current)?.passage;
    const note = passage === undefined ? noteInFocus() : undefined;
    const meant = passage ?? passageMeant();
    if (note !== undefined) void annotations.update(note.id, { colour });
    else if (meant !== undefined) annotations.create(meant, { kind: 'highlight', colour });
    else {
      needsPassage();
      return;
    }
    if (colour !== highlight) update({ highlight: colour });
    window.getSelection()?.removeAllRanges();
  };
  const write = (kind: 'note' | 'question' | 'highlight', what: 'body' | 'tags') => {
    const passage = readSelection(article.current)?.passage;
    const note = passage === undefined ? noteInFocus() : undefined;
    const meant = passage ?? passageMeant();
    if (note === undefined && meant === undefined) {
      needsPassage();
      return;
    }
    const id =
      note?.id ?? (meant === undefined ? '' : annotations.create(meant, { kind, colour: highlight }));
    window.getSelection()?.removeAllRanges();
    // The field is there before the next key is heard, so that none is lost, nor the start of a composition.
    flushSync(() => {
      state.edit(id, what);
      props.onNoteOpened();
    });
  };
  const bookmark = () => {
    const meant = passageMeant();
    if (meant === undefined) {
      needsPassage();
      return;
    }
    annotations.create(meant, { kind: 'bookmark', colour: highlight });
    window.getSelection()?.removeAllRanges();
    announce(t('reader.bookmarked'));
  };
  const waiting = annotations.all.find(({ id }) => id === state.placing);
  const place = () => {
    const passage = readSelection(article.current)?.passage;
    if (waiting === undefined || passage === undefined) return;
    window.getSelection()?.removeAllRanges();
    state.pickPlace(undefined);
    annotations.place(waiting.id, passage);
  };
  const actions: SelectionActions = {
    mark,
    note: () => write('note', 'body'),
    question: () => write('question', 'body'),
    tag: () => write('highlight', 'tags'),
    bookmark,
    place: waiting === undefined ? undefined : place,
    copy: () => {
      const passage = passageMeant();
      if (passage === undefined) needsPassage();
      else void copyCited(passage);
    },
  };

  const go = (selector: string, by: 1 | -1) => stepThrough(article.current, selector, by);
  /** Of two open cases the keys mean the one that has the focus, or else the first. */
  const isMeant = () => {
    const isBeside = document.activeElement?.closest('[data-pane="beside"]') != null;
    return isBeside === (props.pane.name === 'beside');
  };
  useCommands(
    onlyIf(isMeant, {
      'reader.yellow': () => mark('yellow'),
      'reader.green': () => mark('green'),
      'reader.blue': () => mark('blue'),
      'reader.pink': () => mark('pink'),
      'reader.purple': () => mark('purple'),
      'reader.highlight': () => mark(highlight),
      'reader.note': actions.note,
      'reader.question': actions.question,
      'reader.tag': actions.tag,
      'reader.copy': actions.copy,
      'reader.bookmark': actions.bookmark,
      'reader.next-sentence': () => (selectSentence(article.current, found, 1) ? undefined : false),
      'reader.previous-sentence': () => (selectSentence(article.current, found, -1) ? undefined : false),
      'reader.next-paragraph': () => go('[data-block]', 1),
      'reader.previous-paragraph': () => go('[data-block]', -1),
      'reader.next-section': () => go('h2', 1),
      'reader.previous-section': () => go('h2', -1),
      'reader.next-mark': () => go('[data-mark]', 1),
      'reader.previous-mark': () => go('[data-mark]', -1),
      'reader.find': props.onFind,
      'reader.beside': props.onBeside,
      'reader.outline': props.onOutline,
      'reader.margin': props.onMargin,
      'reader.compare': () => tray.toggle(found.id),
      escape: () => {
        const selection = window.getSelection();
        if (state.placing !== undefined) {
          state.pickPlace(undefined);
          return undefined;
        }
        if (props.onEscape()) return undefined;
        if (selection === null || selection.isCollapsed) return false;
        selection.removeAllRanges();
        return undefined;
      },
    }),
    article,
  );
  return actions;
}

/** The same commands, which do not apply unless something holds. */
function onlyIf(holds: () => boolean, handlers: Handlers): Handlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([id, handler]) => [
      id,
      (event?: KeyboardEvent) => (holds() ? handler(event) : false),
    ]),
  );
}
