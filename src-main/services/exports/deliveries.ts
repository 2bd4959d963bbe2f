import { randomBytes } from 'node:crypto';

/** A finished document waiting for its shell. */
export interface Document {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Documents handed over once, against a ticket that cannot be guessed. */
export interface Deliveries {
  /** Keeps a document; the ticket is 256 random bits. */
  put(document: Document): string;
  /** Hands a document over and forgets it; undefined when it was taken or has waited too long. */
  take(ticket: string): Document | undefined;
}

const lifetimeMs = 10 * 60_000;
/** Documents nobody fetches must not fill the memory. */
const most = 20;

/** A store of tickets in memory: each is good for one take within ten minutes. */
export function createDeliveries(now: () => Date): Deliveries {
  const waiting = new Map<string, { readonly document: Document; readonly until: number }>();

  function sweep(): void {
    const at = now().getTime();
    for (const [ticket, { until }] of waiting) if (until <= at) waiting.delete(ticket);
    for (const ticket of waiting.keys()) {
      if (waiting.size < most) break;
      waiting.delete(ticket);
    }
  }

  return {
    put(document) {
      sweep();
      const ticket = randomBytes(32).toString('base64url');
      waiting.set(ticket, { document, until: now().getTime() + lifetimeMs });
      return ticket;
    },
    take(ticket) {
      const found = waiting.get(ticket);
      waiting.delete(ticket);
      return found && found.until > now().getTime() ? found.document : undefined;
    },
  };
}
