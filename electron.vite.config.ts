import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'electron-vite';
import type { Plugin } from 'vite';

// What stays outside the bundle: Electron's own module, and compiled code with its binary beside it.
const native = [
  'electron',
  'better-sqlite3',
  '@myriaddreamin/typst-ts-renderer',
  '@myriaddreamin/typst-ts-web-compiler',
];

/** The programs: each file in shells/ that can be started, the library's compiler, and every worker. */
function mainInputs(): Record<string, string> {
  const entries = globSync('src-main/shells/{index,okm,compile-library}.ts');
  const workers = globSync('src-main/services/**/*-worker.ts');
  return Object.fromEntries([...entries, ...workers].map((file) => [basename(file, '.ts'), resolve(file)]));
}

/**
 * Keeps `require` out of modules that import: the builder would declare one in each chunk that looks as if it
 * used CommonJS, over those that libraries make for themselves.
 */
const noCommonJs: Plugin = {
  name: 'okm-no-commonjs-shim',
  configResolved({ plugins }) {
    const shim = plugins.find((plugin) => plugin.name === 'vite:esm-shim');
    if (shim === undefined)
      throw new Error('The builder has no CommonJS shim any more: take this plugin out.');
    delete shim.renderChunk;
  },
};

/** Lists what was bundled, with its licence: the installer's list of licences is made of it. */
const license = { fileName: 'bundled.json' };

const config: Required<UserConfig> = {
  main: {
    plugins: [noCommonJs],
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      license,
      minify: false,
      target: 'node24',
      rollupOptions: {
        input: mainInputs(),
        external: native,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      license,
      minify: false,
      rollupOptions: {
        input: { index: resolve('src-main/shells/electron/preload.ts') },
        external: ['electron'],
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), optimizeLocales.vite({ locales: ['zh-CN', 'zh-TW', 'en-US'] })],
    build: {
      outDir: 'out/renderer',
      license,
      // Small font slices would become data: addresses, which the content security policy refuses.
      assetsInlineLimit: 0,
      // What a first load may weigh is measured by the bench, compressed.
      chunkSizeWarningLimit: 2000,
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: resolve('src-renderer/index.html') } },
    },
  },
};

const wanted = (process.env.OKM_BUILD_PARTS ?? 'main,preload,renderer').split(',');

export default defineConfig(
  Object.fromEntries(Object.entries(config).filter(([part]) => wanted.includes(part))),
);
