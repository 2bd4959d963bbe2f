import type { ErrorCode } from '#contract/errors.ts';

export type StoreRequest =
  | { readonly id: number; readonly operation: string; readonly input: unknown }
  | { readonly close: true };

/** An expected failure by its code, or an unexpected one by its text. */
export type StoreFault = { readonly code: ErrorCode; readonly data: unknown } | { readonly message: string };

export type StoreReply =
  | {
      readonly ready: true;
      readonly wasUnclean: boolean;
      readonly readOnly: { readonly code: ErrorCode; readonly data: unknown } | undefined;
    }
  | { readonly ready: false; readonly error: StoreFault }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: StoreFault }
  | { readonly closed: true };
