import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { type Annotation, AnnotationColour, AnnotationKind } from '#contract/annotations.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Blank } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { SearchField } from '../../ui/field/search-field.tsx';
import { Select } from '../../ui/select/select.tsx';
import { VirtualList, type VirtualListHandle } from '../../ui/virtual-list/virtual-list.tsx';
import type { NotesAddress } from './address.ts';
import { NoteRow } from './note-row.tsx';
import styles from './notes-screen.module.css';
import { useCaseTitles, useNotes } from './queries.ts';

/** Every note the user has made, newest first; each opens at its words. */
export function NotesScreen() {
  const t = useT();
  const navigate = useNavigate();
  const address = useSearch({ from: '/notes' });
  const notes = useNotes();
  const titles = useCaseTitles();
  const list = useRef<VirtualListHandle>(null);
  const shown = useMemo(
    () => notes.all.filter((note) => isShown(note, address, titles.get(note.caseId)?.title ?? '')),
    [notes.all, address, titles],
  );
  const selected = shown.find(({ id }) => id === address.at) ?? shown[0];
  const change = (patch: Partial<NotesAddress>) =>
    void navigate({
      to: '/notes',
      search: (old) =>
        Object.fromEntries(
          Object.entries({ ...old, ...patch }).filter(([, value]) => value !== undefined && value !== ''),
        ),
      replace: true,
    });
  const open = (note: Annotation) =>
    void navigate({
      to: '/case/$caseId',
      params: { caseId: note.caseId },
      search: { text: note.language, note: note.id },
    });

  if (notes.isLoaded && notes.all.length === 0) {
    return (
      <Blank
        level={1}
        title={t('notes.empty.title')}
        actions={
          <Button variant="filled" onPress={() => void navigate({ to: '/library', search: {} })}>
            {t('notes.empty.go')}
          </Button>
        }
      >
        {t('notes.empty.then')}
      </Blank>
    );
  }
  return (
    <section className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title} data-face="serif" tabIndex={-1}>
          {t('notes.title')}
        </h1>
        <p className={styles.count}>{t('notes.count', { count: shown.length })}</p>
        <search className={styles.filters} aria-label={t('notes.filter')}>
          <div className={styles.box}>
            <SearchField
              size="small"
              label={t('notes.search')}
              clearLabel={t('notes.clear')}
              placeholder={t('notes.search')}
              value={address.q ?? ''}
              onChange={(q) => change({ q })}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown') return;
                event.preventDefault();
                list.current?.focus();
              }}
            />
          </div>
          <Select<AnnotationKind | 'all'>
            label={t('notes.kind')}
            isLabelHidden
            isQuiet
            value={address.kind ?? 'all'}
            onChange={(kind) => change({ kind: kind === 'all' ? undefined : kind })}
            items={(['all', ...AnnotationKind.options] as const).map((id) => ({
              id,
              label: t(`notes.kind.${id}`),
            }))}
          />
          <Select<AnnotationColour | 'all'>
            label={t('notes.colour')}
            isLabelHidden
            isQuiet
            value={address.colour ?? 'all'}
            onChange={(colour) => change({ colour: colour === 'all' ? undefined : colour })}
            items={(['all', ...AnnotationColour.options] as const).map((id) => ({
              id,
              label: id === 'all' ? t('notes.colour.all') : t(`reader.colour.${id}`),
            }))}
          />
        </search>
      </header>
      {shown.length === 0 && notes.isLoaded ? (
        <Blank
          title={t('notes.none.title')}
          actions={
            <Button onPress={() => void navigate({ to: '/notes', search: {} })}>
              {t('notes.none.clear')}
            </Button>
          }
        >
          {t('notes.none.then')}
        </Blank>
      ) : (
        <VirtualList
          id="notes"
          label={t('notes.list')}
          handle={list}
          className={styles.list}
          items={shown}
          keyOf={({ id }) => id}
          estimateHeight={({ body }) => (body === '' ? 76 : 104)}
          selected={selected?.id}
          onSelect={({ id }) => change({ at: id })}
          onOpen={open}
          onKey={(event, note) => {
            if (event.key !== 'Delete' || note === undefined) return false;
            notes.remove(note);
            return true;
          }}
          rememberAs="notes"
          renderRow={(note, isSelected) => (
            <NoteRow
              note={note}
              from={titles.get(note.caseId)}
              isSelected={isSelected}
              onOpen={() => open(note)}
            />
          )}
        />
      )}
    </section>
  );
}

function isShown(note: Annotation, { q, kind, colour, tag }: NotesAddress, title: string): boolean {
  if (kind !== undefined && note.kind !== kind) return false;
  if (colour !== undefined && note.colour !== colour) return false;
  if (tag !== undefined && !note.tags.includes(tag)) return false;
  const words = (q ?? '').trim().toLowerCase();
  const text = [note.body, note.target.selector[1].exact, ...note.tags, title].join('\n').toLowerCase();
  return text.includes(words);
}
