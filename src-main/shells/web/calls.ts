import type { IncomingMessage, ServerResponse } from 'node:http';
import { StandardRPCJsonSerializer, StandardRPCSerializer } from '@orpc/client/standard';
import { RPCHandler } from '@orpc/server/fetch';
import type { Log } from '#services/log/log.ts';
import { toContractError } from '../error-boundary.ts';
import { handlerOptions } from '../handler-options.ts';
import { createCallLimiter, MAX_MESSAGE_BYTES, parseMessage } from '../limits.ts';
import { pageHeaders } from '../page/page-headers.ts';
import type { Router } from '../router.ts';
import { readBody } from './body.ts';

export type AnswerCall = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const serializer = new StandardRPCSerializer(new StandardRPCJsonSerializer());

/** Answers calls of the contract that have passed the gate: `POST /api/<service>/<procedure>`. */
export function createCallAnswerer(router: Router, log: Log): AnswerCall {
  const handler = new RPCHandler(router, handlerOptions(log));
  const { enter } = createCallLimiter();
  return async (request, response) => {
    const ended = new AbortController();
    response.on('close', () => ended.abort());
    try {
      const body = await readBody(request, MAX_MESSAGE_BYTES);
      if (body !== '') parseMessage(body);
      const call = new Request(`http://127.0.0.1${request.url ?? '/'}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
        signal: ended.signal,
      });
      const { response: answer } = await handler.handle(call, { prefix: '/api', context: { log, enter } });
      if (answer === undefined) throw new Error('the handler gave no answer');
      await send(answer, response);
    } catch (thrown) {
      if (ended.signal.aborted) return;
      const error = toContractError(thrown, log, 'web');
      // What is left of a body that was refused is not read: the connection ends with the answer.
      response.writeHead(error.status, {
        ...pageHeaders(),
        'Content-Type': 'application/json',
        ...(request.complete ? {} : { Connection: 'close' }),
      });
      response.end(JSON.stringify(serializer.serialize(error.toJSON())));
    }
  };
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    ...pageHeaders(),
  });
  if (answer.body === null) {
    response.end();
    return;
  }
  for await (const chunk of answer.body) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await new Promise<void>((resolve) => onceWritable(response, resolve));
  }
  response.end();
}

function onceWritable(response: ServerResponse, resolve: () => void): void {
  const done = () => {
    response.off('drain', done);
    response.off('close', done);
    resolve();
  };
  response.on('drain', done);
  response.on('close', done);
}
