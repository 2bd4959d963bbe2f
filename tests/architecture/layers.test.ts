import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cruiseLayers } from '../../build/cruise.ts';

/** One wrong import a line: the file that makes it, what it imports, and the rule that must object. */
const planted: readonly (readonly [file: string, imported: string, rule: string])[] = [
  ['src-main/contract/a.ts', 'node:fs', 'contract-knows-nobody'],
  ['src-main/contract/b.ts', '../domain/a.ts', 'contract-knows-nobody'],
  ['src-main/domain/b.ts', '../services/a.ts', 'domain-is-pure'],
  ['src-main/domain/c.ts', 'node:path', 'domain-without-node'],
  ['src-main/domain/d.ts', '#services/a.ts', 'domain-is-pure'],
  ['src-main/services/b.ts', '../shells/web/a.ts', 'services-know-no-shell'],
  ['src-main/shells/cli/b.ts', '../web/a.ts', 'shells-know-no-other-shell'],
  ['src-main/shells/web/b.ts', 'electron', 'electron-in-its-shell-only'],
  ['src-main/shells/web/c.ts', '../../../src-renderer/ui/a.ts', 'shells-know-no-screen'],
  ['src-renderer/app/b.ts', '#services/a.ts', 'renderer-by-contract-only'],
  ['src-renderer/ui/b.ts', '../features/reader/a.ts', 'ui-knows-no-case'],
  ['src-renderer/ui/c.ts', 'node:os', 'renderer-without-node'],
  ['src-renderer/features/library/a.ts', '../reader/a.ts', 'features-know-no-other-feature'],
  ['src-renderer/features/library/b.ts', 'react-aria-components', 'widgets-through-ui'],
  ['src-main/services/c.ts', '../../tests/a.test.ts', 'sources-know-no-test'],
  ['tests/b.test.ts', './a.test.ts', 'tests-know-no-other-test'],
  ['src-main/domain/circle-a.ts', './circle-b.ts', 'no-circle'],
  ['src-main/domain/e.ts', '#nowhere/a.ts', 'resolves'],
];
const innocent = [
  'src-main/domain/a.ts',
  'src-main/services/a.ts',
  'src-main/shells/web/a.ts',
  'src-renderer/ui/a.ts',
  'src-renderer/features/reader/a.ts',
  'tests/a.test.ts',
];

const root = mkdtempSync(join(tmpdir(), 'okm-layers-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

test('every rule of the layers objects to an import that breaks it, types alone included', async () => {
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  const imports = { '#services/*': './src-main/services/*', '#contract/*': './src-main/contract/*' };
  plant('package.json', JSON.stringify({ name: 'planted', type: 'module', imports }));
  for (const file of innocent) plant(file, 'export type A = 1;\n');
  plant('src-main/domain/circle-b.ts', "import type { B } from './circle-a.ts';\nexport type A = B;\n");
  for (const [file, imported] of planted) {
    plant(file, `import type { A } from '${imported}';\nexport type B = A;\n`);
  }

  const { files, seen, violations } = await cruiseLayers(root);
  expect(seen).toHaveLength(files.length);
  expect(files).toHaveLength(planted.length + innocent.length + 1);
  for (const [file, imported, rule] of planted) {
    const found = violations
      .filter((violation) => violation.from === file)
      .map((violation) => violation.rule);
    expect(found, `${file} → ${imported}`).toContain(rule);
  }
  expect(violations.filter((violation) => innocent.includes(violation.from))).toEqual([]);
});

test('no import of the program points against the layers', async () => {
  const { files, seen, violations } = await cruiseLayers(process.cwd());
  expect(violations).toEqual([]);
  expect(seen.length).toBe(files.length);
  expect(seen.length).toBeGreaterThan(20);
});
