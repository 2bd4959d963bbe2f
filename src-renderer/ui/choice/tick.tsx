import { classNames } from '../class-names.ts';
import { CheckIcon } from '../icons.tsx';
import styles from './choice.module.css';

/**
 * The box of a row in a list that keeps the focus itself: for the mouse, and to be seen. A row says by
 * `aria-selected` that it is picked, and the list's keys pick it.
 */
export function Tick(props: {
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
  readonly className?: string | undefined;
}) {
  const { isTicked, onTick, className } = props;
  return (
    <span
      aria-hidden="true"
      data-ticked={isTicked}
      className={classNames(styles.tick, className)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        onTick(!isTicked);
      }}
    >
      <span className={styles.box}>
        <CheckIcon size={14} />
      </span>
    </span>
  );
}
