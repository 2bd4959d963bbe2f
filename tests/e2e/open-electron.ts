import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron } from 'playwright-core';
import type { OpenDoor } from './door.ts';

interface ElectronOptions {
  /** Electron's own program. */
  readonly program: string;
  readonly dataDir: string;
  readonly language: 'zh' | 'en';
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

/** Starts the built program in Electron itself. Needs a display. */
export async function openElectron({
  program,
  dataDir,
  language,
  viewport,
  colorScheme,
}: ElectronOptions): Promise<OpenDoor> {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const electron = await _electron.launch({
    executablePath: program,
    args: ['.', '--data', dataDir, `--lang=${locale}`],
    colorScheme,
    locale,
  });
  const page = await electron.firstWindow();
  await page.setViewportSize(viewport);
  return {
    page,
    origin: 'okm://ui',
    async saveAs(file, press) {
      // The system's own dialog cannot be pressed: it answers as if the file had been chosen in it.
      await electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, file);
      await press();
      while (!existsSync(file)) await sleep(50);
    },
    close: () => electron.close(),
  };
}
