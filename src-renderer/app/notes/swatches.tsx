import { AnnotationColour } from '#contract/annotations.ts';
import { useColourName } from '../i18n/use-colour-name.ts';
import { type CommandId, keyOf } from '../keys/command-table.ts';
import styles from './swatches.module.css';

/** The five colours to mark in. Their names are spoken; colours are told apart by their lines as well. */
export function Swatches(props: {
  readonly label: string;
  readonly value?: AnnotationColour | undefined;
  readonly onPick: (colour: AnnotationColour) => void;
}) {
  const nameOf = useColourName();
  return (
    <fieldset className={styles.row} aria-label={props.label}>
      {AnnotationColour.options.map((colour) => {
        const name = nameOf(colour);
        return (
          <button
            key={colour}
            type="button"
            className={styles.swatch}
            data-colour={colour}
            aria-label={name}
            aria-pressed={props.value === undefined ? undefined : props.value === colour}
            title={`${name} ${keyOf(`reader.${colour}` satisfies CommandId) ?? ''}`}
            // The selection in the text must outlive the press.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onPick(colour)}
          />
        );
      })}
    </fieldset>
  );
}

/** Small squares of the marks in a section, at most four and the rest counted. */
export function MarkSquares({ colours }: { readonly colours: readonly AnnotationColour[] }) {
  const shown = colours.slice(0, 4);
  return (
    <span className={styles.squares} aria-hidden="true">
      {shown.map((colour, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: squares of one colour are the same
        <span key={`${colour}${index}`} className={styles.square} data-colour={colour} />
      ))}
      {colours.length > shown.length && <span className={styles.more}>{colours.length}</span>}
    </span>
  );
}
