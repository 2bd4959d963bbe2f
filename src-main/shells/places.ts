import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Where the parts of the program lie, and which version it is. */
export interface Places {
  readonly version: string;
  /** The bundled cases: `<type>/<id>.md`. */
  readonly casesDir: string;
  /** The library and its index as the build parsed them. */
  readonly compiledDir: string;
  /** The built page, its script and fonts. */
  readonly rendererDir: string;
  /** The page's bridge in Electron. */
  readonly preloadFile: string;
}

const Manifest = z.object({ version: z.string() });

/**
 * Finds the parts of the program from where this module lies: two folders below the root, both as source
 * and as built. In a package the cases lie beside the archive, where the user can read them.
 */
export function findPlaces(resourcesDir?: string): Places {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const beside = resourcesDir === undefined ? undefined : join(resourcesDir, 'cases');
  return {
    version: Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version,
    casesDir: beside !== undefined && existsSync(beside) ? beside : join(root, 'cases'),
    compiledDir: join(root, 'out', 'library'),
    rendererDir: join(root, 'out', 'renderer'),
    preloadFile: join(root, 'out', 'preload', 'index.cjs'),
  };
}
