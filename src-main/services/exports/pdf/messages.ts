import type { PreviewPage } from '#contract/exports.ts';

/** A picture of a document under the path by which the template reads it. */
export interface PrintFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What is to be printed: a Typst template, the data that it reads as `/data.json`, and its pictures. */
export interface PrintJob {
  readonly template: string;
  readonly data: unknown;
  readonly files?: readonly PrintFile[];
}

export interface Printed {
  readonly bytes: Uint8Array;
  /** Characters of the data that no font of the program has, each once: they are not on the pages. */
  readonly missing: readonly string[];
}

/** The same pages as pictures. */
export interface Pages {
  readonly pages: readonly PreviewPage[];
  readonly missing: readonly string[];
}

export interface PressSetup {
  readonly fontsDir: string;
}

/** A job, and what it is wanted as. */
export interface PressJob {
  readonly as: 'pdf' | 'pages';
  readonly job: PrintJob;
}
export type PressRequest = { readonly id: number; readonly job: PressJob };
export type PressReply =
  | { readonly id: number; readonly value: Printed | Pages }
  | { readonly id: number; readonly error: string };
