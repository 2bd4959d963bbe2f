import { Fragment, type ReactNode } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { classNames } from '../class-names.ts';
import styles from './split-view.module.css';

export interface Pane {
  readonly id: string;
  /** CSS px. The pane without a width takes what is left. */
  readonly width?: number;
  readonly minWidth: number;
  readonly maxWidth?: number;
  readonly content: ReactNode;
  readonly className?: string | undefined;
}

/** Panes side by side with edges to drag, or to move with the arrow keys; their widths can be kept. */
export function SplitView(props: {
  readonly id: string;
  readonly panes: readonly Pane[];
  /** Name of the edge before a pane, for those who listen. */
  readonly separatorLabel: string;
  /** Widths kept from before, per cent by pane. */
  readonly layout?: Layout | undefined;
  readonly onLayout?: (layout: Layout) => void;
}) {
  const { id, panes, separatorLabel, layout, onLayout } = props;
  return (
    <Group
      id={id}
      className={styles.group}
      defaultLayout={layout}
      onLayoutChanged={(next, { isUserInteraction }) => {
        if (isUserInteraction) onLayout?.(next);
      }}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && <Separator className={styles.separator} aria-label={separatorLabel} />}
          <Panel
            id={pane.id}
            minSize={pane.minWidth}
            maxSize={pane.maxWidth}
            defaultSize={pane.width}
            groupResizeBehavior={pane.width === undefined ? 'preserve-relative-size' : 'preserve-pixel-size'}
            className={classNames(styles.pane, pane.className)}
          >
            {pane.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
