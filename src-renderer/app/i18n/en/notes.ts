import type { notes as zh } from '../zh/notes.ts';

export const notes = {} satisfies Record<keyof typeof zh, string>;
