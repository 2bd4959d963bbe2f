/** What is to be printed: a Typst template and the data that it reads as `/data.json`. */
export interface PrintJob {
  readonly template: string;
  readonly data: unknown;
}

export interface Printed {
  readonly bytes: Uint8Array;
  /** Characters of the data that no font of the program has, each once: they are not on the pages. */
  readonly missing: readonly string[];
}

export interface PressSetup {
  readonly fontsDir: string;
}

export type PressRequest = { readonly id: number; readonly job: PrintJob };
export type PressReply =
  | { readonly id: number; readonly value: Printed }
  | { readonly id: number; readonly error: string };
