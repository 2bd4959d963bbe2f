import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type OpenedDatabase, openDatabase } from './database.ts';
import type { StoreFault, StoreReply, StoreRequest } from './messages.ts';
import { reads, writes } from './operations.ts';
import { toOkmError } from './sqlite-errors.ts';

// The one place where SQL runs for what the user makes: one connection, in a thread of its own.
const { folder, holder } = workerData as {
  folder: string;
  holder: { door: string; pid: number; since: string };
};
const port = parentPort;
if (!port) throw new Error('the store runs as a worker only');

let opened: OpenedDatabase | undefined;
try {
  opened = openDatabase(folder, holder);
  post({
    ready: true,
    wasUnclean: opened.wasUnclean ?? false,
    readOnly: opened.readOnly && { code: opened.readOnly.code, data: opened.readOnly.data },
  });
} catch (error) {
  post({ ready: false, error: describe(error) });
}

port.on('message', (request: StoreRequest) => {
  if ('close' in request) {
    opened?.close();
    opened = undefined;
    post({ closed: true });
    port.close();
    return;
  }
  try {
    post({ id: request.id, value: run(request.operation, request.input) });
  } catch (error) {
    post({ id: request.id, error: describe(error) });
  }
});

function run(operation: string, input: unknown): unknown {
  if (!opened) throw new Error('the store is closed');
  const { db, readOnly, journal } = opened;
  if (operation === 'keepJournalAfter') return journal?.keepAfter(Number(input));
  if (Object.hasOwn(reads, operation)) return reads[operation as keyof typeof reads](db, input as never);
  if (!Object.hasOwn(writes, operation)) throw new Error(`unknown store operation ${operation}`);
  if (readOnly) throw readOnly;
  const changes = () => Number(db.prepare('SELECT total_changes()').pluck().get());
  const write = db.transaction(() => {
    const before = changes();
    const value = writes[operation as keyof typeof writes](db, input as never);
    // What has changed nothing is no commit: nothing is to be backed up for it, and nothing to be done again.
    if (changes() === before) return { value, seq: undefined };
    const seq = db.prepare('UPDATE meta SET commit_seq = commit_seq + 1 RETURNING commit_seq').pluck().get();
    return { value, seq: Number(seq) };
  });
  const { value, seq } = write.immediate();
  if (seq !== undefined) journal?.append({ seq, operation, input });
  return value;
}

function describe(error: unknown): StoreFault {
  try {
    const known = toOkmError(error, folder);
    if (known.code === 'STORE_DAMAGED') markSuspect();
    return { code: known.code, data: known.data };
  } catch {
    return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Makes the next start look at everything. */
function markSuspect(): void {
  try {
    writeFileSync(join(folder, 'recovery', 'suspect'), '', { mode: 0o600 });
  } catch {
    // Without that folder nothing has ever been opened here, and the next start looks anyway.
  }
}

function post(reply: StoreReply): void {
  port?.postMessage(reply);
}
