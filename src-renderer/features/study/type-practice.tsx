import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CaseType } from '#contract/case.ts';
import type { Verdict } from '#contract/study.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useLanguage, useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './study-screen.module.css';

/** A passage without its name: which type is this? Then what the framework and the case say to it. */
export function TypePractice() {
  const t = useT();
  const language = useLanguage();
  const words = useCaseWords();
  const inWords = useWords();
  const describe = useFailure();
  const { client, query } = useApi();
  const queryClient = useQueryClient();
  const [verdict, setVerdict] = useState<Verdict & { readonly guess: CaseType }>();
  const options = query.study.exercise.queryOptions({
    input: { language },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data: exercise } = useQuery(options);
  if (exercise === undefined) return null;
  if (exercise === null) return <p className={styles.facts}>{t('study.no-exercise')}</p>;
  const guess = async (type: CaseType) => {
    try {
      const answer = await client.study.answer({ caseId: exercise.caseId, guess: type, language });
      setVerdict({ ...answer, guess: type });
      await queryClient.invalidateQueries({ queryKey: query.study.progress.key() });
    } catch (error) {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
    }
  };
  const goOn = async () => {
    setVerdict(undefined);
    await queryClient.resetQueries({ queryKey: options.queryKey });
  };
  return (
    <div className={styles.practice}>
      <section className={styles.card} aria-label={t('study.which-type')}>
        <p className={styles.facts}>{t('study.asked', { count: exercise.asked })}</p>
        <p className={styles.passage} data-face="serif">
          {exercise.passage}
        </p>
      </section>
      <fieldset className={styles.ratings} disabled={verdict !== undefined}>
        <legend>{t('study.which-type')}</legend>
        {CaseType.options.map((type) => (
          <Button
            key={type}
            isDisabled={verdict !== undefined}
            icon={<TypeShape type={type} size={10} />}
            onPress={() => void guess(type)}
          >
            {words.label('type', type)}
          </Button>
        ))}
      </fieldset>
      {verdict !== undefined && (
        <section className={styles.verdict} aria-live="polite">
          <p className={styles.front}>
            {verdict.isRight
              ? t('study.right', { type: words.label('type', verdict.type) })
              : t('study.wrong', { type: words.label('type', verdict.type) })}
          </p>
          <ul className={styles.reasons}>
            {verdict.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <p className={styles.foot}>
            <Button variant="filled" autoFocus onPress={() => void goOn()}>
              {t('study.next-exercise')}
            </Button>
            <Link to="/case/$caseId" params={{ caseId: exercise.caseId }} search={{}}>
              {inWords(verdict.title)}
            </Link>
          </p>
        </section>
      )}
    </div>
  );
}
