import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { SectionId } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import type { Glossary, GlossaryTerm } from '#contract/glossary.ts';
import type { Language } from '#contract/ids.ts';
import { useApi } from '../../../app/api/use-api.tsx';
import { findTerms, type TermSpan } from './find-terms.ts';
import { TermCard } from './term-card.tsx';

interface Terms {
  readonly of: (language: Language, section: SectionId) => readonly TermSpan[];
  readonly open: (term: GlossaryTerm, sign: HTMLElement) => void;
}

const none: readonly TermSpan[] = [];
const empty: Glossary = [];
const TermsContext = createContext<Terms>({ of: () => none, open: () => {} });
const SectionTermsContext = createContext<readonly TermSpan[]>(none);

/** Finds the terms of the glossary in the texts of a case, and shows the one that is asked for. */
export function TermsProvider({ found, children }: { readonly found: Case; readonly children: ReactNode }) {
  const { query } = useApi();
  const { data: glossary = empty } = useQuery(query.library.glossary.queryOptions());
  const [opened, setOpened] = useState<{ readonly term: GlossaryTerm; readonly sign: HTMLElement }>();
  const spans = useMemo(() => {
    const { zh, en } = found.texts;
    return { zh: zh && findTerms(zh, glossary), en: en && findTerms(en, glossary) };
  }, [found, glossary]);
  const open = useCallback((term: GlossaryTerm, sign: HTMLElement) => setOpened({ term, sign }), []);
  const value = useMemo<Terms>(
    () => ({ of: (language, section) => spans[language]?.get(section) ?? none, open }),
    [spans, open],
  );
  return (
    <TermsContext value={value}>
      {children}
      {opened !== undefined && <TermCard {...opened} onClose={() => setOpened(undefined)} />}
    </TermsContext>
  );
}

/** Gives the words of a section their terms. */
export function SectionTerms(props: {
  readonly language: Language;
  readonly section: SectionId;
  readonly children: ReactNode;
}) {
  const { of } = useContext(TermsContext);
  return (
    <SectionTermsContext value={of(props.language, props.section)}>{props.children}</SectionTermsContext>
  );
}

/** The terms of the section that is being drawn, and how to show one. */
export function useSectionTerms(): { readonly spans: readonly TermSpan[]; readonly open: Terms['open'] } {
  const { open } = useContext(TermsContext);
  return { spans: useContext(SectionTermsContext), open };
}
