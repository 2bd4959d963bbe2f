import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeFile } from '#services/files/write-file.ts';

const coordinate = z.number().int().min(-100_000).max(100_000);

export const WindowState = z.strictObject({
  x: coordinate,
  y: coordinate,
  width: z.number().int().min(800).max(20_000),
  height: z.number().int().min(600).max(20_000),
  maximised: z.boolean(),
});
export type WindowState = z.infer<typeof WindowState>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much of the title bar must be on a screen for a window to be moved by it, pixels. */
const GRIP = 100;

/** Where the window was, if a screen is still there; undefined at the first start. */
export async function readWindowState(
  file: string,
  screens: readonly Area[],
): Promise<WindowState | undefined> {
  try {
    const state = WindowState.parse(JSON.parse(await readFile(file, 'utf8')));
    return isReachable(state, screens) ? state : undefined;
  } catch {
    return undefined; // none yet, or none of ours: the window opens as at the first start
  }
}

function isReachable({ x, y, width }: WindowState, screens: readonly Area[]): boolean {
  return screens.some(
    (screen) =>
      Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x) >= GRIP &&
      y >= screen.y &&
      y <= screen.y + screen.height - GRIP,
  );
}

/** Remembers where the window is. @throws OkmError where the folder cannot be written */
export async function writeWindowState(file: string, state: WindowState): Promise<void> {
  await writeFile(file, JSON.stringify(WindowState.parse(state)));
}
