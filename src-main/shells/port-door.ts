import { RPCHandler } from '@orpc/server/message-port';
import { z } from 'zod';
import { OkmError } from '#contract/errors.ts';
import type { Log } from '#services/log/log.ts';
import { toContractError } from './error-boundary.ts';
import { handlerOptions } from './handler-options.ts';
import { createCallLimiter, parseMessage } from './limits.ts';
import type { Router } from './router.ts';

/** One end of a message channel, whichever kind of port it is. */
export interface WirePort {
  readonly post: (message: string) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onClose: (listener: () => void) => void;
}

const Id = z.string().regex(/^[\w-]{1,40}$/);
const ABORT = 4;
const WithId = z.object({ i: Id });
/** What a page may send: a call of a procedure, or the end of one. Streams only go to the page. */
const Message = z.union([
  z.strictObject({ i: Id, t: z.literal(ABORT), p: z.unknown().optional() }),
  z.strictObject({
    i: Id,
    p: z.strictObject({
      u: z.string().regex(/^(\/[A-Za-z]{1,40}){1,4}$/),
      b: z.unknown().optional(),
      h: z.record(z.string().max(60), z.string().max(200)).optional(),
    }),
  }),
]);

/**
 * Answers the calls of the contract that come over a port. A message that is too large, too deep or none of
 * the protocol's never reaches the handler; where it says which call it was, that call gets an error.
 */
export function answerPort(port: WirePort, router: Router, log: Log): void {
  const handler = new RPCHandler(router, handlerOptions(log));
  const { enter } = createCallLimiter();
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  port.onMessage((raw) => {
    let id: string | undefined;
    try {
      if (typeof raw !== 'string') throw new OkmError('INPUT_INVALID', { path: '', issue: 'malformed' });
      const value = parseMessage(raw);
      id = WithId.safeParse(value).data?.i;
      const message = Message.safeParse(value);
      if (!message.success) throw new OkmError('INPUT_INVALID', { path: 'procedure', issue: 'malformed' });
      for (const listener of listeners) listener({ data: message.data });
    } catch (thrown) {
      const error = toContractError(thrown, log, 'port');
      log.write({ event: 'refused', code: error.code });
      if (id !== undefined)
        port.post(JSON.stringify({ i: id, p: { s: error.status, b: { json: error.toJSON() } } }));
    }
  });
  handler.upgrade(
    {
      on(event: string, listener: (event?: { readonly data: unknown }) => void) {
        if (event === 'message') listeners.push(listener);
        else port.onClose(listener);
      },
      postMessage: (message: unknown) => port.post(String(message)),
    },
    { context: { log, enter } },
  );
}
