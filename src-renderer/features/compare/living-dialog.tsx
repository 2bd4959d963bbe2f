import { type ReactNode, useState } from 'react';
import type { CellChange, OpenComparison } from '#contract/comparisons.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { CellEditor } from './cell-editor.tsx';
import { ChangedWords } from './changed-words.tsx';
import { CitedWords } from './cited-words.tsx';
import styles from './living-dialog.module.css';
import type { Edits, Resolved } from './use-edits.ts';
import type { RowWords } from './use-row-words.ts';

const figuresTitle = {
  made: 'compare.living.figures.made',
  export: 'compare.living.figures.export',
  seen: 'compare.living.figures.since-seen',
} as const;

/**
 * What has changed under a comparison: first the figures since the last brief, then each cell three ways, with
 * the choice to take the new draft, keep what stands there, or write both together.
 */
export function LivingDialog(props: {
  readonly open: OpenComparison;
  /** The cell to begin with. */
  readonly first: { readonly caseId: string; readonly row: string } | undefined;
  readonly edits: Edits;
  readonly rowWords: RowWords;
  readonly titleOf: (caseId: string) => string;
  readonly onClose: () => void;
  readonly onFail: (error: unknown) => void;
}) {
  const { open, first, edits, rowWords, titleOf, onClose, onFail } = props;
  const t = useT();
  const language = useLanguage();
  const { figures, changes } = open;
  const isFirst = (one: CellChange) => one.caseId === first?.caseId && one.row === first.row;
  const ordered = [...changes.filter(isFirst), ...changes.filter((one) => !isFirst(one))];
  const resolve = (cells: readonly Resolved[]) => void edits.resolve(cells).catch(onFail);
  const day = (time: string) =>
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium' }).format(
      new Date(time),
    );
  const all = (choice: 'accept' | 'keep') =>
    resolve(changes.map(({ caseId, row }) => ({ caseId, row, choice: { do: choice } })));

  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={t('compare.living.title')}
      actions={
        <>
          {changes.length > 1 && (
            <>
              <Button onPress={() => all('keep')}>
                {t('compare.living.keep-all', { count: changes.length })}
              </Button>
              <Button onPress={() => all('accept')}>
                {t('compare.living.accept-all', { count: changes.length })}
              </Button>
            </>
          )}
          <Button variant={changes.length + figures.length === 0 ? 'filled' : 'plain'} onPress={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <div className={styles.scroll}>
        {figures.length > 0 && (
          <section className={styles.part}>
            <h3 className={styles.partTitle}>
              {t(figuresTitle[figures[0]?.reason ?? 'made'], {
                count: figures.length,
                date: day(figures[0]?.since ?? ''),
              })}
            </h3>
            <table className={styles.figures}>
              <thead>
                <tr>
                  <th scope="col">{t('compare.case')}</th>
                  <th scope="col">{t('compare.living.then')}</th>
                  <th scope="col">{t('compare.living.now')}</th>
                </tr>
              </thead>
              <tbody>
                {figures.map((figure) => (
                  <tr key={`${figure.caseId} ${figure.id}`}>
                    <th scope="row">{titleOf(figure.caseId)}</th>
                    <td>{figure.was?.[language] ?? t('compare.living.no-figure')}</td>
                    <td>{figure.now?.[language] ?? t('compare.living.no-figure')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Button variant="link" onPress={() => void edits.figuresSeen().catch(onFail)}>
              {t('compare.living.figures.seen')}
            </Button>
          </section>
        )}
        {ordered.map((change) => (
          <Change
            key={`${change.caseId} ${change.row}`}
            change={change}
            head={`${titleOf(change.caseId)} · ${rowWords.title(change.row)}`}
            onChoose={(choice) => resolve([{ caseId: change.caseId, row: change.row, choice }])}
          />
        ))}
        {figures.length + changes.length === 0 && <p>{t('compare.living.done')}</p>}
      </div>
    </Dialog>
  );
}

/** One cell three ways. */
function Change(props: {
  readonly change: CellChange;
  readonly head: string;
  readonly onChoose: (choice: Resolved['choice']) => void;
}) {
  const { change, head, onChoose } = props;
  const t = useT();
  const language = useLanguage();
  const [text, setText] = useState<string>();
  const standing = change.summary ?? change.was;
  return (
    <section className={styles.part} aria-label={head}>
      <h3 className={styles.cellTitle}>
        {head}
        <span className={styles.why}>{t(`compare.living.why.${change.why}`)}</span>
      </h3>
      <div className={styles.ways}>
        <Way label={t('compare.living.drafted-then')}>
          <ChangedWords words={change.words.was} as="was" />
        </Way>
        {change.summary === null ? (
          <div className={styles.way}>
            <h4>{t('compare.living.yours')}</h4>
            <p className={styles.nothing}>{t('compare.living.no-words')}</p>
          </div>
        ) : (
          <Way label={t('compare.living.yours')}>
            <CitedWords text={change.summary} />
          </Way>
        )}
        <Way label={t('compare.living.drafted-now')} isNew>
          <ChangedWords words={change.words.now} as="now" />
        </Way>
      </div>
      {text === undefined ? (
        <div className={styles.choices}>
          <Button onPress={() => onChoose({ do: 'accept' })}>{t('compare.living.accept')}</Button>
          <Button onPress={() => onChoose({ do: 'keep' })}>
            {t(change.summary === null ? 'compare.living.keep-draft' : 'compare.living.keep')}
          </Button>
          <Button
            variant="link"
            onPress={() => setText(standing + (language === 'zh' ? '' : ' ') + change.now)}
          >
            {t('compare.living.merge')}
          </Button>
        </div>
      ) : (
        <div className={styles.merge}>
          <CellEditor
            label={t('compare.living.merged', { cell: head })}
            text={text}
            onKeep={async (words) => onChoose({ do: 'merge', text: words })}
            onDone={() => setText(undefined)}
          />
        </div>
      )}
    </section>
  );
}

function Way(props: { readonly label: string; readonly isNew?: boolean; readonly children: ReactNode }) {
  return (
    <div className={styles.way} data-new={props.isNew === true}>
      <h4>{props.label}</h4>
      <p>{props.children}</p>
    </div>
  );
}
