import type { ReactNode } from 'react';
import { TabPanel as AriaTabPanel, Tabs as AriaTabs, Tab, TabList } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './tabs.module.css';

export interface TabItem<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly count?: number | undefined;
}

/** Names of panes, one of which is shown. `bar` has no line under the current one. */
export function TabBar<T extends string>(props: {
  readonly label: string;
  readonly items: readonly TabItem<T>[];
  readonly look?: 'lined' | 'bar';
}) {
  const { label, items, look = 'lined' } = props;
  return (
    <TabList aria-label={label} className={classNames(styles.list, styles[look])}>
      {items.map((item) => (
        <Tab key={item.id} id={item.id} className={styles.tab ?? ''}>
          {item.label}
          {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
        </Tab>
      ))}
    </TabList>
  );
}

/** Holds a {@link TabBar} and its {@link TabPanel}s, wherever in it they stand. */
export function Tabs<T extends string>(props: {
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <AriaTabs
      className={props.className ?? ''}
      selectedKey={props.value}
      // The keys are those of the bar's items, which are of this type.
      onSelectionChange={(key) => props.onChange(String(key) as T)}
    >
      {props.children}
    </AriaTabs>
  );
}

/** What a tab shows. */
export function TabPanel(props: {
  readonly id: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <AriaTabPanel id={props.id} className={classNames(styles.panel, props.className)}>
      {props.children}
    </AriaTabPanel>
  );
}
