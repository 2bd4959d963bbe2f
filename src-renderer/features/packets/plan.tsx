import { useState } from 'react';
import { BlockKind } from '#contract/packet-document.ts';
import type { Block, BlockLink, Session } from '#contract/packets.ts';
import { type Translate, useT } from '../../app/i18n/use-t.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { CloseIcon, MoreIcon } from '../../ui/icons.tsx';
import { Menu, MenuItem, MenuLine, MenuSection } from '../../ui/menu/menu.tsx';
import { moved, OrderedList } from '../../ui/ordered-list/ordered-list.tsx';
import { Select } from '../../ui/select/select.tsx';
import { FormSection } from './form-section.tsx';
import { InlineField } from './inline-field.tsx';
import { MinutesField } from './minutes-field.tsx';
import { newBlock } from './new-items.ts';
import styles from './plan.module.css';
import type { SessionPart } from './session-part.ts';

/** How the minutes of a session are spent: one row a block, and a bar of all of them above. */
export function Plan({ session, change }: SessionPart) {
  const t = useT();
  const [current, setCurrent] = useState<string>();
  const { blocks, slotMinutes } = session;
  const sum = blocks.reduce((total, { minutes }) => total + minutes, 0);
  const set = (id: string, patch: Partial<Block>) =>
    change((old) => ({
      ...old,
      blocks: old.blocks.map((one) => (one.id === id ? { ...one, ...patch } : one)),
    }));
  const kinds = BlockKind.options.map((id) => ({ id, label: t(`packets.kind.${id}`) }));
  return (
    <FormSection
      title={t('packets.plan')}
      facts={t('packets.of-minutes', { sum, slot: slotMinutes })}
      action={{
        label: t('packets.add-block'),
        run: () => change((old) => ({ ...old, blocks: [...old.blocks, newBlock()] })),
      }}
    >
      <div className={styles.bar} aria-hidden="true">
        {blocks.map(({ id, minutes }) => (
          <span key={id} data-current={id === current} style={{ flexGrow: minutes, flexBasis: 0 }} />
        ))}
        {sum < slotMinutes && (
          <span className={styles.free} style={{ flexGrow: slotMinutes - sum, flexBasis: 0 }} />
        )}
      </div>
      {sum !== slotMinutes && blocks.length > 0 && (
        <p className={sum > slotMinutes ? styles.over : styles.under}>
          {sum > slotMinutes
            ? t('packets.minutes-over', { minutes: sum - slotMinutes })
            : t('packets.minutes-under', { minutes: slotMinutes - sum })}
        </p>
      )}
      <OrderedList
        label={t('packets.plan')}
        items={blocks}
        gripLabel={(block, index) => t('packets.move', { name: block.what || String(index + 1) })}
        onMove={(from, to) => change((old) => ({ ...old, blocks: moved(old.blocks, from, to) }))}
      >
        {(block, { grip, index }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
          <div
            role="group"
            aria-label={t('packets.block', { number: index + 1 })}
            className={styles.row}
            data-current={block.id === current}
            onFocus={() => setCurrent(block.id)}
            onBlur={() => setCurrent(undefined)}
          >
            <span className={styles.grip}>{grip}</span>
            <MinutesField
              label={t('packets.block-minutes', { number: index + 1 })}
              value={block.minutes}
              min={0}
              max={600}
              onChange={(minutes) => set(block.id, { minutes })}
            />
            <Select
              isQuiet
              isLabelHidden
              label={t('packets.block-kind', { number: index + 1 })}
              items={kinds}
              value={block.kind}
              onChange={(kind) => set(block.id, { kind })}
            />
            <div className={styles.words}>
              <InlineField
                label={t('packets.block-what', { number: index + 1 })}
                value={block.what}
                placeholder={t('packets.block-example')}
                maxLength={500}
                onChange={(what) => set(block.id, { what })}
              />
              {(block.how !== '' || block.id === current) && (
                <InlineField
                  isText
                  label={t('packets.block-how', { number: index + 1 })}
                  value={block.how}
                  placeholder={t('packets.how-example')}
                  maxLength={8000}
                  className={styles.how}
                  onChange={(how) => set(block.id, { how })}
                />
              )}
            </div>
            <span className={styles.link}>
              {[
                block.uses === null ? '' : nameOfLink(block.uses, session, t),
                block.trainerOnly ? t('packets.only-trainer') : '',
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            <BlockMenu
              block={block}
              session={session}
              number={index + 1}
              onChange={(patch) => set(block.id, patch)}
            />
            <IconButton
              isSmall
              label={t('packets.remove-line', { name: block.what || String(index + 1) })}
              onPress={() =>
                change((old) => ({ ...old, blocks: old.blocks.filter(({ id }) => id !== block.id) }))
              }
            >
              <CloseIcon size={14} />
            </IconButton>
          </div>
        )}
      </OrderedList>
    </FormSection>
  );
}

/** Who sees a block, and which question, board, activity or reading it uses. */
function BlockMenu(props: {
  readonly block: Block;
  readonly session: Session;
  readonly number: number;
  readonly onChange: (patch: Partial<Block>) => void;
}) {
  const { block, session, number, onChange } = props;
  const t = useT();
  const links = linksOf(session);
  return (
    <Menu
      label={t('packets.block-more', { number })}
      placement="bottom end"
      trigger={
        <IconButton isSmall label={t('packets.block-more', { number })}>
          <MoreIcon size={16} />
        </IconButton>
      }
    >
      <MenuItem
        id="trainer"
        textValue={t('packets.only-trainer')}
        isChecked={block.trainerOnly}
        onAction={() => onChange({ trainerOnly: !block.trainerOnly })}
      />
      {links.length > 0 && <MenuLine />}
      {links.length > 0 && (
        <MenuSection label={t('packets.uses')}>
          {links.map((link) => (
            <MenuItem
              key={link.id}
              id={link.id}
              textValue={nameOfLink(link, session, t)}
              isChecked={block.uses?.id === link.id}
              onAction={() => onChange({ uses: block.uses?.id === link.id ? null : link })}
            />
          ))}
        </MenuSection>
      )}
    </Menu>
  );
}

function linksOf({ questions, boards, activities, readings }: Session): BlockLink[] {
  return [
    ...questions.map(({ id }) => ({ kind: 'question' as const, id })),
    ...boards.map(({ id }) => ({ kind: 'board' as const, id })),
    ...activities.map(({ id }) => ({ kind: 'activity' as const, id })),
    ...readings.map(({ id }) => ({ kind: 'reading' as const, id })),
  ];
}

/** A link in a word and a number, as the papers number it too. */
function nameOfLink({ kind, id }: BlockLink, session: Session, t: Translate): string {
  const lists = {
    question: session.questions,
    board: session.boards,
    activity: session.activities,
    reading: session.readings,
  };
  const number = lists[kind].findIndex((one) => one.id === id) + 1;
  return number === 0 ? '' : t(`packets.link.${kind}`, { number });
}
