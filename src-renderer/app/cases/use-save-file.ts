import { useCallback, useState } from 'react';
import type { Delivery } from '#contract/exports.ts';
import { announce } from '../../ui/live-region/live-region.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { useApi } from '../api/use-api.tsx';
import { useFailure } from '../api/use-failure.ts';

/** Lets the services write a file and hands it to the user; says when it is done, or why not. */
export function useSaveFile(done: string): {
  readonly isWriting: boolean;
  readonly save: (write: () => Promise<Delivery>) => Promise<void>;
} {
  const { deliver } = useApi();
  const describe = useFailure();
  const [isWriting, setWriting] = useState(false);
  const save = useCallback(
    async (write: () => Promise<Delivery>) => {
      setWriting(true);
      try {
        const delivery = await write();
        await deliver(delivery);
        showToast({ tone: 'done', title: done, detail: delivery.fileName });
        announce(done);
      } catch (error) {
        const { what, next } = describe(error);
        showToast({ tone: 'failed', title: what, detail: next });
      } finally {
        setWriting(false);
      }
    },
    [deliver, describe, done],
  );
  return { isWriting, save };
}
