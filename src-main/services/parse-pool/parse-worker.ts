import { parentPort } from 'node:worker_threads';
import type { PoolReply, PoolRequest, TaskName, Tasks } from './messages.ts';

// A thread of the pool. Each task brings its own parsers: looking through a folder needs none of them.
const port = parentPort;
if (!port) throw new Error('the parser runs as a worker only');

type Runner<T extends TaskName> = (input: Tasks[T]['input']) => Promise<Tasks[T]['output']>;
type Loaders = { readonly [T in TaskName]: () => Promise<Runner<T>> };

const loaders: Loaders = {
  scan: async () => {
    const { scanFolder } = await import('../own-cases/scan-folder.ts');
    return async ({ folder }) => scanFolder(folder);
  },
  case: async () => (await import('../own-cases/parse-own-case.ts')).parseOwnCase,
  check: async () => {
    const { checkTexts } = await import('../own-cases/parse-own-case.ts');
    return async (texts) => checkTexts(texts);
  },
  fill: async () => {
    const { fillCaseForm } = await import('#domain/case/case-form.ts');
    return async ({ patch, ...texts }) => fillCaseForm(texts, patch);
  },
  addReference: async () => {
    const { addReference } = await import('#domain/case/case-form.ts');
    return async ({ reference, ...texts }) => addReference(texts, reference);
  },
};

port.on('message', (request: PoolRequest) => void work(request));

async function work({ id, task, input }: PoolRequest): Promise<void> {
  try {
    const run = (await loaders[task]()) as (given: unknown) => Promise<unknown>;
    post({ id, begun: true });
    post({ id, value: await run(input) });
  } catch (error) {
    post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function post(reply: PoolReply): void {
  port?.postMessage(reply);
}
