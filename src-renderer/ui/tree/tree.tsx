import type { ReactNode } from 'react';
import {
  Tree as AriaTree,
  TreeItem as AriaTreeItem,
  Button,
  Collection,
  TreeItemContent,
} from 'react-aria-components';
import { ForwardIcon } from '../icons.tsx';
import styles from './tree.module.css';

export interface TreeNode {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly detail?: ReactNode;
  readonly children?: readonly TreeNode[];
}

/** Things in things: ← → fold and open, letters find. */
export function Tree(props: {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  readonly selected?: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly expanded?: readonly string[];
  readonly foldLabel: string;
}) {
  return (
    <AriaTree
      aria-label={props.label}
      className={styles.tree ?? ''}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={props.selected === undefined ? [] : [props.selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) props.onSelect(String(key));
      }}
      defaultExpandedKeys={props.expanded ?? []}
      items={props.nodes}
    >
      {(node) => <Item node={node} foldLabel={props.foldLabel} />}
    </AriaTree>
  );
}

function Item({ node, foldLabel }: { readonly node: TreeNode; readonly foldLabel: string }) {
  return (
    <AriaTreeItem id={node.id} textValue={node.label} className={styles.item ?? ''}>
      <TreeItemContent>
        {({ hasChildItems }) => (
          <span className={styles.row}>
            {hasChildItems ? (
              <Button slot="chevron" className={styles.chevron ?? ''} aria-label={foldLabel}>
                <ForwardIcon size={14} />
              </Button>
            ) : (
              <span className={styles.chevron} />
            )}
            {node.icon}
            <span className={styles.label}>{node.label}</span>
            <span className={styles.detail}>{node.detail}</span>
          </span>
        )}
      </TreeItemContent>
      <Collection items={node.children ?? []}>
        {(child) => <Item node={child} foldLabel={foldLabel} />}
      </Collection>
    </AriaTreeItem>
  );
}
