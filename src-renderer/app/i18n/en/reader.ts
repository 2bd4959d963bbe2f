import type { reader as zh } from '../zh/reader.ts';

export const reader = {} satisfies Record<keyof typeof zh, string>;
