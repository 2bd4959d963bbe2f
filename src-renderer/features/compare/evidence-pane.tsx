import { Link } from '@tanstack/react-router';
import type { OpenComparison, Passage, Passages } from '#contract/comparisons.ts';
import type { Quote } from '#contract/exchange.ts';
import { langOf } from '../../app/i18n/i18n.ts';
import { useLanguage, useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { CheckIcon, CloseIcon, PlusIcon } from '../../ui/icons.tsx';
import { keepsEditing } from './cell-editor.tsx';
import { CellNoteList } from './cell-note-list.tsx';
import { bareRef, CitedWords } from './cited-words.tsx';
import styles from './evidence-pane.module.css';
import type { Place } from './grid-place.ts';
import { cellOf, usePassages } from './queries.ts';
import { QuoteList } from './quote-list.tsx';
import type { CellNotes } from './use-cell-notes.ts';
import { useRowWords } from './use-row-words.ts';
import type { TableActions } from './use-table-actions.ts';

/** The sentences of the case behind a cell, those it rests on first; each can be cited. */
export function EvidencePane(props: {
  readonly open: OpenComparison;
  readonly place: Place | undefined;
  readonly actions: TableActions;
  readonly onCite: (passage: Passage) => void;
  readonly onPull: (quote: Quote) => void;
  readonly onClose: () => void;
  readonly notes: CellNotes;
  readonly activeNote: string | undefined;
}) {
  const { open, place, actions, onCite, onClose, notes, activeNote } = props;
  const t = useT();
  const words = useWords();
  const rowWords = useRowWords(open.ownRows);
  const value = open.cases.find((one) => one.id === place?.column);
  const row = place === undefined || place.row === 'head' ? undefined : place.row;
  const { data } = usePassages(value?.id, row);
  const cell = value === undefined || row === undefined ? undefined : cellOf(open, row, value.id);
  const cited = new Set(
    [...(cell?.text.matchAll(/@(?:[a-z0-9-]+_)?(S\d+)/g) ?? [])].map((match) => match[1]),
  );
  const isUsed = (one: Passage) =>
    cell?.isEdited === true ? one.refs.some((ref) => cited.has(ref)) : one.used;
  const used = data?.passages.filter(isUsed) ?? [];
  const rest = data?.passages.filter((one) => !isUsed(one)) ?? [];

  return (
    <aside className={styles.pane} aria-label={t('compare.evidence')} {...{ [keepsEditing]: '' }}>
      <header className={styles.header}>
        <h2 className={styles.title}>{t('compare.evidence')}</h2>
        <IconButton label={t('common.close')} isSmall onPress={onClose}>
          <CloseIcon />
        </IconButton>
        {row !== undefined && (
          <p className={styles.where}>
            {value === undefined
              ? rowWords.title(row)
              : `${words(value.title).split(/[:：]/)[0]} · ${rowWords.title(row)}`}
          </p>
        )}
      </header>
      <section
        className={styles.body}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by key
        tabIndex={0}
        aria-label={t('compare.evidence')}
      >
        {row !== undefined && <p className={styles.define}>{rowWords.asks(row)}</p>}
        {value === undefined || row === undefined ? (
          <p className={styles.none}>{t('compare.evidence.pick')}</p>
        ) : (
          <>
            <CellNoteList notes={notes} row={row} caseId={value.id} active={activeNote} />
            <PassageList
              title={t('compare.evidence.used', { count: used.length })}
              list={used}
              data={data}
              caseId={value.id}
              isUsed
              onCite={onCite}
            />
            <PassageList
              title={t('compare.evidence.more', { count: rest.length })}
              list={rest}
              data={data}
              caseId={value.id}
              onCite={onCite}
            />
            <QuoteList
              caseId={value.id}
              sections={[...new Set(data?.passages.map((one) => one.section) ?? [])]}
              onPull={props.onPull}
            />
            {data?.passages.length === 0 && <p className={styles.none}>{t('compare.evidence.none')}</p>}
          </>
        )}
      </section>
      {cell?.isEdited === true && value !== undefined && row !== undefined && (
        <footer className={styles.foot}>
          <span className={styles.footTitle}>{t('compare.draft')}</span>
          <Button variant="link" keyHint="R" onPress={() => actions.reset(value.id, row)}>
            {t('compare.reset.long')}
          </Button>
          <p className={styles.draft}>
            <CitedWords text={cell.draft.text} />
          </p>
        </footer>
      )}
    </aside>
  );
}

function PassageList(props: {
  readonly title: string;
  readonly list: readonly Passage[];
  readonly data: Passages | undefined;
  readonly caseId: string;
  readonly isUsed?: boolean;
  readonly onCite: (passage: Passage) => void;
}) {
  const { title, list, data, caseId, isUsed = false, onCite } = props;
  const t = useT();
  const language = useLanguage();
  if (list.length === 0) return null;
  const nameOf = (ref: string) => {
    const source = data?.sources.find((one) => one.id === bareRef(ref));
    return source === undefined ? '' : ` ${source.title} · ${source.issued ?? t('common.undated')}`;
  };
  return (
    <section className={styles.list}>
      <h3 className={styles.listTitle}>{title}</h3>
      <ul>
        {list.map((passage) => (
          <li key={`${passage.section}.${passage.start}`} className={styles.passage}>
            <Link
              to="/case/$caseId"
              params={{ caseId }}
              search={{ text: language, at: `${passage.section}.${passage.start}.${passage.end}` }}
              className={styles.sentence}
              data-face="serif"
              lang={langOf[language]}
            >
              {passage.text}
            </Link>
            <p className={styles.source}>
              <span>
                {passage.refs.map((ref) => (
                  <span key={ref} className={styles.ref}>
                    <b>{ref}</b>
                    {passage.refs.length === 1 && nameOf(ref)}
                  </span>
                ))}
              </span>
              {isUsed ? (
                <span className={styles.used}>
                  <CheckIcon size={14} />
                  {t('compare.evidence.is-used')}
                </span>
              ) : (
                passage.refs.length > 0 && (
                  <Button variant="link" icon={<PlusIcon size={14} />} onPress={() => onCite(passage)}>
                    {t('compare.evidence.cite')}
                  </Button>
                )
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
