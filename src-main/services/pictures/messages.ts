import type { Picture, PictureTheme } from '#contract/pictures.ts';

export type PictureFormat = 'svg' | 'png';

/** What is to be made a file of: a drawn picture, as marks. */
export interface StudioJob {
  readonly picture: Pick<Picture, 'title' | 'alt' | 'source' | 'notShown' | 'drawing'>;
  readonly format: PictureFormat;
  readonly theme: PictureTheme;
}

export interface Painted {
  readonly bytes: Uint8Array;
  /** Characters that the fonts do not have, each once. */
  readonly missing: readonly string[];
}

export interface StudioSetup {
  readonly fontsDir: string;
}

export type StudioRequest = { readonly id: number; readonly job: StudioJob };
export type StudioReply =
  | { readonly id: number; readonly value: Painted }
  | { readonly id: number; readonly error: string };
