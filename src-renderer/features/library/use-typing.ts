import { useEffect, useRef, useState } from 'react';
import type { LibraryView } from './use-library-address.ts';

/** Pause in typing after which the question is asked, milliseconds. */
const pauseMs = 90;

/**
 * What stands in the search box, and the question in the address that follows it a moment later. A change of
 * the address from elsewhere (back, a term that was offered) shows in the box.
 */
export function useTyping(view: LibraryView): {
  readonly text: string;
  readonly type: (text: string) => void;
} {
  const asked = view.address.q ?? '';
  const [text, setText] = useState(asked);
  const lastAsked = useRef(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (asked === lastAsked.current) return;
    lastAsked.current = asked;
    clearTimeout(timer.current);
    setText(asked);
  }, [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const question = next.trim();
      if (question === lastAsked.current) return;
      // Chips that were taken away belong to the question they were read from; so does the place in the list.
      const isNew = lastAsked.current === '';
      lastAsked.current = question;
      view.change(
        { q: question, without: undefined, at: undefined, related: undefined },
        isNew ? 'push' : 'replace',
      );
    }, pauseMs);
  };
  return { text, type };
}
