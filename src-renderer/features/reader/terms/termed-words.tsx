import { Fragment, type ReactNode } from 'react';
import type { GlossaryTerm } from '#contract/glossary.ts';
import { splitByTerms } from './find-terms.ts';
import styles from './terms.module.css';
import { useSectionTerms } from './terms-context.tsx';

/** A run of text in which the terms of the glossary can be asked what they mean. */
export function TermedWords(props: {
  readonly text: string;
  readonly start: number;
  readonly draw: (text: string) => ReactNode;
}) {
  const { text, start, draw } = props;
  const { spans, open } = useSectionTerms();
  return splitByTerms(text, start, spans).map((piece) =>
    piece.term === undefined ? (
      <Fragment key={piece.start}>{draw(piece.text)}</Fragment>
    ) : (
      <TermWord key={piece.start} term={piece.term} onOpen={open}>
        {draw(piece.text)}
      </TermWord>
    ),
  );
}

/** A button in all but name: a real one would not break over two lines as words of a text do. */
function TermWord(props: {
  readonly term: GlossaryTerm;
  readonly onOpen: (term: GlossaryTerm, sign: HTMLElement) => void;
  readonly children: ReactNode;
}) {
  const { term, onOpen, children } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      role="button"
      tabIndex={0}
      className={styles.term}
      data-term={term.id}
      aria-haspopup="dialog"
      onClick={(event) => {
        if (window.getSelection()?.isCollapsed !== false) onOpen(term, event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        event.stopPropagation();
        onOpen(term, event.currentTarget);
      }}
    >
      {children}
    </span>
  );
}
