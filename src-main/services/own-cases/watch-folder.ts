import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { CaseType } from '#contract/case.ts';

/** Some programs save in several steps: what comes within this time is one change, milliseconds. */
const SETTLE_MS = 60;
/** Where the system tells nothing (some network folders), a look now and then, milliseconds. */
const LOOK_MS = 120_000;

/**
 * Tells when something in the folder of own cases has changed. The folder is flat (one folder a type), so
 * each is watched by itself: a handful of watchers whatever the number of files.
 */
export function watchFolder(folder: string, onChange: () => void): { refresh(): void; close(): void } {
  const watchers = new Map<string, FSWatcher>();
  let settling: NodeJS.Timeout | undefined;
  let closed = false;
  const tell = () => {
    if (settling || closed) return;
    settling = setTimeout(() => {
      settling = undefined;
      onChange();
    }, SETTLE_MS);
  };
  const drop = (path: string) => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };
  const follow = (path: string) => {
    if (closed || watchers.has(path)) return;
    try {
      const watcher = watch(path, { persistent: false }, (_event, name) => {
        // What we write ourselves passes through a temporary file, and editors leave lock files about.
        if (name === null || name.endsWith('.md') || !name.includes('.')) tell();
      });
      watcher.on('error', () => {
        drop(path);
        tell();
      });
      watchers.set(path, watcher);
    } catch {
      // Not there (yet), or the system has no watchers left: the look now and then finds it.
    }
  };
  const folders = [folder, ...CaseType.options.map((type) => join(folder, type))];
  const looking = setInterval(tell, LOOK_MS);
  looking.unref();
  const refresh = () => {
    for (const path of folders) follow(path);
  };
  refresh();
  return {
    /** Watches anew what has gone and come back; a watcher of a folder that was replaced hears nothing. */
    refresh() {
      for (const path of folders) drop(path);
      refresh();
    },
    close() {
      closed = true;
      clearTimeout(settling);
      clearInterval(looking);
      for (const path of [...watchers.keys()]) drop(path);
    },
  };
}
