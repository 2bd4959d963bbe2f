import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a running server leaves for a second start of the program; readable by its user alone. */
const Note = z.strictObject({
  port: z.number().int().min(1).max(65_535),
  pid: z.number().int(),
  key: z.string().min(20).max(200),
});
export type Note = z.infer<typeof Note>;

const Answer = z.strictObject({ secret: z.string() });
const ANSWER_MS = 3000;

function noteFile(dataDir: string): string {
  return join(dataDir, 'run', 'serve.json');
}

/** Leaves the note; answers what takes it away again. In a folder that cannot be written there is none. */
export function leaveNote(dataDir: string, note: Note): () => void {
  const file = noteFile(dataDir);
  try {
    mkdirSync(join(dataDir, 'run'), { recursive: true, mode: 0o700 });
    rmSync(file, { force: true });
    writeFileSync(file, JSON.stringify(note), { mode: 0o600, flag: 'wx' });
  } catch {
    return () => {}; // a second start will then open the folder for reading
  }
  return () => {
    if (findNote(dataDir)?.key === note.key) rmSync(file, { force: true });
  };
}

function findNote(dataDir: string): Note | undefined {
  try {
    return Note.parse(JSON.parse(readFileSync(noteFile(dataDir), 'utf8')));
  } catch {
    return undefined; // none, or left half-written by a kill
  }
}

/** Asks the server that already runs on a data folder for a one-time address; undefined when none runs. */
export async function askRunning(dataDir: string): Promise<string | undefined> {
  const note = findNote(dataDir);
  if (note === undefined) return undefined;
  const origin = `http://127.0.0.1:${note.port}`;
  try {
    const response = await fetch(`${origin}/link`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-OKM-Start': note.key },
      body: '{}',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    if (!response.ok) return undefined;
    return `${origin}/#${Answer.parse(await response.json()).secret}`;
  } catch {
    return undefined; // it has ended, or another program has its port now
  }
}
