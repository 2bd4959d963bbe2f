import { ORPCError } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CslItem } from '#contract/case.ts';
import type { CaseFormPatch, OpenOwnCase, OwnCaseKey } from '#contract/own-cases.ts';
import { useApi } from '../../app/api/use-api.tsx';

export interface Texts {
  readonly main: string;
  readonly other: string | null;
}

/** What is stored as far as this window knows: the texts, and the hashes of their files. */
interface Stored {
  readonly texts: Texts;
  readonly mainHash: string | null;
  readonly otherHash: string | null;
}

type Checked = Pick<OpenOwnCase, 'problems' | 'form' | 'references'>;
export type SaveState = 'saved' | 'writing' | 'saving' | 'failed';

const CHECK_MS = 350;
/** How long after the last key the files are written. */
const SAVE_MS = 1200;

/**
 * What could not be stored when its editor was left (the file had changed elsewhere, the disk was full): it
 * is there again when the case is opened again.
 */
const unstored = new Map<OwnCaseKey, { readonly texts: Texts; readonly stored: Stored }>();

/** A case under edit: checked as one types, stored by itself, and aware of other programs that change its files. */
export function useOwnEdit(key: OwnCaseKey, onMoved: (key: OwnCaseKey) => void) {
  const { client, query } = useApi();
  const opened = useQuery(query.ownCases.open.queryOptions({ input: { key }, staleTime: 0 }));
  const [texts, setTexts] = useState<Texts>();
  const [checked, setChecked] = useState<Checked>();
  const [state, setState] = useState<SaveState>('saved');
  const [failure, setFailure] = useState<unknown>();
  /** What another program wrote meanwhile. */
  const [theirs, setTheirs] = useState<OpenOwnCase>();
  const stored = useRef<Stored>(null);
  const now = useRef<Texts>(undefined);
  const isSaving = useRef(false);
  now.current = texts;

  const adopt = useCallback((data: OpenOwnCase) => {
    const next = textsOf(data);
    stored.current = { texts: next, mainHash: data.main?.hash ?? null, otherHash: data.other?.hash ?? null };
    setTexts(next);
    setChecked(data);
    setTheirs(undefined);
    setState('saved');
  }, []);

  const { data } = opened;
  useEffect(() => {
    if (data === undefined || isSaving.current) return;
    const left = stored.current === null ? unstored.get(key) : undefined;
    if (left) {
      unstored.delete(key);
      stored.current = left.stored;
      now.current = left.texts;
      setTexts(left.texts);
      setState('writing');
    }
    const known = stored.current;
    const mine = now.current;
    const theirTexts = textsOf(data);
    if (known === null || mine === undefined || isEqual(mine, known.texts)) {
      if (known?.mainHash !== data.main?.hash || known?.otherHash !== (data.other?.hash ?? null)) adopt(data);
    } else if (isEqual(theirTexts, mine)) adopt(data);
    else if (known.mainHash !== (data.main?.hash ?? null) || known.otherHash !== (data.other?.hash ?? null)) {
      setTheirs(data);
    }
  }, [data, adopt, key]);

  const save = useCallback(
    async (keepTheirs = false): Promise<void> => {
      const mine = now.current;
      const known = stored.current;
      if (mine === undefined || known === null || isSaving.current) return;
      isSaving.current = true;
      setState('saving');
      try {
        const saved = await client.ownCases.save({
          key,
          main: { text: mine.main, seen: known.mainHash },
          other: mine.other === null ? null : { text: mine.other, seen: known.otherHash },
          keepTheirs,
        });
        stored.current = {
          texts: mine,
          mainHash: saved.main?.hash ?? null,
          otherHash: saved.other?.hash ?? null,
        };
        setTheirs(undefined);
        setFailure(undefined);
        setState(now.current !== undefined && isEqual(now.current, mine) ? 'saved' : 'writing');
        if (saved.key !== key) onMoved(saved.key);
      } catch (error) {
        setState('failed');
        if (error instanceof ORPCError && error.code === 'FILE_CHANGED') {
          setTheirs(await client.ownCases.open({ key }));
        } else setFailure(error);
      } finally {
        isSaving.current = false;
      }
    },
    [client, key, onMoved],
  );

  const change = useCallback((next: Texts) => {
    setTexts((before) => (before && isEqual(before, next) ? before : next));
    setState(stored.current && isEqual(next, stored.current.texts) ? 'saved' : 'writing');
  }, []);

  useEffect(() => {
    if (texts === undefined || stored.current === null) return;
    const isSame = isEqual(texts, stored.current.texts);
    const checking = new AbortController();
    const check = setTimeout(() => {
      client.ownCases.check({ key, ...texts }, { signal: checking.signal }).then(setChecked, () => undefined);
    }, CHECK_MS);
    const saving = isSame || theirs !== undefined ? undefined : setTimeout(() => void save(), SAVE_MS);
    return () => {
      clearTimeout(check);
      clearTimeout(saving);
      checking.abort();
    };
  }, [texts, theirs, client, key, save]);

  const isDirty = texts !== undefined && stored.current !== null && !isEqual(texts, stored.current.texts);
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);

  // What was typed last is stored when one goes elsewhere; where that fails, it waits in the window.
  const leave = useRef(save);
  leave.current = save;
  useEffect(
    () => () => {
      const mine = now.current;
      if (!mine || !stored.current || isEqual(mine, stored.current.texts)) return;
      const waiting = { texts: mine, stored: stored.current };
      unstored.set(key, waiting);
      void leave.current().then(() => {
        const isStored = stored.current !== null && isEqual(mine, stored.current.texts);
        if (isStored && unstored.get(key) === waiting) unstored.delete(key);
      });
    },
    [key],
  );

  const fill = async (patch: CaseFormPatch) => {
    if (now.current) change(await client.ownCases.fill({ key, ...now.current, patch }));
  };
  const addReference = async (reference: Omit<CslItem, 'id'>): Promise<string | undefined> => {
    if (!now.current) return undefined;
    const { id, ...next } = await client.ownCases.addReference({ key, ...now.current, reference });
    change(next);
    return id;
  };
  return {
    opened,
    texts,
    checked,
    state,
    failure,
    theirs,
    change,
    fill,
    addReference,
    save: () => save(),
    keepMine: () => save(true),
    takeTheirs: () => theirs && adopt(theirs),
  };
}

function textsOf({ main, other }: OpenOwnCase): Texts {
  const plain = (text: string) => text.replaceAll('\r\n', '\n');
  return { main: plain(main?.text ?? ''), other: other ? plain(other.text) : null };
}

function isEqual(one: Texts, two: Texts): boolean {
  return one.main === two.main && one.other === two.other;
}
