import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { CslItem } from '#contract/case.ts';

/** A source that stands open beside the sign that opened it. */
export interface OpenSource {
  readonly ref: string;
  readonly sign: HTMLElement;
}

interface Sources {
  readonly find: (ref: string) => CslItem | undefined;
  /** Name of a citation's sign, for those who listen. */
  readonly nameOf: (ref: string) => string;
  readonly opened: OpenSource | undefined;
  readonly open: (ref: string, sign: HTMLElement) => void;
  /** Puts the source away and the focus back on its sign. */
  readonly close: () => void;
}

const SourcesContext = createContext<Sources | null>(null);

/** Keeps which source of the case is open. */
export function SourcesProvider(props: {
  readonly references: readonly CslItem[];
  readonly nameOf: (item: CslItem) => string;
  readonly children: ReactNode;
}) {
  const { references, nameOf } = props;
  const [opened, setOpened] = useState<OpenSource>();
  const find = useCallback((ref: string) => references.find(({ id }) => id === ref), [references]);
  const open = useCallback((ref: string, sign: HTMLElement) => {
    setOpened((now) => (now?.sign === sign ? undefined : { ref, sign }));
  }, []);
  const value = useMemo<Sources>(
    () => ({
      find,
      nameOf: (ref) => {
        const item = find(ref);
        return item === undefined ? ref : `${ref} ${nameOf(item)}`;
      },
      opened,
      open,
      close: () => {
        opened?.sign.focus();
        setOpened(undefined);
      },
    }),
    [find, nameOf, opened, open],
  );
  return <SourcesContext value={value}>{props.children}</SourcesContext>;
}

/** The sources of the open case. */
export function useSources(): Sources {
  const sources = useContext(SourcesContext);
  if (sources === null) throw new Error('useSources is used outside SourcesProvider');
  return sources;
}
