import { Link } from '@tanstack/react-router';
import type { OpenComparison } from '#contract/comparisons.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { keyOf } from '../../app/keys/command-table.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { GripIcon, MoreIcon } from '../../ui/icons.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu/menu.tsx';
import type { Reorder } from '../../ui/reorder/use-reorder.ts';
import { type ShapeOfType, TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './heads.module.css';
import type { TableActions } from './use-table-actions.ts';

/** The head of a column: which case, where and when; what can be done with it. */
export function CaseHead(props: {
  readonly value: OpenComparison['cases'][number];
  readonly actions: TableActions;
  readonly isCurrent: boolean;
  readonly handle: Reorder['handle'];
}) {
  const { value, actions, isCurrent, handle } = props;
  const t = useT();
  const words = useWords();
  const title = words(value.title);
  const { removeCase } = actions;
  return (
    <div className={styles.head}>
      <span className={styles.titleLine}>
        <TypeShape type={value.type as ShapeOfType} size={10} />
        <Link
          to="/case/$caseId"
          params={{ caseId: value.id }}
          className={styles.title}
          title={title}
          data-face="serif"
          tabIndex={isCurrent ? 0 : -1}
        >
          {title.split(/[:：]/)[0]}
        </Link>
      </span>
      <span className={styles.facts}>
        {words(value.place)} · {words(value.period)}
      </span>
      <span className={styles.grip} title={t('compare.case.drag')} aria-hidden="true" {...handle}>
        <GripIcon size={14} />
      </span>
      <span className={styles.more}>
        <Menu
          label={t('compare.case.menu', { case: title })}
          placement="bottom end"
          trigger={
            <IconButton
              isSmall
              label={t('compare.case.menu', { case: title })}
              excludeFromTabOrder={!isCurrent}
            >
              <MoreIcon />
            </IconButton>
          }
        >
          <MenuItem
            id="left"
            textValue={t('command.compare.case-left')}
            keyHint={keyOf('compare.case-left')}
            onAction={() => actions.moveCase(value.id, -1)}
          />
          <MenuItem
            id="right"
            textValue={t('command.compare.case-right')}
            keyHint={keyOf('compare.case-right')}
            onAction={() => actions.moveCase(value.id, 1)}
          />
          <MenuLine />
          <MenuItem
            id="remove"
            isDanger
            isDisabled={removeCase === undefined}
            textValue={t('compare.case.remove')}
            onAction={() => removeCase?.(value.id)}
          />
        </Menu>
      </span>
    </div>
  );
}
