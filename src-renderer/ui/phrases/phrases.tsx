import { Fragment, useMemo } from 'react';
import styles from './phrases.module.css';

/**
 * A short text, a title above all, that breaks between words also where the script writes none: Chinese would
 * otherwise break anywhere, and a balanced title tear a word in two.
 */
export function Phrases({ text, lang }: { readonly text: string; readonly lang: string }) {
  const words = useMemo(() => {
    const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
    const pieces: string[] = [];
    for (const { segment, isWordLike } of segmenter.segment(text)) {
      // Marks stay with the word before them, opening ones with the word after.
      const last = pieces.at(-1);
      const joins =
        last !== undefined &&
        ((isWordLike !== true && !/[“‘《（「『]/.test(segment)) || /[“‘《（「『]$/.test(last));
      if (joins) pieces[pieces.length - 1] = last + segment;
      else pieces.push(segment);
    }
    return pieces;
  }, [text, lang]);
  let at = 0;
  return (
    <span className={styles.phrases}>
      {words.map((word) => {
        at += word.length;
        return (
          <Fragment key={at}>
            {word}
            <wbr />
          </Fragment>
        );
      })}
    </span>
  );
}
