import type { gallery as zh } from '../zh/gallery.ts';

export const gallery = {} satisfies Record<keyof typeof zh, string>;
