import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { BriefOptions, PreviewPage } from '#contract/exports.ts';
import type { ComparisonId } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { FailureNote } from '../../ui/blank/blank.tsx';
import styles from './export-dialog.module.css';

/** How long the options rest before the pages are drawn anew, milliseconds: a typed name is one change. */
const restMs = 500;

/** The brief's own pages, as they will be printed. */
export function ExportPreview(props: {
  readonly comparisonId: ComparisonId;
  readonly options: BriefOptions;
  /** Whether the format breaks its pages itself, and may do so elsewhere. */
  readonly isTwin: boolean;
}) {
  const { comparisonId, options, isTwin } = props;
  const { query } = useApi();
  const t = useT();
  const describe = useFailure();
  const rested = useRested(options);
  const { data, error, isFetching } = useQuery(
    query.exports.preview.queryOptions({
      input: rested === undefined ? skipToken : { comparisonId, options: rested },
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  if (error !== null) {
    const { what, next } = describe(error);
    return <FailureNote what={what} next={next} />;
  }
  const pages = data?.pages ?? [];
  const isStale = isFetching || rested !== options;
  return (
    <>
      <p className={styles.caption} role="status">
        {pages.length === 0
          ? t('compare.export.preview.drawing')
          : `${t('compare.export.preview.pages', { count: pages.length })}${isTwin ? t('compare.export.preview.twin') : ''}`}
      </p>
      {data !== undefined && data.missing.length > 0 && (
        <p className={styles.caption}>
          {t('compare.export.preview.missing', { characters: data.missing.join(' ') })}
        </p>
      )}
      <div className={styles.pages} data-stale={isStale && pages.length > 0}>
        {pages.map((page, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number alone
          <Page key={index} page={page} number={index + 1} />
        ))}
      </div>
    </>
  );
}

function Page({ page, number }: { readonly page: PreviewPage; readonly number: number }) {
  const t = useT();
  const address = useMemo(() => URL.createObjectURL(new Blob([page.svg], { type: 'image/svg+xml' })), [page]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <img
      className={styles.page}
      src={address}
      alt={t('compare.export.preview.page', { number })}
      width={page.width}
      height={page.height}
    />
  );
}

/** A value once it has not changed for a while; undefined until then. */
function useRested<T>(value: T): T | undefined {
  const [rested, setRested] = useState<T>();
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rested === undefined ? 0 : restMs);
    return () => clearTimeout(timer);
  }, [value, rested]);
  return rested;
}
