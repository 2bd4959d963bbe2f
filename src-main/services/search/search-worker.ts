import { parentPort, workerData } from 'node:worker_threads';
import { releaseMemory } from '../release-memory.ts';
import type { SearchReply, SearchRequest, SearchSetup } from './messages.ts';
import { openSearchHost } from './search-host.ts';

/** How long after the opening the room that it took is given back. */
const SETTLE_MS = 1000;

// The thread that searches: questions are answered one after the other, and those that were given up on
// before their turn are dropped.
const port = parentPort;
if (!port) throw new Error('the search runs as a worker only');

type Asked = Extract<SearchRequest, { id: number }>;
const waiting = new Map<number, Asked>();
const host = openSearchHost(workerData as SearchSetup);
// A question that came meanwhile is answered first.
void host.then(() => setTimeout(releaseMemory, SETTLE_MS));

port.on('message', (request: SearchRequest) => {
  if ('cancel' in request) waiting.delete(request.cancel);
  else if ('own' in request) void host.then(({ setOwnWords }) => setOwnWords(request.own));
  else {
    waiting.set(request.id, request);
    // Later messages are read first, so that a cancelled query costs nothing.
    setImmediate(() => void answer(request.id));
  }
});

async function answer(id: number): Promise<void> {
  try {
    const opened = await host;
    const asked = waiting.get(id);
    if (!asked) return;
    waiting.delete(id);
    post({ id, value: opened[asked.question](asked.input as never) });
  } catch (error) {
    waiting.delete(id);
    post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function post(reply: SearchReply): void {
  port?.postMessage(reply);
}
