import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import { SectionId } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import type { CaseSummary } from '#contract/library.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Sheet } from '../../ui/dialog/dialog.tsx';
import { TabBar, TabPanel } from '../../ui/tabs/tabs.tsx';
import { useWidth } from '../../ui/use-width.ts';
import type { Pane } from './address.ts';
import { CaseText } from './case-text.tsx';
import { FindBar } from './find-bar.tsx';
import type { InlineContext } from './inlines.tsx';
import { Margin, notesToShow } from './margin.tsx';
import { hasNote, marksBySection } from './marks.ts';
import { NotesList } from './notes-list.tsx';
import { Outline } from './outline.tsx';
import styles from './reader.module.css';
import { ReaderBar, type Texts } from './reader-bar.tsx';
import { ReadingBar } from './reading-bar.tsx';
import { RelatedList } from './related-list.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { SourcesProvider, useSources } from './sources-context.tsx';
import { SourcesInSight } from './sources-in-sight.tsx';
import { SourcesList } from './sources-list.tsx';
import { useAfterPaint } from './use-after-paint.ts';
import { useAnnotations } from './use-annotations.ts';
import { useInSight } from './use-in-sight.ts';
import { useNoteState } from './use-note-state.ts';
import { useOpenAt } from './use-open-at.ts';
import { useReaderCommands } from './use-reader-commands.ts';
import { useRecent } from './use-recent.ts';
import { useSelection } from './use-selection.ts';

/** Least widths of the screen, CSS px, at which the outline and the margin stand beside the text. */
const outlineFrom = 1100;
const marginFrom = 880;

/** One case to read. */
export function Reader(props: {
  readonly found: Case;
  readonly summary: CaseSummary | undefined;
  readonly pane: Pane;
}) {
  const { found } = props;
  const words = useCaseWords();
  const nameOf = useCallback(
    (item: Case['front']['references'][number]) =>
      `${words.label('sourceKind', item.custom.kind, 'short')} ${item.title}`,
    [words],
  );
  return (
    <SourcesProvider references={found.front.references} nameOf={nameOf}>
      <ReaderBody {...props} />
    </SourcesProvider>
  );
}

function ReaderBody(props: {
  readonly found: Case;
  readonly summary: CaseSummary | undefined;
  readonly pane: Pane;
}) {
  const { found, summary, pane } = props;
  const { address, change, isSplit } = pane;
  const t = useT();
  const language = useLanguage();
  const screen = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLElement>(null);
  const width = useWidth(screen) ?? window.innerWidth;
  const sources = useSources();
  const annotations = useAnnotations(found);
  const state = useNoteState(address.note);
  const [sheet, setSheet] = useState<'none' | 'outline' | 'margin'>('none');
  const [find, setFind] = useState<{ readonly isOpen: boolean; readonly words: string }>({
    isOpen: false,
    words: '',
  });

  const texts = textsToShow(found, address.text, language);
  const languages = useMemo<readonly Language[]>(() => (texts === 'both' ? ['zh', 'en'] : [texts]), [texts]);
  const isBeside = texts === 'both';
  const hasOutline = !isBeside && !isSplit && width >= outlineFrom;
  const hasMargin = !isBeside && !isSplit && width >= marginFrom;
  const shownTexts = useMemo(() => languages.flatMap((one) => found.texts[one] ?? []), [found, languages]);
  const inSight = useInSight(scroller, article, shownTexts);
  const selected = useSelection(article);
  const tab = address.margin ?? 'notes';

  useRecent(found.id, pane.name === 'main');
  useOpenAt({ address, article, scroller, caseId: found.id, languages });
  const title = found.texts[languages[0] ?? 'zh']?.title ?? found.front.title[language];
  useEffect(() => {
    if (pane.name === 'main') document.title = t('app.title', { place: title });
  }, [t, title, pane.name]);

  // The text first: marks and notes are drawn right after it, not before.
  const isPainted = useAfterPaint(found.id);
  const all = isPainted ? annotations.all : noNotes;
  const marks = useMemo(() => ({ zh: marksBySection(all, 'zh'), en: marksBySection(all, 'en') }), [all]);
  const notes = useMemo(
    () => notesToShow(all, state).filter((note) => note.range === null || languages.includes(note.language)),
    [all, state, languages],
  );
  const noteNumbers = useMemo(() => {
    if (hasMargin) return undefined;
    const inOrder = languages.flatMap((one) => [...marks[one].values()].flat());
    const told = inOrder.filter(({ annotation }) => hasNote(annotation));
    return new Map(told.map(({ annotation }, index) => [String(annotation.id), index + 1]));
  }, [hasMargin, languages, marks]);

  const { activate } = state;
  const onNote = useCallback(
    (id: string) => {
      activate(id);
      if (!hasMargin) setSheet('margin');
    },
    [activate, hasMargin],
  );
  const contexts = useRef(new Map<string, InlineContext>());
  const contextOf = (one: Language, section: string): InlineContext => {
    const ofSection = [...marks[one]].find(([id]) => id === section)?.[1] ?? noMarks;
    const isActiveHere = ofSection.some(({ annotation }) => annotation.id === state.active);
    const next: InlineContext = {
      language: one,
      marks: ofSection,
      noteNumbers,
      hasNotesBeside: hasMargin && tab === 'notes',
      activeNote: isActiveHere ? state.active : undefined,
      onNote,
    };
    // The same object as long as nothing in it has changed, so that sections are not drawn in vain.
    const key = `${one}.${section}`;
    const old = contexts.current.get(key);
    if (old !== undefined && isEqual(old, next)) return old;
    contexts.current.set(key, next);
    return next;
  };

  const setTexts = (next: Texts) => change({ text: next, at: SectionId.safeParse(inSight.section).data });
  const showFind = () => setFind((old) => ({ ...old, isOpen: true }));
  const goTo = (section: string) => {
    setSheet('none');
    const target = article.current?.querySelector<HTMLElement>(`[data-section="${section}"]`);
    const head =
      target?.querySelector<HTMLElement>('h2') ?? article.current?.querySelector<HTMLElement>('h1');
    head?.focus({ preventScroll: true });
    if (scroller.current === null || target === null || target === undefined) return;
    const top = section === 'summary' ? 0 : offsetIn(scroller.current, head ?? target) - 16;
    scroller.current.scrollTo({ top });
  };

  const actions = useReaderCommands({
    pane,
    found,
    article,
    annotations,
    state,
    onNoteOpened: () => {
      if (!hasMargin) setSheet('margin');
      else if (tab !== 'notes') change({ margin: undefined });
    },
    onFind: showFind,
    onBeside: () => setTexts(isBeside ? (language === 'en' && found.texts.en ? 'en' : 'zh') : 'both'),
    onOutline: () => (hasOutline ? article.current?.focus() : setSheet('outline')),
    onMargin: () => setSheet(hasMargin ? 'none' : 'margin'),
    onEscape: () => {
      if (sources.opened !== undefined) sources.close();
      else if (state.active !== undefined) state.activate(undefined);
      else return false;
      return true;
    },
  });

  const outlineText = shownTexts[0];
  const outline = outlineText !== undefined && (
    <Outline text={outlineText} current={inSight.section} marks={marks[outlineText.language]} onGo={goTo} />
  );
  const setTab = (next: typeof tab) => change({ margin: next === 'notes' ? undefined : next });
  // An opened source stands among the notes, whatever the margin showed before.
  const hasOpened = sources.opened !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the opening matters, not which tab it finds
  useEffect(() => {
    if (hasOpened && tab !== 'notes') setTab('notes');
  }, [hasOpened]);
  const tabs = (
    <TabBar
      name={`reader-${pane.name}`}
      label={t('reader.margin')}
      look="bar"
      value={tab}
      onChange={setTab}
      items={[
        { id: 'notes', label: t('reader.tab.notes'), count: annotations.all.length },
        { id: 'sources', label: t('reader.tab.sources'), count: found.front.references.length },
        { id: 'related', label: t('reader.tab.related'), count: found.front.related.length },
      ]}
    />
  );
  const showSource = (ref: string) => {
    setSheet('none');
    const sign = article.current?.querySelector<HTMLElement>(`[data-ref="${CSS.escape(ref)}"]`);
    sign?.scrollIntoView({ block: 'center' });
    sign?.focus({ preventScroll: true });
  };
  const bar = (
    <ReaderBar
      found={found}
      texts={texts}
      pane={pane}
      onTexts={setTexts}
      onFind={showFind}
      onOutline={hasOutline ? undefined : () => setSheet('outline')}
      onMargin={hasMargin ? undefined : () => setSheet('margin')}
    />
  );
  const panel = (inMargin: boolean) => (
    <TabPanel
      name={`reader-${pane.name}`}
      id={tab}
      className={classNames(styles.panel, inMargin && tab !== 'notes' && styles.sticky)}
    >
      {tab === 'sources' && (
        <SourcesList found={found} onShow={showSource} annotations={annotations} state={state} />
      )}
      {tab === 'related' && <RelatedList found={found} />}
      {tab === 'notes' &&
        (inMargin ? (
          <Margin caseId={found.id} notes={notes} annotations={annotations} state={state} article={article} />
        ) : (
          <NotesList caseId={found.id} notes={notes} annotations={annotations} state={state} />
        ))}
    </TabPanel>
  );

  return (
    <div ref={screen} className={styles.screen} data-print="flow">
      <div
        className={styles.head}
        data-print="none"
        data-scrolled={inSight.isScrolled}
        data-margin={hasMargin}
      >
        {bar}
        {hasMargin && tabs}
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        data-print="flow"
        data-scroller
        data-outline={hasOutline}
        data-margin={hasMargin}
      >
        <div className={styles.columns} data-print="flow">
          {hasOutline && (
            <div className={styles.outline} data-print="none">
              {outline}
            </div>
          )}
          <div className={styles.text} data-print="flow">
            <CaseText
              found={found}
              summary={summary}
              languages={languages}
              contextOf={contextOf}
              article={article}
            />
          </div>
          {hasMargin && (
            <aside className={styles.margin} data-print="none" aria-label={t('reader.margin')}>
              {panel(true)}
              {tab === 'notes' && (
                <SourcesInSight
                  refs={inSight.refs}
                  references={found.front.references}
                  onShow={() => setTab('sources')}
                />
              )}
            </aside>
          )}
        </div>
      </div>
      <ReadingBar
        scroller={scroller}
        article={article}
        marks={marks}
        onGo={(id) => {
          const mark = article.current?.querySelector<HTMLElement>(`[data-marks~="${CSS.escape(id)}"]`);
          mark?.scrollIntoView({ block: 'center' });
          mark?.focus({ preventScroll: true });
          onNote(id);
        }}
      />
      {state.placing !== undefined && (
        <p role="status" className={styles.placing}>
          {t('reader.place.selecting')}
        </p>
      )}
      {find.isOpen && (
        <FindBar
          texts={shownTexts}
          article={article.current}
          initial={find.words}
          onClose={(found) => {
            setFind({ isOpen: false, words: found });
            article.current?.querySelector('h1')?.focus({ preventScroll: true });
          }}
        />
      )}
      {selected !== undefined && state.editing === undefined && (
        <SelectionBar rect={selected.rect} actions={actions} />
      )}
      <Sheet
        isOpen={sheet === 'outline' && !hasOutline}
        onClose={() => setSheet('none')}
        label={t('reader.outline')}
        side="left"
      >
        {outline}
      </Sheet>
      <Sheet
        isOpen={(sheet === 'margin' || sources.opened !== undefined) && !hasMargin}
        onClose={() => {
          setSheet('none');
          sources.close();
        }}
        label={t('reader.margin')}
        side={isBeside || width >= marginFrom ? 'right' : 'bottom'}
      >
        <div className={styles.sheet}>
          {tabs}
          {panel(false)}
        </div>
      </Sheet>
    </div>
  );
}

const noMarks: InlineContext['marks'] = [];
const noNotes: readonly Annotation[] = [];

function isEqual(a: InlineContext, b: InlineContext): boolean {
  return (
    a.language === b.language &&
    a.marks === b.marks &&
    a.noteNumbers === b.noteNumbers &&
    a.activeNote === b.activeNote &&
    a.hasNotesBeside === b.hasNotesBeside &&
    a.onNote === b.onNote
  );
}

/** The texts asked for, as far as the case has them; else the one in the interface's language. */
function textsToShow(found: Case, wanted: Texts | undefined, language: Language): Texts {
  const { zh, en } = found.texts;
  if (wanted === 'both' && zh !== undefined && en !== undefined) return 'both';
  if ((wanted ?? language) === 'en' && en !== undefined) return 'en';
  return zh === undefined && en !== undefined ? 'en' : 'zh';
}

function offsetIn(scroller: HTMLElement, element: HTMLElement): number {
  return element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
}
