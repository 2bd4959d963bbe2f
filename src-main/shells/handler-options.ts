import type { StandardHandleResult, StandardHandlerInterceptorOptions } from '@orpc/server/standard';
import type { Log } from '#services/log/log.ts';
import { type DoorContext, declare, toContractError } from './error-boundary.ts';

type Next = StandardHandlerInterceptorOptions<DoorContext> & { next(): Promise<StandardHandleResult> };

/**
 * What the handlers of both wires do around a call: a procedure that is not in the contract, a message that
 * cannot be read and an answer that cannot be written all end in an error of the contract.
 */
export function handlerOptions(log: Log) {
  return {
    interceptors: [
      async ({ next, request }: Next): Promise<StandardHandleResult> => {
        try {
          const result = await next();
          if (result.matched) return result;
        } catch (thrown) {
          throw toContractError(thrown, log, nameOf(request.url.pathname));
        }
        throw declare('INPUT_INVALID', { path: 'procedure', issue: 'unknown_procedure' }, undefined);
      },
    ],
  };
}

/** The part of a path that can be a procedure's name, so that nothing else of a client's reaches the log. */
function nameOf(pathname: string): string {
  return pathname.replace(/[^A-Za-z/]/g, '').slice(-80);
}
