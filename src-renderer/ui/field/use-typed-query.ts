import { useEffect, useRef, useState } from 'react';

/** Pause in typing after which the question is asked, milliseconds. */
const pauseMs = 60;

/**
 * What stands in a search box, and the question in the address that follows it a moment later, so that typing
 * and input methods never wait for the address. A change of the address from elsewhere shows in the box.
 */
export function useTypedQuery(
  asked: string,
  ask: (question: string, isNew: boolean) => void,
): { readonly text: string; readonly type: (text: string) => void } {
  const [text, setText] = useState(asked);
  const lastAsked = useRef(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(ask);
  latest.current = ask;

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
      const isNew = lastAsked.current === '';
      lastAsked.current = question;
      latest.current(question, isNew);
    }, pauseMs);
  };
  return { text, type };
}
