import { findEntry, vocabulary } from '#contract/vocabulary.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { NotesIcon, WarnIcon } from '../../ui/icons.tsx';
import { LifeCycleStrip } from '../../ui/life-cycle-strip/life-cycle-strip.tsx';
import styles from './cell-view.module.css';
import { CitedWords } from './cited-words.tsx';
import type { ShownCell } from './queries.ts';
import type { TableActions } from './use-table-actions.ts';

/** What a cell says: the draft plainly; the user's words with their mark; what has no source, hatched. */
export function CellView(props: {
  readonly cell: ShownCell | undefined;
  readonly actions: TableActions;
  readonly isCurrent: boolean;
  /** The case has changed, and the cell still says what it said before. */
  readonly isChanged?: boolean;
}) {
  const { cell, actions, isCurrent, isChanged = false } = props;
  const t = useT();
  const language = useLanguage();
  if (cell === undefined) return null;
  const { caseId, row, text, draft } = cell;
  const quiet = { excludeFromTabOrder: !isCurrent, preventFocusOnPress: true } as const;
  if (cell.isNothing && !cell.isEdited) {
    const why = draft.nothing === null ? undefined : findEntry('nothing', draft.nothing)?.define?.[language];
    return (
      <>
        <p className={styles.nothing} title={why}>
          {text}
        </p>
        {isChanged && <ChangedNote cell={cell} actions={actions} isCurrent={isCurrent} />}
      </>
    );
  }
  return (
    <>
      {row === 'lifecycle-cover' && !cell.isEdited && <Stages caseText={text} />}
      <p className={cell.isNothing ? styles.nothing : styles.words}>
        <CitedWords text={text} />
      </p>
      {cell.isEdited && (
        <p className={styles.foot}>
          {cell.isUnsupported ? (
            <span className={styles.warn}>
              <WarnIcon size={14} />
              {t('compare.unsupported')}
            </span>
          ) : (
            <span className={styles.own}>
              <NotesIcon size={14} />
              {t('compare.own')}
            </span>
          )}
          {cell.isUnsupported && (
            <Button variant="link" {...quiet} onPress={() => actions.showPassages({ row, column: caseId })}>
              {t('compare.find-sentence')}
            </Button>
          )}
          <Button variant="link" {...quiet} onPress={() => actions.reset(caseId, row)}>
            {t('compare.reset')}
          </Button>
        </p>
      )}
      {isChanged && <ChangedNote cell={cell} actions={actions} isCurrent={isCurrent} />}
    </>
  );
}

/** Says that the case has since been changed, and leads to the choice. */
function ChangedNote(props: {
  readonly cell: ShownCell;
  readonly actions: TableActions;
  readonly isCurrent: boolean;
}) {
  const { cell, actions, isCurrent } = props;
  const t = useT();
  return (
    <p className={styles.foot}>
      <Button
        variant="link"
        excludeFromTabOrder={!isCurrent}
        preventFocusOnPress
        onPress={() => actions.review({ row: cell.row, column: cell.caseId })}
      >
        {t('compare.living.cell')}
      </Button>
    </p>
  );
}

/** The five stages as bars over the words that say the same. */
function Stages({ caseText }: { readonly caseText: string }) {
  const language = useLanguage();
  const separator = language === 'zh' ? '；' : ';';
  const covered = caseText.split(separator)[0] ?? '';
  const stages = vocabulary.lifecycle.map((stage) => ({
    id: stage.id,
    label: stage[language],
    isCovered: covered.toLowerCase().includes(stage[language].toLowerCase()),
  }));
  return (
    <span className={styles.stages} aria-hidden="true">
      <LifeCycleStrip isBare label="" stages={stages} />
    </span>
  );
}

/** A row's finding, or the place to write one. */
export function FindingView({ text }: { readonly text: string }) {
  const t = useT();
  if (text === '') return <p className={styles.invite}>{t('compare.finding.write')}</p>;
  return (
    <p className={styles.words}>
      <CitedWords text={text} />
    </p>
  );
}
