import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaseText } from '#contract/case-tree.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { keyOf } from '../../app/keys/command-table.ts';
import { useCommands } from '../../app/keys/use-commands.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { SearchField } from '../../ui/field/search-field.tsx';
import { CloseIcon, NextIcon, PreviousIcon } from '../../ui/icons.tsx';
import { announce } from '../../ui/live-region/live-region.tsx';
import styles from './find-bar.module.css';
import { findInTexts } from './find-in-case.ts';
import { paint, scrollToRange } from './highlight.ts';
import { toRange } from './passage.ts';

/** Finds words in the open case; every hit is painted, and the keys step through them. */
export function FindBar(props: {
  readonly texts: readonly CaseText[];
  readonly article: HTMLElement | null;
  readonly initial: string;
  readonly onClose: (words: string) => void;
}) {
  const { texts, article, onClose } = props;
  const t = useT();
  const [words, setWords] = useState(props.initial);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const hits = useMemo(() => findInTexts(texts, words), [texts, words]);
  const current = hits.length === 0 ? undefined : hits[((at % hits.length) + hits.length) % hits.length];
  const number = current === undefined ? 0 : hits.indexOf(current) + 1;

  useEffect(() => {
    if (article === null) return;
    paint(
      'okm-find',
      hits.flatMap((hit) => toRange(article, hit) ?? []),
    );
    const range = current === undefined ? undefined : toRange(article, current);
    paint('okm-find-current', range === undefined ? [] : [range]);
    if (range !== undefined) scrollToRange(range);
  }, [article, hits, current]);
  useEffect(
    () => () => {
      paint('okm-find', []);
      paint('okm-find-current', []);
    },
    [],
  );
  useEffect(() => {
    box.current?.select();
  }, []);

  const step = (by: number) => {
    setAt(number - 1 + by);
    if (hits.length > 0) {
      const next = ((number - 1 + by + hits.length) % hits.length) + 1;
      announce(t('find.count', { at: next, count: hits.length }));
    }
  };
  useCommands({
    'reader.find-next': () => step(1),
    'reader.find-previous': () => step(-1),
    'reader.find': () => box.current?.select(),
  });

  return (
    <search className={styles.bar}>
      <div className={styles.box}>
        <SearchField
          size="small"
          label={t('find.label')}
          clearLabel={t('find.clear')}
          placeholder={t('find.label')}
          autoFocus
          value={words}
          onChange={(next) => {
            setWords(next);
            setAt(0);
          }}
          inputRef={box}
          onKeyDown={(event) => {
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
            else if (event.key === 'Escape') onClose(words);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      </div>
      <span className={styles.count} data-none={words.trim() !== '' && hits.length === 0}>
        {words.trim() === '' ? '' : t('find.count', { at: number, count: hits.length })}
      </span>
      <IconButton
        label={t('command.reader.find-previous')}
        keyHint={keyOf('reader.find-previous')}
        isDisabled={hits.length === 0}
        onPress={() => step(-1)}
      >
        <PreviousIcon />
      </IconButton>
      <IconButton
        label={t('command.reader.find-next')}
        keyHint={keyOf('reader.find-next')}
        isDisabled={hits.length === 0}
        onPress={() => step(1)}
      >
        <NextIcon />
      </IconButton>
      <IconButton label={t('common.close')} onPress={() => onClose(words)}>
        <CloseIcon />
      </IconButton>
    </search>
  );
}
