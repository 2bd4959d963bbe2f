import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Site } from '#contract/precedents.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Blank, FailureNote } from '../../ui/blank/blank.tsx';
import type { PrecedentsAddress } from './address.ts';
import { PrecedentCard } from './precedent-card.tsx';
import styles from './precedents.module.css';
import { SetbackCard } from './setback-card.tsx';
import { SiteForm } from './site-form.tsx';

/** Precedents for a place: what is said of it at the left, cases with their reasons at the right. */
export function PrecedentsScreen() {
  const t = useT();
  const language = useLanguage();
  const describe = useFailure();
  const { query } = useApi();
  const address = useSearch({ from: '/precedents' });
  const navigate = useNavigate({ from: '/precedents' });
  const site = toSite(address);
  const isAsked = Object.keys(site).length > 0;
  const found = useQuery(
    query.precedents.find.queryOptions({
      input: isAsked ? { site, language } : skipToken,
      placeholderData: keepPreviousData,
    }),
  );
  const failure = found.error === null ? undefined : describe(found.error);
  const { data } = found;
  return (
    <div className={styles.screen}>
      <div className={styles.columns}>
        <SiteForm
          site={address}
          onChange={(patch, how) =>
            void navigate({ search: (old) => toSite({ ...old, ...patch }), replace: how === 'replace' })
          }
        />
        <section className={styles.results} aria-label={t('precedents.results')}>
          {failure !== undefined && <FailureNote what={failure.what} next={failure.next} />}
          {!isAsked && <Blank title={t('precedents.empty.title')}>{t('precedents.empty.then')}</Blank>}
          {isAsked && data !== undefined && data.total === 0 && (
            <Blank title={t('precedents.none.title')}>{t('precedents.none.then')}</Blank>
          )}
          {isAsked && data !== undefined && data.total > 0 && (
            <div data-dimmed={found.isPlaceholderData} className={styles.list}>
              <h2 className={styles.head}>{t('precedents.setback')}</h2>
              <SetbackCard setback={data.setback} />
              <h2 className={styles.head} aria-live="polite">
                {t('precedents.count', { shown: data.precedents.length, total: data.total })}
              </h2>
              <ol className={styles.cards}>
                {data.precedents.map((one) => (
                  <li key={one.id}>
                    <PrecedentCard precedent={one} />
                  </li>
                ))}
              </ol>
            </div>
          )}
        </section>
      </div>
    </div>
  );
}

/** Only what says something. */
function toSite(address: PrecedentsAddress): Site {
  const entries = Object.entries(address).filter(
    ([, value]) =>
      value !== undefined &&
      value !== '' &&
      !(Array.isArray(value) && value.length === 0) &&
      !(
        typeof value === 'object' &&
        !Array.isArray(value) &&
        Object.values(value).every((one) => one === undefined)
      ),
  );
  return Object.fromEntries(entries) as Site;
}
