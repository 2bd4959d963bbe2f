/** Bounds of a `.casepack`, and how long its parts may be. */
const MiB = 1024 * 1024;
export const MAX_ZIPPED = 500 * MiB;
export const MAX_UNPACKED = 2048 * MiB;
export const MAX_FILES = 20_000;
export const MAX_JSON = 32 * MiB;
/** More than so many to one is no text that a person wrote; below this size it does no harm. */
export const MAX_RATIO = 100;
export const RATIO_FROM = MiB;
export const MAX_DEPTH = 32;
