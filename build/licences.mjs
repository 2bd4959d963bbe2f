// What the program is made of: the licences of everything that ships, as one text beside the program, and the
// bill of materials (CycloneDX) of a release. The packager calls both.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stale.mjs';

/** Licences that ask no more than to be passed on. Anything else must be looked at by a person first. */
const accepted = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'OFL-1.1', 'CC0-1.0'];

/** Shipped, but by no bundler's doing: compiled code, the page's fonts, and the land of the map. */
const besides = [
  'better-sqlite3',
  '@myriaddreamin/typst-ts-renderer',
  '@myriaddreamin/typst-ts-web-compiler',
  '@fontsource-variable/noto-sans-sc',
  '@fontsource-variable/noto-serif-sc',
  '@fontsource-variable/source-serif-4',
  'world-atlas',
];

/** Said in a way of its own by the package, and read there by us. */
const readByHand = { format: 'MIT' };

/** Everything that ships, by name and version: `{ name, version, identifier, text }`. */
export function shipped() {
  const bundled = ['main', 'preload', 'renderer'].flatMap((part) =>
    JSON.parse(readFileSync(join(root, 'out', part, 'bundled.json'), 'utf8')),
  );
  const byKey = new Map();
  for (const one of [...bundled, ...besides.map(readPackage)]) {
    const identifier = one.identifier ?? readByHand[one.name];
    byKey.set(`${one.name}@${one.version}`, { ...one, identifier });
  }
  return [...byKey.keys()].sort().map((key) => byKey.get(key));
}

/** Those whose licence nobody has agreed to yet. */
export function unaccepted(packages) {
  return packages.filter(
    ({ identifier = '' }) => !alternatives(identifier).some((all) => all.every(isAccepted)),
  );
}

/** `(MIT OR GPL-3.0)` offers a choice, `MIT AND Apache-2.0` asks for both. */
function alternatives(identifier) {
  return identifier
    .replace(/[()]/g, '')
    .split(' OR ')
    .map((part) => part.split(' AND '));
}

function isAccepted(identifier) {
  return accepted.includes(identifier);
}

function readPackage(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return { name, version, identifier: license, text: file && readFileSync(join(folder, file), 'utf8') };
}

function asText(packages) {
  const own = readFileSync(join(root, 'LICENSE'), 'utf8');
  const fonts = readFileSync(join(root, 'build', 'fonts', 'LICENSE.txt'), 'utf8');
  const parts = [
    ['One Kilometre · 一公里案例库', own],
    ['Fonts for printing', fonts],
    ...packages.map(({ name, version, identifier, text }) => [
      `${name} ${version} (${identifier})`,
      text ?? `Its package holds no text of the licence; it names ${identifier}.`,
    ]),
  ];
  const rule = '='.repeat(80);
  return parts.map(([title, text]) => `${rule}\n${title}\n${rule}\n\n${text.trim()}\n`).join('\n');
}

/** npm knows every package of the lock file; a release lists those that ship, and Electron. */
function asBill(packages) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const all = JSON.parse(
    execFileSync(npm, ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    }),
  );
  const refs = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  const ships = (ref) => refs.has(ref) || ref.startsWith('electron@');
  const { component } = all.metadata;
  const isOurs = (ref) => ref === component['bom-ref'];
  return {
    ...all,
    metadata: { ...all.metadata, component: { ...component, name: 'one-kilometre', type: 'application' } },
    components: all.components
      .filter((one) => ships(one['bom-ref']))
      // Development dependencies by npm's account, and yet in the bundle.
      .map(({ properties, ...one }) => ({ ...one, scope: 'required' })),
    dependencies: all.dependencies
      .filter(({ ref }) => isOurs(ref) || ships(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(ships) })),
  };
}

/** Writes out/licences.txt. @throws Error naming each package whose licence nobody has agreed to */
export function writeLicences() {
  const packages = shipped();
  const odd = unaccepted(packages).map(
    ({ name, version, identifier }) => `${name} ${version}: ${identifier ?? 'no licence named'}`,
  );
  if (odd.length > 0) throw new Error(`Licences that nobody has agreed to:\n${odd.join('\n')}`);
  writeFileSync(join(root, 'out', 'licences.txt'), asText(packages));
}

/** Writes the bill of materials into a folder, and answers its path. */
export function writeBill(folder) {
  const file = join(folder, 'sbom.cdx.json');
  writeFileSync(file, `${JSON.stringify(asBill(shipped()), null, 2)}\n`);
  return file;
}
