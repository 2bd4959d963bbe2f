import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import type { OwnCaseKey } from '#contract/own-cases.ts';
import { useFailure } from '../../app/api/use-failure.ts';
import { langOf } from '../../app/i18n/i18n.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { BackIcon } from '../../ui/icons.tsx';
import { TabBar } from '../../ui/tabs/tabs.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { useWidth } from '../../ui/use-width.ts';
import { CaseFormPane } from './case-form.tsx';
import styles from './own-editor.module.css';
import { ProblemList } from './problem-list.tsx';
import { SourceDialog } from './source-dialog.tsx';
import { type EditorHandle, TextEditor } from './text-editor.tsx';
import { useOwnEdit } from './use-own-edit.ts';

/** Form and text need so much room side by side, CSS px. */
const WIDE = 860;
type Shown = 'form' | 'main' | 'other';

/** One own case: its form beside its text, its faults below, stored as one types. */
export function OwnEditor({ caseKey }: { readonly caseKey: OwnCaseKey }) {
  const t = useT();
  const words = useWords();
  const describe = useFailure();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place) ?? WIDE;
  const isWide = width >= WIDE;
  const [shown, setShown] = useState<Shown>('main');
  const [isAdding, setIsAdding] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const onMoved = useCallback(
    (key: OwnCaseKey) => void navigate({ to: '/own', search: { case: key }, replace: true }),
    [navigate],
  );
  const edit = useOwnEdit(caseKey, onMoved);
  const { opened, texts, checked, theirs } = edit;
  const say = (error: unknown) => {
    const { what, next } = describe(error);
    showToast({ tone: 'failed', title: what, detail: next });
  };
  if (opened.error !== null && texts === undefined) {
    const { what, next } = describe(opened.error);
    return (
      <div className={styles.failed}>
        <FailureNote
          what={what}
          next={next}
          actions={<Button onPress={() => void navigate({ to: '/own', search: {} })}>{t('own.back')}</Button>}
        />
      </div>
    );
  }
  const language = opened.data?.language ?? 'zh';
  const second = language === 'zh' ? 'en' : 'zh';
  const form = checked?.form ?? null;
  const title = form ? words({ zh: form.titleZh, en: form.titleEn }) : '';
  const id = caseKey.split('/').at(-1) ?? caseKey;
  const mainFile = `${caseKey}.md`;
  const problems = checked?.problems ?? [];
  const ofText = (which: Shown) => problems.filter(({ file }) => (file === mainFile) === (which === 'main'));
  const text = shown === 'other' && texts?.other != null ? 'other' : 'main';
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const goTo = (file: string, line: number, column: number) => {
    setShown(file === mainFile ? 'main' : 'other');
    // The other text's editor is there once it is drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => editor.current?.goTo(line, column)));
  };
  return (
    <div ref={place} className={styles.screen}>
      <div className={styles.bar}>
        <Link to="/own" search={{}} className={styles.back}>
          <BackIcon />
          {t('own.title')}
        </Link>
        <h1 className={styles.title} tabIndex={-1} data-face="serif">
          {title || id}
        </h1>
        <span className={styles.state} role="status">
          {t(`own.save.${edit.state}`)}
        </span>
        {errors === 0 && checked !== undefined && edit.state === 'saved' && (
          <Link to="/case/$caseId" params={{ caseId: id }} search={{}} className={styles.read}>
            {t('own.read')}
          </Link>
        )}
        <Button onPress={() => void edit.save()} isDisabled={edit.state === 'saved'}>
          {t('own.save')}
        </Button>
      </div>
      {edit.failure !== undefined && edit.state === 'failed' && theirs === undefined && (
        <FailureNote
          {...describe(edit.failure)}
          actions={<Button onPress={() => void edit.save()}>{t('common.retry')}</Button>}
        />
      )}
      {theirs !== undefined && (
        <div className={styles.conflict}>
          <FailureNote
            what={t('own.conflict')}
            next={t('own.conflict.then')}
            actions={
              <>
                <Button onPress={() => void edit.keepMine()}>{t('own.conflict.mine')}</Button>
                <Button onPress={edit.takeTheirs}>{t('own.conflict.theirs')}</Button>
              </>
            }
          />
          <p className={styles.theirsName}>{t('own.conflict.shown')}</p>
          <pre className={styles.theirs} lang={langOf[text === 'main' ? language : second]}>
            {text === 'main' ? theirs.main?.text : theirs.other?.text}
          </pre>
        </div>
      )}
      <div className={styles.body} data-wide={isWide}>
        {texts !== undefined && (isWide || shown === 'form') && (
          <CaseFormPane
            form={form}
            references={checked?.references ?? []}
            onChange={(patch) => void edit.fill(patch).catch(say)}
            onCite={(ref) => {
              if (shown === 'form') setShown('main');
              requestAnimationFrame(() => editor.current?.insert(`[@${ref}]`));
            }}
            onAddSource={() => setIsAdding(true)}
          />
        )}
        <div className={styles.text} data-only-tabs={!isWide && shown === 'form'}>
          <TabBar<Shown>
            name="own"
            label={t('own.texts')}
            value={isWide && shown === 'form' ? 'main' : shown}
            onChange={setShown}
            items={[
              ...(isWide ? [] : [{ id: 'form' as const, label: t('own.form') }]),
              { id: 'main', label: t(`own.text.${language}`), count: ofText('main').length || undefined },
              ...(texts?.other == null
                ? []
                : [
                    {
                      id: 'other' as const,
                      label: t(`own.text.${second}`),
                      count: ofText('other').length || undefined,
                    },
                  ]),
            ]}
          />
          {texts !== undefined && (isWide || shown !== 'form') && (
            <>
              <div
                className={styles.editor}
                role="tabpanel"
                id={`own-panel-${text}`}
                aria-labelledby={`own-tab-${text}`}
              >
                <TextEditor
                  key={text}
                  label={t(`own.text.${text === 'main' ? language : second}`)}
                  lang={langOf[text === 'main' ? language : second]}
                  value={text === 'main' ? texts.main : (texts.other ?? '')}
                  onChange={(value) =>
                    edit.change(text === 'main' ? { ...texts, main: value } : { ...texts, other: value })
                  }
                  problems={ofText(text)}
                  handle={editor}
                />
              </div>
              <ProblemList problems={problems} onGo={goTo} />
            </>
          )}
        </div>
      </div>
      {isAdding && (
        <SourceDialog
          onClose={() => setIsAdding(false)}
          onAdd={(reference) => {
            setIsAdding(false);
            edit.addReference(reference).then((ref) => {
              if (ref !== undefined) showToast({ tone: 'done', title: t('own.source-added', { id: ref }) });
            }, say);
          }}
        />
      )}
    </div>
  );
}
