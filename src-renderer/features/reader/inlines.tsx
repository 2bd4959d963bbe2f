import { Fragment, type ReactNode } from 'react';
import type { InlineNode } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { classNames } from '../../ui/class-names.ts';
import { Citations } from './citations.tsx';
import styles from './inlines.module.css';
import { hasNote, type Mark, type Piece, splitByMarks } from './marks.ts';
import { TermedWords } from './terms/termed-words.tsx';

/** What is needed to draw the words of one section. */
export interface InlineContext {
  readonly language: Language;
  readonly marks: readonly Mark[];
  /** Numbers of the notes, where there is no margin to put them in. */
  readonly noteNumbers: ReadonlyMap<string, number> | undefined;
  readonly activeNote: string | undefined;
  /** Whether the notes stand beside the text, so that a mark can name its own. */
  readonly hasNotesBeside: boolean;
  readonly onNote: (id: string) => void;
}

/** Draws the words of a paragraph: text, marks, citations. */
export function Inlines({
  nodes,
  context,
}: {
  readonly nodes: readonly InlineNode[];
  readonly context: InlineContext;
}) {
  return nodes.map((node, index) => {
    const before = nodes[index - 1];
    const isCited = nodes[index + 1]?.type === 'citation';
    // A tree is never edited in place, so that a node's place in it is its name.
    const key = `${index}`;
    switch (node.type) {
      case 'text':
        return <Words key={key} text={node.value} start={node.start} context={context} isCited={isCited} />;
      case 'inlineCode':
        return (
          <code key={key} className={styles.code}>
            <Words text={node.value} start={node.start} context={context} />
          </code>
        );
      case 'emphasis':
        return (
          <em key={key}>
            <Inlines nodes={node.children} context={context} />
          </em>
        );
      case 'strong':
        return (
          <strong key={key}>
            <Inlines nodes={node.children} context={context} />
          </strong>
        );
      case 'delete':
        return (
          <del key={key}>
            <Inlines nodes={node.children} context={context} />
          </del>
        );
      case 'link':
        return (
          <a key={key} href={node.url} target="_blank" rel="noreferrer">
            <Inlines nodes={node.children} context={context} />
          </a>
        );
      case 'break':
        return <br key={key} />;
      case 'citation':
        return (
          <Fragment key={key}>
            <Citations refs={node.refs} isPulled={leavesRoom(before, context.language)} />
            <NoteNumbers at={node.at} context={context} />
          </Fragment>
        );
    }
    return node satisfies never;
  });
}

/** Whether the mark before a citation has an empty right half for the citation to stand in. */
function leavesRoom(before: InlineNode | undefined, language: Language): boolean {
  if (before === undefined || language !== 'zh') return false;
  if (before.type === 'text') return /[。，、；：”’）》]$/.test(before.value);
  return 'children' in before && leavesRoom(before.children.at(-1), language);
}

function Words(props: {
  readonly text: string;
  readonly start: number;
  readonly context: InlineContext;
  /** A citation follows, after which the numbers of notes that end here stand. */
  readonly isCited?: boolean;
}) {
  const { text, start, context, isCited = false } = props;
  return splitByMarks(text, start, context.marks).map((piece) => {
    const end = piece.start + piece.text.length;
    return (
      <Fragment key={piece.start}>
        <Run piece={piece} context={context} />
        {!(isCited && end === start + text.length) && <NoteNumbers at={end} context={context} />}
      </Fragment>
    );
  });
}

/** A run carries its offset, `data-o`, from which selections and found places are reckoned. */
function Run({ piece, context }: { readonly piece: Piece; readonly context: InlineContext }) {
  const { top } = piece;
  const words = (
    <TermedWords
      text={piece.text}
      start={piece.start}
      draw={(text) => <Typeset text={text} language={context.language} />}
    />
  );
  if (top === undefined) return <span data-o={piece.start}>{words}</span>;
  const { annotation } = top;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys , and . reach the marks, and the margin holds their notes
    <mark
      data-o={piece.start}
      data-mark={annotation.id}
      data-marks={piece.marks.map((mark) => mark.annotation.id).join(' ')}
      data-colour={annotation.colour}
      tabIndex={-1}
      aria-details={context.hasNotesBeside && hasNote(annotation) ? `note-${annotation.id}` : undefined}
      className={classNames(styles.mark, context.activeNote === annotation.id && styles.active)}
      onClick={() => {
        if (window.getSelection()?.isCollapsed !== false) context.onNote(annotation.id);
      }}
    >
      {words}
    </mark>
  );
}

/** The numbers of the notes whose words end at an offset. */
function NoteNumbers({ at, context }: { readonly at: number; readonly context: InlineContext }) {
  const { noteNumbers, marks, onNote } = context;
  if (noteNumbers === undefined) return null;
  return marks.map(({ annotation, end }) => {
    const number = noteNumbers.get(annotation.id);
    if (number === undefined || end !== at) return null;
    return (
      <button
        key={annotation.id}
        type="button"
        className={styles.number}
        onClick={() => onNote(annotation.id)}
      >
        {number}
      </button>
    );
  });
}

const han = /[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/u;

/**
 * Small things that only the drawing knows: the Chinese dash at its full width, and Chinese runs in English
 * text, which need their own face. The text itself stays as it is.
 */
function Typeset({ text, language }: { readonly text: string; readonly language: Language }): ReactNode {
  const special = language === 'zh' ? /(——+)/ : new RegExp(`(${han.source})`, 'u');
  if (!special.test(text)) return text;
  let at = 0;
  return text.split(special).map((part, index) => {
    at += part.length;
    if (index % 2 === 0) return part;
    return language === 'zh' ? (
      <span key={at} className={styles.dash}>
        {part}
      </span>
    ) : (
      <span key={at} lang="zh-Hans">
        {part}
      </span>
    );
  });
}
