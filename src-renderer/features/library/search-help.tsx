import { skipToken, useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useApi } from '../../app/api/use-api.tsx';
import { useT } from '../../app/i18n/use-t.tsx';
import { useSettings, useUpdateSettings } from '../../app/preferences/use-settings.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import styles from './search-help.module.css';
import type { useTyping } from './use-typing.ts';

/** Completions that are offered: more would push the results away. */
const few = 6;

const lessons = [
  'word',
  'phrase',
  'exclude',
  'require',
  'prefix',
  'key',
  'years',
  'keys',
  'own',
  'pinyin',
] as const;

/**
 * A line under the search box; while that is in use, ways to complete what is being typed, what was searched for
 * lately, and a page of help. Tab leads into it; the arrows belong to the results.
 */
export function SearchHelp(props: {
  readonly typing: ReturnType<typeof useTyping>;
  readonly searchBox: RefObject<HTMLInputElement | null>;
}) {
  const { typing, searchBox } = props;
  const t = useT();
  const { query } = useApi();
  const { recentSearches } = useSettings();
  const update = useUpdateSettings();
  const line = useRef<HTMLDivElement>(null);
  const isNear = useFocusNear(searchBox, line);
  const [isOpen, setIsOpen] = useState(false);
  const { text } = typing;
  const { data } = useQuery(
    query.search.suggest.queryOptions({
      input: isNear && text.trim() !== '' ? { text: text.slice(-200), limit: few } : skipToken,
    }),
  );
  const take = (next: string) => {
    typing.type(next);
    searchBox.current?.focus();
  };
  const completions =
    !isNear || text.trim() === '' ? [] : (data ?? []).filter(({ insert }) => insert.trim() !== text.trim());
  const recent = isNear && text === '' ? recentSearches.slice(0, few) : [];
  return (
    <div ref={line} className={styles.line}>
      {recent.length > 0 && <span className={styles.lead}>{t('help.recent')}</span>}
      {recent.map((one) => (
        <Button key={one} variant="link" className={styles.offer} onPress={() => take(one)}>
          {one}
        </Button>
      ))}
      {recent.length > 0 && (
        <Button variant="link" className={styles.quiet} onPress={() => update({ recentSearches: [] })}>
          {t('help.forget')}
        </Button>
      )}
      {completions.length > 0 && <span className={styles.lead}>{t('help.complete')}</span>}
      {completions.map((one) => (
        <Button
          key={one.insert}
          variant="link"
          className={styles.offer}
          onPress={() => take(one.kind === 'key' ? one.insert : `${one.insert} `)}
        >
          {one.text}
        </Button>
      ))}
      <Button variant="link" className={styles.quiet} onPress={() => setIsOpen(true)}>
        {t('help.open')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('help.title')}
        width="wide"
        actions={<Button onPress={() => setIsOpen(false)}>{t('common.close')}</Button>}
      >
        <dl className={styles.lessons}>
          {lessons.map((lesson) => (
            <div key={lesson} className={styles.lesson}>
              <dt>{t(`help.${lesson}.type`)}</dt>
              <dd>{t(`help.${lesson}.means`)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </div>
  );
}

/** Whether the focus is in the box or in the line under it. */
function useFocusNear(
  box: RefObject<HTMLInputElement | null>,
  line: RefObject<HTMLDivElement | null>,
): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const look = () => {
      const here = document.activeElement;
      setIsNear(here !== null && (here === box.current || line.current?.contains(here) === true));
    };
    const later = () => setTimeout(look);
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', later);
    look();
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', later);
    };
  }, [box, line]);
  return isNear;
}
