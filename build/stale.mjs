// What of out/ is older than its sources, told by a fingerprint of names, sizes and times kept in out/.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const fingerprintFile = join(root, 'out', 'built.json');

const always = [
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'build/build.mjs',
];
const sources = {
  main: ['src-main', ...always],
  preload: ['src-main/shells/electron', ...always],
  renderer: ['src-renderer', 'src-main/contract', ...always],
  library: ['cases', 'src-main', ...always],
};
const products = {
  main: 'out/main/okm.js',
  preload: 'out/preload/index.cjs',
  renderer: 'out/renderer/index.html',
  library: 'out/library/cases.json',
};

/** The parts of a build, in the order in which they are made. */
export const parts = Object.keys(sources);

/** A digest that changes when any file below a part's sources is added, removed or written. */
export function fingerprint(part) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (!stat.isDirectory()) {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
  };
  for (const path of sources[part]) visit(path);
  return hash.digest('hex');
}

/** Those of the wanted parts that must be built before they are used. */
export function staleParts(wanted) {
  let built = {};
  try {
    built = JSON.parse(readFileSync(fingerprintFile, 'utf8'));
  } catch {
    // No record of a build is a record of none.
  }
  return wanted.filter(
    (part) => !existsSync(join(root, products[part])) || built[part] !== fingerprint(part),
  );
}
