import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeFile } from '#services/files/write-file.ts';

const Remembered = z.strictObject({ saveFolder: z.string().max(4096) });

/** The folder in which the user saved last, over restarts. */
export interface DialogFolder {
  /** That folder, while it is there; else the one given. */
  read(otherwise: string): Promise<string>;
  /** Remembers where a file has just been saved. A folder that cannot be written is no reason to complain. */
  remember(savedFile: string): Promise<void>;
}

/** Keeps it in the user's data, where no other program looks. */
export function createDialogFolder(dataDir: string): DialogFolder {
  const file = join(dataDir, 'dialogs.json');
  return {
    async read(otherwise) {
      try {
        const { saveFolder } = Remembered.parse(JSON.parse(await readFile(file, 'utf8')));
        return existsSync(saveFolder) ? saveFolder : otherwise;
      } catch {
        return otherwise; // none yet, or none of ours
      }
    },
    async remember(savedFile) {
      try {
        await writeFile(file, JSON.stringify({ saveFolder: dirname(savedFile) }));
      } catch {
        // The document itself is saved; the next dialog opens where this one did.
      }
    },
  };
}
