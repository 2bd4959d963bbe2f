import type { StandardHandleResult, StandardHandlerInterceptorOptions } from '@orpc/server/standard';
import type { Log } from '#services/log/log.ts';
import { type DoorContext, declare, toContractError } from './error-boundary.ts';

type Handling = StandardHandlerInterceptorOptions<DoorContext> & {
  next(options: StandardHandlerInterceptorOptions<DoorContext>): Promise<StandardHandleResult>;
};

/**
 * What the handlers of both wires do around a call: a procedure that is not in the contract, a message that
 * cannot be read and an answer that cannot be written all end in an error of the contract.
 */
export function handlerOptions(log: Log) {
  return {
    interceptors: [
      async ({ next, ...options }: Handling): Promise<StandardHandleResult> => {
        const { context, request } = options;
        let wasRead = false;
        const enter = () => {
          wasRead = true;
          return context.enter();
        };
        try {
          const result = await next({ ...options, context: { ...context, enter } });
          if (result.matched) return result;
        } catch (thrown) {
          // The boundary is the first to see a message that could be read.
          if (!wasRead) throw declare('INPUT_INVALID', { path: '', issue: 'malformed' }, thrown);
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
