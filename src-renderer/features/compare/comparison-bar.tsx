import { useState } from 'react';
import type { OpenComparison } from '#contract/comparisons.ts';
import type { PresetKey } from '#contract/rows.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { keyOf } from '../../app/keys/command-table.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton, IconToggle } from '../../ui/button/icon-button.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { BackIcon, DownIcon, EditIcon, PaneIcon, RedoIcon, UndoIcon } from '../../ui/icons.tsx';
import { Menu, MenuItem, MenuLine, MenuSection } from '../../ui/menu/menu.tsx';
import styles from './comparison-bar.module.css';
import { useOwnRows } from './queries.ts';
import { TitleField } from './title-field.tsx';
import type { Edits } from './use-edits.ts';
import { type ViewDeeds, ViewMenu } from './view-menu.tsx';

/** Over the table: its name, which rows and cases, only what differs, back and forward, the brief. */
export function ComparisonBar(props: {
  readonly open: OpenComparison;
  readonly edits: Edits;
  readonly differ: boolean;
  readonly onDiffer: (differ: boolean) => void;
  readonly isPaneOpen: boolean;
  readonly onPane: (isOpen: boolean) => void;
  readonly onList: () => void;
  readonly onRows: () => void;
  readonly onCases: () => void;
  readonly onExport: () => void;
  readonly onFail: (error: unknown) => void;
  readonly view: ViewDeeds;
}) {
  const { open, edits, differ, onDiffer, isPaneOpen, onPane, onFail } = props;
  const t = useT();
  const { comparison } = open;
  const [isNaming, setNaming] = useState(false);
  return (
    <header className={styles.bar}>
      <IconButton label={t('compare.all')} onPress={props.onList}>
        <BackIcon size={20} />
      </IconButton>
      {isNaming ? (
        <TitleField
          title={comparison.title}
          onKeep={(title) => {
            setNaming(false);
            if (title !== '' && title !== comparison.title) edits.reshape({ title }).catch(onFail);
          }}
        />
      ) : (
        <>
          <h1 className={styles.title} tabIndex={-1} title={comparison.title}>
            {comparison.title}
          </h1>
          <IconButton isSmall label={t('compare.rename')} onPress={() => setNaming(true)}>
            <EditIcon size={14} />
          </IconButton>
        </>
      )}
      <span className={styles.facts}>
        {t('compare.facts', { cases: open.cases.length, rows: comparison.rows.length })}
        {' · '}
        {edits.isSaving ? t('compare.saving') : t('compare.saved')}
      </span>
      <div className={styles.tools}>
        <RowsMenu open={open} edits={edits} onRows={props.onRows} onCases={props.onCases} onFail={onFail} />
        <Checkbox isSelected={differ} onChange={onDiffer} className={styles.differ}>
          {t('compare.differ')}
        </Checkbox>
        <IconButton
          label={t('compare.undo')}
          keyHint={keyOf('undo')}
          isDisabled={edits.undo === undefined}
          onPress={() => edits.undo?.()}
        >
          <UndoIcon />
        </IconButton>
        <IconButton
          label={t('command.compare.redo')}
          keyHint={keyOf('compare.redo')}
          isDisabled={edits.redo === undefined}
          onPress={() => edits.redo?.()}
        >
          <RedoIcon />
        </IconButton>
        <IconToggle
          label={t('compare.evidence')}
          keyHint={keyOf('compare.evidence')}
          isSelected={isPaneOpen}
          onChange={onPane}
        >
          <PaneIcon size={20} />
        </IconToggle>
        <ViewMenu deeds={props.view} />
        <Button variant="filled" onPress={props.onExport}>
          {t('compare.export')}
        </Button>
      </div>
    </header>
  );
}

/** Sets of rows by their use, and the ways to choose rows and cases one by one. */
function RowsMenu(props: {
  readonly open: OpenComparison;
  readonly edits: Edits;
  readonly onRows: () => void;
  readonly onCases: () => void;
  readonly onFail: (error: unknown) => void;
}) {
  const { open, edits, onRows, onCases, onFail } = props;
  const t = useT();
  const language = useLanguage();
  const { data: own } = useOwnRows();
  const name = usePresetName(open);
  const choose = (preset: PresetKey) => edits.reshape({ preset }).catch(onFail);
  return (
    <Menu
      label={t('compare.rows')}
      trigger={
        <Button variant="plain" icon={undefined}>
          <span className={styles.preset}>
            {name}
            <DownIcon size={13} />
          </span>
        </Button>
      }
    >
      <MenuSection label={t('compare.presets')}>
        {vocabulary.preset.map((preset) => (
          <MenuItem
            key={preset.id}
            id={preset.id}
            isChecked={open.comparison.preset === preset.id && sameRows(open.comparison.rows, preset.rows)}
            textValue={t('compare.preset', { name: preset[language], rows: preset.rows.length })}
            onAction={() => void choose(preset.id)}
          />
        ))}
      </MenuSection>
      {own !== undefined && own.presets.length > 0 && (
        <MenuSection label={t('compare.own-presets')}>
          {own.presets.map((preset) => (
            <MenuItem
              key={preset.id}
              id={preset.id}
              isChecked={open.comparison.preset === preset.id && sameRows(open.comparison.rows, preset.rows)}
              textValue={t('compare.preset', { name: preset.name, rows: preset.rows.length })}
              onAction={() => void choose(preset.id)}
            />
          ))}
        </MenuSection>
      )}
      <MenuLine />
      <MenuItem id="rows" textValue={t('compare.choose-rows')} onAction={onRows} />
      <MenuItem id="cases" textValue={t('compare.choose-cases')} onAction={onCases} />
    </Menu>
  );
}

/** 会前, 会前 + 1项, or how many rows where no set is near. */
function usePresetName({ comparison }: OpenComparison): string {
  const t = useT();
  const language = useLanguage();
  const { data } = useOwnRows();
  const mine = data?.presets.find((one) => one.id === comparison.preset);
  const known = vocabulary.preset.find((one) => one.id === comparison.preset);
  const preset = mine ?? known;
  if (preset === undefined) return t('compare.own-rows', { rows: comparison.rows.length });
  const own: readonly string[] = preset.rows;
  const added = comparison.rows.filter((row) => !own.includes(row)).length;
  const missing = own.filter((row) => !comparison.rows.some((other) => other === row)).length;
  const name = mine?.name ?? known?.[language] ?? '';
  if (added === 0 && missing === 0) return name;
  if (missing === 0) return t('compare.preset.more', { name, count: added });
  if (added === 0) return t('compare.preset.fewer', { name, count: missing });
  return t('compare.own-rows', { rows: comparison.rows.length });
}

function sameRows(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((row) => b.includes(row));
}
