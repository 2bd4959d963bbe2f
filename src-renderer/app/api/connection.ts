import type { ContractRouterClient } from '@orpc/contract';
import type { Delivery } from '#contract/exports.ts';
import type { Contract } from '#contract/index.ts';

export type Client = ContractRouterClient<Contract>;

/** The page's way to the services, the same in both shells. */
export interface Connection {
  readonly client: Client;
  /** Hands a finished document to the user: a download in the browser, a save dialog in Electron. */
  readonly deliver: (delivery: Delivery) => Promise<void>;
  /** Puts a finished PNG on the clipboard; `make` is called at once, while the user's press still counts. */
  readonly copyPicture: (make: () => Promise<Delivery>) => Promise<void>;
}

/** Why the page cannot reach the program: it was opened without a key, its key is spent, or it never answers. */
export type NoConnection = 'no-key' | 'key-spent' | 'unreachable';

export class ConnectionError extends Error {
  readonly why: NoConnection;
  constructor(why: NoConnection, options?: ErrorOptions) {
    super(why, options);
    this.name = 'ConnectionError';
    this.why = why;
  }
}

/** What the preload puts on the window in Electron, beside passing on the port. */
export interface Bridge {
  readonly save: (ticket: string) => Promise<void>;
  readonly copyPicture: (ticket: string) => Promise<{ readonly copied: boolean }>;
}
declare global {
  interface Window {
    readonly okm?: Bridge;
  }
}
