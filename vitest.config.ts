import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** The one suite of end-to-end tests behind one of the doors, on the built program. */
function endToEnd(door: 'web' | 'desktop' | 'electron'): TestProjectInlineConfiguration {
  return {
    test: {
      name: `e2e-${door}`,
      environment: 'node',
      include: ['tests/e2e/**/*.test.ts'],
      // The desktop's pages are the web's, in the same browser: what axe says of them is said once.
      exclude: door === 'desktop' ? ['tests/e2e/accessibility.test.ts'] : [],
      env: { OKM_DOOR: door },
      ...(door === 'desktop' ? besideElectron : {}),
      // One browser at a time: pages that wait for one another's processor tell nothing.
      maxWorkers: 1,
      sequence: { groupOrder: ['web', 'desktop', 'electron'].indexOf(door) + 1 },
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

/**
 * The built main and preload against a stand-in for Electron, loaded by Node itself: Vitest's own resolver
 * would find the real package, whose import starts a download.
 */
const besideElectron: NonNullable<TestProjectInlineConfiguration['test']> = {
  pool: 'forks',
  execArgv: ['--import', './tests/electron/register.mjs'],
  server: { deps: { external: [/\/out\//] } },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{architecture,build,contract,domain,faults,services,shells}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'electron',
          environment: 'node',
          include: ['tests/electron/**/*.test.ts'],
          ...besideElectron,
          testTimeout: 30_000,
        },
      },
      endToEnd('web'),
      endToEnd('desktop'),
      // Named by test:electron, which has found Electron's own program.
      ...(process.env.OKM_ELECTRON === undefined ? [] : [endToEnd('electron')]),
    ],
  },
});
