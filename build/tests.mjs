// `npm test`: types, lint, layers and generated files, the build, then every test there is, end to end
// included. Skips are printed with their reason and counted. Ends in one plain line `N passed, N failed`,
// made of the test runner's own counts; a failed check counts as a failed test.
// Arguments are passed on as name filters for test files: npm test -- tests/shells
import { spawnSync } from 'node:child_process';
import { startVitest } from 'vitest/node';
import { build } from './build.mjs';
import { parts, root } from './stale.mjs';

const failedChecks = runChecks();
try {
  await build(parts);
} catch (cause) {
  // Nothing that is tested would be what the sources say.
  console.error(cause);
  console.log(`FAILED build\n\n0 passed, ${failedChecks + 1} failed`);
  process.exit(1);
}
const filters = process.argv.slice(2);
const vitest = await startVitest('test', filters, { root, watch: false, run: true });
const counts = { passed: 0, failed: failedChecks, skipped: 0 };

const skips = [];
for (const module of vitest.state.getTestModules()) {
  // A file that could not be read has no tests of its own, and must not count as nothing.
  if (module.state() === 'failed' && module.children.size === 0) counts.failed += 1;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'skipped' || state === 'pending') {
      counts.skipped += 1;
      skips.push(`${module.relativeModuleId} > ${test.fullName}: ${test.result().note ?? 'no reason given'}`);
    } else {
      counts[state] += 1;
    }
  }
}
counts.failed += vitest.state.getUnhandledErrors().length;
await vitest.close();

console.log('');
for (const skip of skips) console.log(`skipped  ${skip}`);
if (counts.skipped > 0) console.log(`${counts.skipped} skipped, with the reasons above`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);

/** Runs what is checked without running the program; returns how many checks failed. */
function runChecks() {
  const checks = [
    ['types', 'tsc', ['--noEmit']],
    ['types of the domain', 'tsc', ['--noEmit', '-p', 'src-main/domain/tsconfig.json']],
    ['format and lint', 'biome', ['check', '--reporter=summary', '.']],
    ['promises', 'oxlint', ['--type-aware', 'src-main', 'src-renderer', 'tests', 'build']],
    ['layers', process.execPath, ['build/layers.mjs']],
    ['vocabulary is generated', process.execPath, ['build/generate-vocabulary.mjs', '--check']],
    ['schemas are generated', process.execPath, ['build/generate-schemas.ts', '--check']],
  ];
  let failed = 0;
  for (const [name, program, args] of checks) {
    const started = Date.now();
    const result = spawnSync(program, args, {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const ok = result.status === 0;
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${Date.now() - started} ms)`);
    if (!ok) {
      failed += 1;
      console.log(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`);
    }
  }
  return failed;
}
