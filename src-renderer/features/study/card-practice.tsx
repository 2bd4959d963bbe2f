import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Deck, Rating, type StudyTurn } from '#contract/study.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { useCommands } from '../../app/keys/use-commands.tsx';
import { Blank, FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import styles from './study-screen.module.css';
import { useAway } from './use-away.ts';

/** One card at a time: think, look, say how well it was known. */
export function CardPractice({ deck }: { readonly deck: Deck }) {
  const t = useT();
  const language = useLanguage();
  const away = useAway();
  const navigate = useNavigate();
  const describe = useFailure();
  const { client, query, deliver } = useApi();
  const queryClient = useQueryClient();
  const [shown, setShown] = useState<string>();
  // Whatever was read or marked meanwhile belongs to the deck.
  const options = query.study.turn.queryOptions({ input: { deck, language }, refetchOnMount: 'always' });
  const { data: turn, error } = useQuery(options);
  const card = turn?.card ?? null;
  const isShown = card !== null && shown === card.id;

  const run = (work: () => Promise<StudyTurn>) => {
    work()
      .then((next) => {
        queryClient.setQueryData(options.queryKey, next);
        setShown(undefined);
        void queryClient.invalidateQueries({ queryKey: query.study.progress.key() });
      })
      .catch((failure: unknown) => {
        const { what, next } = describe(failure);
        showToast({ tone: 'failed', title: what, detail: next });
      });
  };
  const rate = (rating: Rating) => {
    if (card === null || !isShown) return;
    run(() => client.study.rate({ deck, language, cardId: card.id, rating }));
  };
  const save = async () => {
    try {
      const delivery = await client.study.anki({ deck, language });
      await deliver(delivery);
      showToast({ tone: 'done', title: t('study.anki-done'), detail: delivery.fileName });
    } catch (failure) {
      const { what, next } = describe(failure);
      showToast({ tone: 'failed', title: what, detail: next });
    }
  };
  useCommands({
    'study.show': () => {
      if (card === null || isShown) return false;
      setShown(card.id);
    },
    'study.again': () => rate('again'),
    'study.hard': () => rate('hard'),
    'study.good': () => rate('good'),
    'study.easy': () => rate('easy'),
  });

  if (error !== null) {
    const { what, next } = describe(error);
    return <FailureNote what={what} next={next} />;
  }
  if (turn === undefined) return null;
  if (turn.counts.all === 0) {
    return (
      <Blank
        title={t('study.none')}
        actions={
          <Button variant="filled" onPress={() => void navigate({ to: '/library', search: {} })}>
            {t('study.none.go')}
          </Button>
        }
      >
        {t('study.none.then')}
      </Blank>
    );
  }
  const { counts, next, nextDue, canTakeBack } = turn;
  return (
    <div className={styles.practice}>
      <p className={styles.facts}>
        {t('study.counts', { due: counts.due, fresh: counts.fresh, done: counts.doneToday })}
      </p>
      {card === null ? (
        <section className={styles.card} aria-live="polite">
          <p className={styles.front} data-face="serif">
            {t('study.rest')}
          </p>
          {nextDue !== null && <p className={styles.facts}>{t('study.next-due', { when: away(nextDue) })}</p>}
        </section>
      ) : (
        <section className={styles.card} aria-label={t(`study.kind.${card.kind}`)} aria-live="polite">
          <p className={styles.facts}>{t(`study.kind.${card.kind}`)}</p>
          <p className={styles.front} data-face="serif">
            {card.front}
          </p>
          {isShown && (
            <>
              <p className={styles.back} data-face="serif">
                {card.back}
              </p>
              <p className={styles.facts}>
                {card.from}
                {card.caseId !== null && (
                  <Link
                    to="/case/$caseId"
                    params={{ caseId: card.caseId }}
                    search={{}}
                    className={styles.open}
                  >
                    {t('study.open-case')}
                  </Link>
                )}
              </p>
            </>
          )}
        </section>
      )}
      {card !== null && !isShown && (
        <Button variant="filled" keyHint="Space" onPress={() => setShown(card.id)}>
          {t('study.show-answer')}
        </Button>
      )}
      {isShown && next !== null && (
        <fieldset className={styles.ratings}>
          <legend>{t('study.how-well')}</legend>
          {Rating.options.map((rating, index) => (
            <Button key={rating} keyHint={String(index + 1)} onPress={() => rate(rating)}>
              {t(`study.rating.${rating}`)} <span className={styles.facts}>{away(next[rating])}</span>
            </Button>
          ))}
        </fieldset>
      )}
      <p className={styles.foot}>
        {canTakeBack && (
          <Button variant="link" onPress={() => run(() => client.study.takeBack({ deck, language }))}>
            {t('study.take-back')}
          </Button>
        )}
        <Button variant="link" onPress={() => void save()}>
          {t('study.anki')}
        </Button>
      </p>
    </div>
  );
}
