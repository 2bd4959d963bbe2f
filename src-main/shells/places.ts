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
  /** The fonts that documents are printed with. */
  readonly fontsDir: string;
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
  // Unpacked beside the archive in a package, where every thread can read them.
  const plain = (name: string, home = name) => {
    const beside = resourcesDir === undefined ? undefined : join(resourcesDir, name);
    return beside !== undefined && existsSync(beside) ? beside : join(root, home);
  };
  return {
    version: Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version,
    casesDir: plain('cases'),
    fontsDir: plain('fonts', join('build', 'fonts')),
    compiledDir: join(root, 'out', 'library'),
    rendererDir: join(root, 'out', 'renderer'),
    preloadFile: join(root, 'out', 'preload', 'index.cjs'),
  };
}
