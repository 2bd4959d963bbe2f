import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { MIN_CASES } from '#contract/comparisons.ts';
import { ComparisonId } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useSummaries } from '../../app/cases/use-summaries.ts';
import { useLanguage, useT, useWords } from '../../app/i18n/use-t.tsx';
import { useTray } from '../../app/preferences/use-tray.ts';
import { offerUndo } from '../../app/undo/undo.ts';
import { Blank, FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { DeleteIcon } from '../../ui/icons.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './comparison-list.module.css';
import { OpenBrief } from './open-brief.tsx';
import { useComparisons } from './queries.ts';
import { useMake } from './use-make.ts';

/** The saved comparisons, and what the waiting cases can be made into. */
export function ComparisonList() {
  const t = useT();
  const words = useWords();
  const navigate = useNavigate();
  const language = useLanguage();
  const describe = useFailure();
  const { query } = useApi();
  const queryClient = useQueryClient();
  const list = useComparisons();
  const summaries = useSummaries();
  const tray = useTray();
  const make = useMake();
  const { mutateAsync: remove } = useMutation(query.comparisons.remove.mutationOptions());
  const { mutateAsync: restore } = useMutation(query.comparisons.restore.mutationOptions());
  const waiting = tray.ids.flatMap((id) => summaries.get(id) ?? []);
  const title = (id: string) => {
    const found = summaries.get(id);
    return found === undefined ? id : words(found.title);
  };
  const fail = (error: unknown) => {
    const { what, next } = describe(error);
    showToast({ tone: 'failed', title: what, detail: next });
  };
  const refresh = () => queryClient.invalidateQueries({ queryKey: query.comparisons.key() });
  const takeAway = (id: ComparisonId, name: string) => {
    remove({ id })
      .then(() => {
        offerUndo({
          title: t('compare.removed', { name }),
          label: t('common.undo'),
          undo: () => void restore({ id }).then(refresh, fail),
        });
        return refresh();
      })
      .catch(fail);
  };

  if (list.error !== null) {
    const { what, next } = describe(list.error);
    return (
      <FailureNote
        what={what}
        next={next}
        actions={<Button onPress={() => void list.refetch()}>{t('common.retry')}</Button>}
      />
    );
  }
  const saved = list.data ?? [];
  const begin = waiting.length >= MIN_CASES && (
    <section className={styles.begin} aria-label={t('compare.waiting', { count: waiting.length })}>
      <h2 className={styles.subtitle}>{t('compare.waiting', { count: waiting.length })}</h2>
      <ul className={styles.waiting}>
        {waiting.map((one) => (
          <li key={one.id}>
            <TypeShape type={one.type} size={9} />
            {words(one.title)}
          </li>
        ))}
      </ul>
      <Button variant="filled" onPress={() => make(tray.ids)}>
        {t('compare.begin')}
      </Button>
    </section>
  );
  if (saved.length === 0 && !begin) {
    return (
      <Blank
        level={1}
        title={waiting.length === 0 ? t('compare.empty') : t('compare.empty.one')}
        actions={
          <>
            <Button variant="filled" onPress={() => void navigate({ to: '/library', search: {} })}>
              {t('compare.empty.go')}
            </Button>
            <OpenBrief />
          </>
        }
      >
        {t('compare.empty.then')}
      </Blank>
    );
  }
  return (
    <div className={styles.screen}>
      <h1 className={styles.title} tabIndex={-1} data-face="serif">
        {t('place.compare')}
      </h1>
      {begin}
      <OpenBrief />
      {saved.length > 0 && (
        <h2 className={styles.subtitle}>{t('compare.saved-ones', { count: saved.length })}</h2>
      )}
      <ul className={styles.list}>
        {saved.map((one) => (
          <li key={one.id} className={styles.row}>
            <Link
              id={`comparison-${one.id}`}
              to="/compare/{-$comparisonId}"
              params={{ comparisonId: one.id }}
              search={{}}
              className={styles.name}
              data-face="serif"
            >
              {one.title}
            </Link>
            <span className={styles.facts}>
              {one.caseIds.map(title).join(t('common.list-comma'))} · {day(one.modifiedAt, language)}
            </span>
            <IconButton
              label={t('compare.remove', { name: one.title })}
              onPress={() => takeAway(one.id, one.title)}
            >
              <DeleteIcon />
            </IconButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

function day(time: string, language: 'zh' | 'en'): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium' }).format(
    new Date(time),
  );
}

/** An id of the address, or undefined when it is none. */
export function toComparisonId(text: string | undefined): ComparisonId | undefined {
  return ComparisonId.safeParse(text).data;
}
