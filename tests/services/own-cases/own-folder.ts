import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { joinLibraries } from '#services/library/joined-library.ts';
import { openLibrary } from '#services/library/library.ts';
import { openOwnCaseFolder } from '#services/own-cases/own-case-folder.ts';
import type { TaskName, Tasks } from '#services/parse-pool/messages.ts';
import { createParsePool } from '#services/parse-pool/parse-pool.ts';

/** The bundled case that own ones of the tests are made from. */
export const SOURCE = 'project/shanghai-yangpu-tongji-teams';
const bundledDir = join(process.cwd(), 'cases');

/** Both files of a case of one's own, made from a bundled one. */
export function sampleCase(id: string, more: { readonly title?: string; readonly type?: string } = {}) {
  const source = sampleSource();
  const change = (text: string) =>
    text
      .replace(/^id: .*$/m, `id: ${id}`)
      .replace(/^type: .*$/m, `type: ${more.type ?? source.type}`)
      .replace(/^( {2}zh: |title: \{ ?zh: )[^,\n]*/m, `$1${more.title ?? `自建案例 ${id}`}`);
  return { main: change(source.main), other: change(source.other) };
}

export function sampleSource() {
  const type = SOURCE.split('/')[0] ?? '';
  const read = (end: string) => readFileSync(join(bundledDir, `${SOURCE}${end}`), 'utf8');
  return { type, main: read('.md'), other: read('.en.md') };
}

/** A data folder whose own cases are followed, with what the parsers were asked. */
export function makeOwnFolder() {
  const root = mkdtempSync(join(tmpdir(), 'okm-own-'));
  const folder = join(root, 'cases');
  const closers: (() => Promise<void>)[] = [];
  return {
    root,
    folder,
    write(file: string, text: string | Uint8Array) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    },
    put(id: string, more: { readonly title?: string; readonly type?: string } = {}) {
      const { main, other } = sampleCase(id, more);
      const type = more.type ?? sampleSource().type;
      this.write(`${type}/${id}.md`, main);
      this.write(`${type}/${id}.en.md`, other);
    },
    async open({ readOnly = false, deadlineMs = 5000 } = {}) {
      const asked: TaskName[] = [];
      const real = createParsePool({ deadlineMs });
      const pool = {
        ...real,
        run<T extends TaskName>(task: T, input: Tasks[T]['input']) {
          asked.push(task);
          return real.run(task, input);
        },
      };
      const own = openOwnCaseFolder({
        folder,
        catalogueFile: join(root, 'own-cases.db'),
        pool,
        readOnly,
        watch: true,
        now: () => new Date(),
      });
      const library = joinLibraries(await openLibrary({ casesDir: bundledDir }), own);
      const close = async () => {
        own.close();
        await real.close();
      };
      closers.push(close);
      return { own, library, asked, close, pool };
    },
    async remove() {
      for (const close of closers) await close().catch(() => undefined);
      rmSync(root, { recursive: true, force: true });
    },
  };
}
