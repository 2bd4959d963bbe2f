import type { settings as zh } from '../zh/settings.ts';

export const settings = {} satisfies Record<keyof typeof zh, string>;
