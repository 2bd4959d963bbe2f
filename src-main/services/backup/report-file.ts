import { join } from 'node:path';

/** What is told of the last mend, until the user has seen it. */
export function reportFile(folder: string): string {
  return join(folder, 'recovery', 'mended.json');
}
