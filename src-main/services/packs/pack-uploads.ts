import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import { MAX_ZIPPED } from './pack-limits.ts';

const lifetimeMs = 10 * 60_000;
const MOST = 2;

/** Packs that arrive in pieces: each is a file of its own in a folder that only this user can read. */
export function createPackUploads(now: () => Date) {
  const open = new Map<
    string,
    { file: string; folder: string; parts: number; bytes: number; until: number }
  >();

  async function drop(id: string): Promise<void> {
    const found = open.get(id);
    open.delete(id);
    if (found) await rm(found.folder, { recursive: true, force: true });
  }

  return {
    /** @throws OkmError INPUT_INVALID for a piece out of its turn, PACK_TOO_LARGE */
    async add({
      upload,
      part,
      base64,
    }: {
      upload: string;
      part: number;
      base64: string;
    }): Promise<{ bytes: number }> {
      const at = now().getTime();
      for (const [id, { until }] of open) if (until <= at) await drop(id);
      const found = open.get(upload) ?? (await begin());
      if (part !== found.parts) throw new OkmError('INPUT_INVALID', { path: 'part', issue: 'order' });
      const piece = Buffer.from(base64, 'base64');
      const bytes = found.bytes + piece.length;
      if (bytes > MAX_ZIPPED) {
        await drop(upload);
        throw new OkmError('PACK_TOO_LARGE', { file: '', path: '', detail: '' });
      }
      open.set(upload, { ...found, parts: part + 1, bytes, until: at + lifetimeMs });
      await appendFile(found.file, piece, { mode: 0o600 });
      for (const id of [...open.keys()].slice(0, -MOST)) await drop(id);
      return { bytes };
    },

    /** The file of an upload that has arrived; `drop` it when it is read. @throws OkmError TICKET_EXPIRED */
    fileOf(upload: string): string {
      const found = open.get(upload);
      if (!found) throw new OkmError('TICKET_EXPIRED', {});
      return found.file;
    },

    drop,
    async close(): Promise<void> {
      for (const id of [...open.keys()]) await drop(id);
    },
  };
}

async function begin() {
  const folder = await mkdtemp(join(tmpdir(), 'okm-upload-'));
  return {
    file: join(folder, `${randomBytes(8).toString('hex')}.casepack`),
    folder,
    parts: 0,
    bytes: 0,
    until: 0,
  };
}
