import type { library as zh } from '../zh/library.ts';

export const library = {} satisfies Record<keyof typeof zh, string>;
