declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

/**
 * Tells zod not to build functions from strings: the page's policy forbids it, and would report the attempt.
 * Zod reads this place when it is loaded, so it must be written before any module that brings zod along.
 */
export function forbidEval(): void {
  globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true };
}
