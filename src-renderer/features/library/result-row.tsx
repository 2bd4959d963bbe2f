import type { CaseSummary } from '#contract/library.ts';
import type { SearchHit, Snippet } from '#contract/search.ts';
import { langOf } from '../../app/i18n/i18n.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useLanguage, useT, useWords } from '../../app/i18n/use-t.tsx';
import { CompareIcon, NotesIcon } from '../../ui/icons.tsx';
import { Spoken } from '../../ui/live-region/spoken.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import { draggedCases } from './dragged-cases.ts';
import { Hits } from './hits.tsx';
import styles from './result-row.module.css';
import { trimSnippet } from './trim-snippet.ts';

/** A case found: its title, where it matches, and at the right where, when, how well sourced. */
export function ResultRow(props: {
  readonly hit: SearchHit;
  readonly summary: CaseSummary | undefined;
  readonly notes: number;
  readonly isInTray: boolean;
  readonly isSelected: boolean;
  /** It came into a saved search since the user last looked. */
  readonly isFresh: boolean;
  /** The first of those that only touch on the question. */
  readonly startsRelated: boolean;
  /** The cases that move with this row when it is dragged. */
  readonly dragged: () => readonly string[];
  readonly onOpen: (hit: SearchHit, snippet?: Snippet) => void;
}) {
  const { hit, summary, notes, isInTray, isSelected, isFresh, startsRelated, onOpen } = props;
  const t = useT();
  const words = useCaseWords();
  const inWords = useWords();
  const language = useLanguage();
  return (
    <div className={styles.outer}>
      {startsRelated && <p className={styles.related}>{t('library.related-head')}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: S and X do the same for keys */}
      <div
        className={styles.row}
        data-selected={isSelected}
        draggable
        onDragStart={(event) => draggedCases.write(event.dataTransfer, props.dragged())}
      >
        <span className={styles.shape}>
          <TypeShape type={hit.type} label={words.label('type', hit.type)} />
        </span>
        <div className={styles.main}>
          <p className={styles.title} data-face="serif">
            <OpenOnClick onOpen={() => onOpen(hit)}>
              <Hits text={hit.title} ranges={hit.titleRanges} why={[]} />
            </OpenOnClick>
            {isFresh && <span className={styles.fresh}>{t('saved.new')}</span>}
          </p>
          {hit.snippets.map((snippet) => (
            <p key={`${snippet.section}-${snippet.start}`} className={styles.snippet}>
              <span className={styles.section}>{words.label('section', snippet.section, 'short')}</span>
              <span
                className={styles.text}
                lang={snippet.language === language ? undefined : langOf[snippet.language]}
              >
                <OpenOnClick onOpen={() => onOpen(hit, snippet)}>
                  <Hits {...trimSnippet(snippet)} />
                </OpenOnClick>
              </span>
              <Told kinds={snippet.told} />
            </p>
          ))}
          {hit.snippets.length === 0 && summary !== undefined && (
            <p className={styles.snippet}>
              <span className={styles.quiet}>
                {words.label('type', hit.type, 'short')}
                {' · '}
                {words.label('level', summary.level)}
              </span>
            </p>
          )}
        </div>
        {summary !== undefined && (
          <div className={styles.facts}>
            <p>
              <span className={styles.place}>{inWords(summary.place)}</span>
              <span className={styles.year}>{words.years(summary.start, summary.end)}</span>
            </p>
            <p>
              {summary.origin === 'own' && <span className={styles.own}>{t('library.origin.own')}</span>}
              {notes > 0 && (
                <span className={styles.notes}>
                  <NotesIcon size={13} />
                  <span aria-hidden="true">{notes}</span>
                  <Spoken>{t('library.notes', { count: notes })}</Spoken>
                </span>
              )}
              <span className={styles.year}>{t('common.sources', { count: summary.sources })}</span>
            </p>
            {isInTray && (
              <p className={styles.inTray}>
                <CompareIcon size={14} />
                {t('tray.in')}
              </p>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

/** Who says what a passage holds; that only the promoter does is said in so many words. */
function Told({ kinds }: { readonly kinds: Snippet['told'] }) {
  const t = useT();
  const words = useCaseWords();
  if (kinds.length === 0) return null;
  const isClaim = kinds.length === 1 && kinds[0] === 'promoter';
  return (
    <span
      className={styles.told}
      data-claim={isClaim}
      title={kinds.map((kind) => words.label('sourceKind', kind)).join(t('common.list-comma'))}
    >
      {isClaim
        ? t('library.told.promoter')
        : words.label('sourceKind', kinds[0] ?? '') + (kinds.length > 1 ? ` +${kinds.length - 1}` : '')}
    </span>
  );
}

/** Words that open on a click; the list's own Enter does the same, so they take no focus. */
function OpenOnClick(props: { readonly onOpen: () => void; readonly children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a row of a listbox holds nothing focusable; Enter opens it
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list's Enter key does the same
    <span
      className={styles.opens}
      onClick={(event) => {
        // Words that are being selected to be copied are not a click.
        if (window.getSelection()?.isCollapsed === false) return;
        event.stopPropagation();
        props.onOpen();
      }}
    >
      {props.children}
    </span>
  );
}
