import styles from './hits.module.css';

/**
 * A text with what was found in it marked: own words filled, words that the glossary or a repair added
 * underlined. Ranges are UTF-16 units, in order, apart from one another.
 */
export function Hits(props: {
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[];
  readonly why: readonly ('own' | 'added')[];
}) {
  const { text, ranges, why } = props;
  let from = 0;
  const pieces = ranges.flatMap(([start, end], index) => {
    if (start < from || end > text.length) return [];
    const before = text.slice(from, start);
    from = end;
    return [
      before,
      <mark key={start} className={why[index] === 'added' ? styles.added : styles.own}>
        {text.slice(start, end)}
      </mark>,
    ];
  });
  return (
    <>
      {pieces}
      {text.slice(from)}
    </>
  );
}
