import styles from './type-shape.module.css';

export type ShapeOfType = 'plan-coordination' | 'community-engagement' | 'project' | 'event-driven';

const paths: Readonly<Record<ShapeOfType, string>> = {
  'plan-coordination': 'M5 0.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z',
  'community-engagement': 'M0.7 0.7h8.6v8.6h-8.6z',
  project: 'M5 0.4L9.9 9.3H0.1z',
  'event-driven': 'M5 0L10 5L5 10L0 5z',
};

/**
 * The sign of a case's type, ● ■ ▲ ◆, in its colour: two of the colours fall together in grey, so the shape is
 * the sign. With a label it speaks; without, the word must stand beside it.
 */
export function TypeShape(props: {
  readonly type: ShapeOfType;
  readonly size?: number;
  readonly label?: string;
}) {
  const { type, size = 10, label } = props;
  return (
    <svg
      className={styles.shape}
      data-type={type}
      width={size}
      height={size}
      viewBox="0 0 10 10"
      role="img"
      aria-hidden={label === undefined}
      aria-label={label}
    >
      <path d={paths[type]} />
    </svg>
  );
}
