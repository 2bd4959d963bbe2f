import type { AnnotationColour } from '#contract/annotations.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { keyOf } from '../../app/keys/command-table.ts';
import { Swatches } from '../../app/notes/swatches.tsx';
import { FloatingBar, FloatingBarButton, FloatingBarLine } from '../../ui/floating-bar/floating-bar.tsx';
import { BookmarkIcon, CopyIcon, NotesIcon, PlaceIcon, QuestionIcon, TagIcon } from '../../ui/icons.tsx';

export interface SelectionActions {
  readonly mark: (colour: AnnotationColour) => void;
  readonly note: () => void;
  readonly question: () => void;
  readonly tag: () => void;
  readonly copy: () => void;
  readonly bookmark: () => void;
  /** Puts the note that waits for a place here; absent when none does. */
  readonly place?: (() => void) | undefined;
}

/** What can be done with the passage that is selected. */
export function SelectionBar({
  rect,
  actions,
}: {
  readonly rect: DOMRect;
  readonly actions: SelectionActions;
}) {
  const t = useT();
  if (actions.place !== undefined) {
    return (
      <FloatingBar label={t('reader.selection')} rect={rect}>
        <FloatingBarButton label={t('reader.place.here')} onPress={actions.place}>
          <PlaceIcon />
          {t('reader.place.here')}
        </FloatingBarButton>
      </FloatingBar>
    );
  }
  return (
    <FloatingBar label={t('reader.selection')} rect={rect}>
      <Swatches label={t('reader.colour')} onPick={actions.mark} />
      <FloatingBarLine />
      <FloatingBarButton label={t('reader.note')} keyHint={keyOf('reader.note')} onPress={actions.note}>
        <NotesIcon />
        {t('reader.note')}
      </FloatingBarButton>
      <FloatingBarButton
        label={t('command.reader.question')}
        keyHint={keyOf('reader.question')}
        onPress={actions.question}
      >
        <QuestionIcon />
      </FloatingBarButton>
      <FloatingBarButton
        label={t('command.reader.bookmark')}
        keyHint={keyOf('reader.bookmark')}
        onPress={actions.bookmark}
      >
        <BookmarkIcon />
      </FloatingBarButton>
      <FloatingBarButton label={t('command.reader.tag')} keyHint={keyOf('reader.tag')} onPress={actions.tag}>
        <TagIcon />
      </FloatingBarButton>
      <FloatingBarButton
        label={t('command.reader.copy')}
        keyHint={keyOf('reader.copy')}
        onPress={actions.copy}
      >
        <CopyIcon />
      </FloatingBarButton>
    </FloatingBar>
  );
}
