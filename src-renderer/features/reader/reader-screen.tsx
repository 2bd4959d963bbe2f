import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { CaseId } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Segmented } from '../../ui/button/segmented.tsx';
import { SplitView } from '../../ui/split-view/split-view.tsx';
import { useWidth } from '../../ui/use-width.ts';
import type { Pane, PaneAddress } from './address.ts';
import { Reader } from './reader.tsx';
import styles from './split.module.css';

/** Least width of the screen, CSS px, at which two cases stand beside each other. */
const splitFrom = 860;

/** The reader: one case, with its sources and the user's notes, or two beside each other. */
export function ReaderScreen() {
  const { caseId } = useParams({ from: '/case/$caseId' });
  const { beside, ...address } = useSearch({ from: '/case/$caseId' });
  const navigate = useNavigate({ from: '/case/$caseId' });
  const { query } = useApi();
  // An address that holds no id of a case is answered like one of a case that is not there.
  const id = CaseId.safeParse(caseId).data ?? CaseId.parse('no-such-case');
  const { data: found } = useSuspenseQuery(query.library.get.queryOptions({ input: { id } }));
  const { data: list } = useSuspenseQuery(query.library.list.queryOptions());
  const hasSecond = beside !== undefined && beside.case !== found.id;
  const main: Pane = {
    name: 'main',
    address,
    change: (patch) => void navigate({ search: (old) => ({ ...old, ...patch }), replace: true }),
    isSplit: hasSecond,
    onBeside: (other) => void navigate({ search: (old) => ({ ...old, beside: { case: other } }) }),
    onClose: undefined,
  };
  const summary = list.cases.find((one) => one.id === found.id);
  const reader = <Reader key={found.id} found={found} summary={summary} pane={main} />;
  if (!hasSecond) return reader;
  const second: Pane = {
    name: 'beside',
    address: beside,
    change: (patch: Partial<PaneAddress>) =>
      void navigate({
        search: (old) => (old.beside === undefined ? old : { ...old, beside: { ...old.beside, ...patch } }),
        replace: true,
      }),
    isSplit: true,
    onBeside: undefined,
    onClose: () => void navigate({ search: ({ beside: _, ...old }) => old }),
  };
  return (
    <SplitCases
      names={[found.id, beside.case]}
      main={reader}
      second={<SecondCase key={beside.case} id={beside.case} pane={second} />}
    />
  );
}

/** Two cases, each in a pane; in a small window one at a time. */
function SplitCases(props: {
  readonly names: readonly [CaseId, CaseId];
  readonly main: React.ReactNode;
  readonly second: React.ReactNode;
}) {
  const { names, main, second } = props;
  const t = useT();
  const words = useWords();
  const { query } = useApi();
  const { data: list } = useQuery(query.library.list.queryOptions());
  const frame = useRef<HTMLDivElement>(null);
  const isWide = (useWidth(frame) ?? window.innerWidth) >= splitFrom;
  const [shown, setShown] = useState<Pane['name']>('beside');
  const titles = useMemo(
    () =>
      names.map((id) => {
        const title = list?.cases.find((one) => one.id === id)?.title;
        return title === undefined ? id : (words(title).split(/[:：]/)[0] ?? '');
      }),
    [names, list, words],
  );
  const beside = (
    <div data-pane="beside" className={styles.second} style={{ blockSize: '100%' }}>
      {second}
    </div>
  );
  return (
    <div ref={frame} className={styles.split}>
      {isWide ? (
        <SplitView
          id="reader-split"
          separatorLabel={t('library.panes')}
          panes={[
            { id: 'main', minWidth: 400, className: styles.pane, content: main },
            { id: 'beside', minWidth: 400, className: styles.pane, content: beside },
          ]}
        />
      ) : (
        <>
          <div className={styles.switch}>
            <Segmented<Pane['name']>
              label={t('reader.split')}
              value={shown}
              onChange={setShown}
              items={[
                { id: 'main', label: titles[0] ?? '' },
                { id: 'beside', label: titles[1] ?? '' },
              ]}
            />
          </div>
          <div className={styles.panes}>{shown === 'main' ? main : beside}</div>
        </>
      )}
    </div>
  );
}

/** The case beside; one that is not there any more says so and can be put away. */
function SecondCase({ id, pane }: { readonly id: CaseId; readonly pane: Pane }) {
  const t = useT();
  const describe = useFailure();
  const { query } = useApi();
  const { data: found, error } = useQuery(query.library.get.queryOptions({ input: { id } }));
  const { data: list } = useQuery(query.library.list.queryOptions());
  if (error !== null) {
    return (
      <div className={styles.failure}>
        <FailureNote
          {...describe(error)}
          actions={<Button onPress={() => pane.onClose?.()}>{t('reader.split.close')}</Button>}
        />
      </div>
    );
  }
  if (found === undefined) return null;
  return <Reader found={found} summary={list?.cases.find((one) => one.id === id)} pane={pane} />;
}
