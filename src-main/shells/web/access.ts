import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a one-time address may be used, milliseconds. */
export const LINK_LIFE_MS = 10 * 60_000;
const MAX_WRONG = 10;
const WRONG_WINDOW_MS = 60_000;
const MAX_LINKS = 16;

export interface Access {
  /** A new one-time secret for an address. */
  issue(): string;
  /** Changes a one-time secret for the session's; undefined when it is unknown, used or too old. */
  redeem(secret: string): string | undefined;
  /** Whether this is the session's secret. */
  admits(session: string | undefined): boolean;
  /** Whether so many secrets were wrong within a minute that the door must close. */
  isBesieged(): boolean;
}

/** Secrets of one start of the server; nothing of them is written anywhere. Times in milliseconds. */
export function createAccess(now: () => number): Access {
  const session = randomBytes(32).toString('base64url');
  const sessionDigest = digest(session);
  const links: { readonly digest: Buffer; readonly until: number }[] = [];
  let wrong: number[] = [];
  const failed = () => {
    wrong = [...wrong.filter((at) => at > now() - WRONG_WINDOW_MS), now()];
  };
  return {
    issue() {
      const secret = randomBytes(32).toString('base64url');
      links.push({ digest: digest(secret), until: now() + LINK_LIFE_MS });
      if (links.length > MAX_LINKS) links.shift();
      return secret;
    },
    redeem(secret) {
      const given = digest(secret);
      // Compared with every link, so that the time taken tells nothing of which one came near.
      const matches = links.map((link) => timingSafeEqual(link.digest, given));
      const at = matches.indexOf(true);
      const [link] = at < 0 ? [] : links.splice(at, 1);
      if (link !== undefined && link.until > now()) return session;
      failed();
      return undefined;
    },
    admits(given) {
      if (given !== undefined && timingSafeEqual(sessionDigest, digest(given))) return true;
      failed();
      return false;
    },
    isBesieged: () => wrong.filter((at) => at > now() - WRONG_WINDOW_MS).length >= MAX_WRONG,
  };
}

/** Compares two secrets in a time that tells nothing of where they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

/** Equal length whatever is given, as a comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
