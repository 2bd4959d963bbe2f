import { useEffect, useState } from 'react';
import styles from './live-region.module.css';

type Listener = (text: string, isUrgent: boolean) => void;
const listeners = new Set<Listener>();

/**
 * Says something to those who listen instead of look: counts, saved, exported. `urgent` interrupts, for errors
 * that need an answer. What comes quickly one after the other should be said once, when it has come to rest.
 */
export function announce(text: string, urgency: 'polite' | 'urgent' = 'polite'): void {
  for (const listener of listeners) listener(text, urgency === 'urgent');
}

/** The two places that screen readers listen to; once in the window. */
export function LiveRegions() {
  const [polite, setPolite] = useState('');
  const [urgent, setUrgent] = useState('');
  useEffect(() => {
    const listener: Listener = (text, isUrgent) => (isUrgent ? setUrgent : setPolite)(text);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return (
    <>
      <div className={styles.region} aria-live="polite" aria-atomic="true">
        {polite}
      </div>
      <div className={styles.region} role="alert">
        {urgent}
      </div>
    </>
  );
}
