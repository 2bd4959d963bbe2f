import type { CaseSummary } from '#contract/library.ts';
import type { SearchHit, Snippet } from '#contract/search.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useFailure } from '../../app/api/use-failure.ts';
import { FrameworkLink } from '../../app/framework-link.tsx';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useLanguage, useT, useWords } from '../../app/i18n/use-t.tsx';
import { keyOf } from '../../app/keys/command-table.ts';
import { useTray } from '../../app/preferences/use-tray.ts';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Dotted } from '../../ui/dotted/dotted.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { LifeCycleStrip } from '../../ui/life-cycle-strip/life-cycle-strip.tsx';
import { Phrases } from '../../ui/phrases/phrases.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import { PreviewFacts } from './preview-facts.tsx';
import styles from './preview-pane.module.css';
import { usePreviewed } from './queries.ts';

/** The gist of the selected case: what it is, what was asked of it, what to bear in mind. */
export function PreviewPane(props: {
  readonly hit: SearchHit | undefined;
  readonly summary: CaseSummary | undefined;
  readonly onOpen: (snippet?: Snippet) => void;
  /** In a small window, where the preview lies over the list. */
  readonly onClose?: () => void;
}) {
  const { hit, summary, onOpen, onClose } = props;
  const t = useT();
  const words = useCaseWords();
  const inWords = useWords();
  const language = useLanguage();
  const describe = useFailure();
  const tray = useTray();
  const previewed = usePreviewed(summary);
  if (hit === undefined || summary === undefined) {
    return (
      <aside className={styles.pane} aria-label={t('library.preview')}>
        <p className={styles.none}>{t('preview.none')}</p>
      </aside>
    );
  }
  const isOld = previewed.data?.id !== summary.id;
  const isInTray = tray.has(summary.id);
  return (
    <aside className={styles.pane} aria-label={t('library.preview')}>
      <div className={styles.body} data-old={isOld}>
        <div className={styles.type}>
          <TypeShape type={summary.type} />
          <FrameworkLink list="type" id={summary.type}>
            {words.label('type', summary.type)}
          </FrameworkLink>
          {onClose !== undefined && (
            <IconButton isSmall label={t('common.close')} onPress={onClose}>
              <CloseIcon />
            </IconButton>
          )}
        </div>
        <h2 className={styles.title} data-face="serif">
          <Phrases text={inWords(summary.title)} lang={language} />
        </h2>
        <p className={styles.caption}>
          <Dotted
            parts={[
              inWords(summary.place),
              words.label('level', summary.level),
              words.since(summary.start, summary.end),
            ]}
          />
        </p>
        <div className={styles.strip}>
          <LifeCycleStrip
            label={t('preview.lifecycle')}
            stages={vocabulary.lifecycle.map((stage) => ({
              id: stage.id,
              label: (
                <FrameworkLink list="lifecycle" id={stage.id}>
                  {stage[language]}
                </FrameworkLink>
              ),
              isCovered: summary.lifecycle.includes(stage.id),
            }))}
          />
        </div>
        {previewed.error !== null && <FailureNote {...describe(previewed.error)} />}
        {previewed.data !== undefined && <PreviewFacts found={previewed.data} hit={hit} onOpen={onOpen} />}
      </div>
      <div className={styles.foot}>
        <Button variant="filled" keyHint={keyOf('library.open')} onPress={() => onOpen()}>
          {t('preview.open')}
        </Button>
        <Button keyHint={keyOf('library.tray')} onPress={() => tray.toggle(summary.id)}>
          {isInTray ? t('tray.remove') : t('tray.add')}
        </Button>
      </div>
    </aside>
  );
}
