import { OkmError } from '#contract/errors.ts';

/** One message of a client, in bytes of UTF-8. */
export const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
/** Calls that one client may have under way, streams included. */
export const MAX_CALLS = 64;
const MAX_DEPTH = 32;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a JSON message after counting its bytes, its depth and its keys, none of which a parser limits.
 *
 * @throws OkmError INPUT_TOO_LARGE or INPUT_INVALID
 */
export function parseMessage(text: string): unknown {
  if (Buffer.byteLength(text) > MAX_MESSAGE_BYTES) {
    throw new OkmError('INPUT_TOO_LARGE', { limitBytes: MAX_MESSAGE_BYTES });
  }
  scan(text);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OkmError('INPUT_INVALID', { path: '', issue: 'malformed' }, { cause });
  }
}

function scan(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{' || char === '[') {
      depth += 1;
      if (depth > MAX_DEPTH) throw new OkmError('INPUT_INVALID', { path: '', issue: 'too_deep' });
    } else if (char === '}' || char === ']') {
      depth -= 1;
    } else if (char === '"') {
      const end = endOfString(text, at);
      refuseKey(text, at, end);
      at = end;
    }
  }
}

/** Index of the quotation mark that ends the string begun at an index. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function refuseKey(text: string, start: number, end: number): void {
  // The longest key that is refused, every letter written as an escape.
  if (end - start > 6 * 11 + 1) return;
  let after = end + 1;
  while (after < text.length && ' \t\r\n'.includes(text[after] ?? '')) after += 1;
  if (text[after] !== ':') return;
  let key: unknown;
  try {
    key = JSON.parse(text.slice(start, end + 1));
  } catch {
    return; // not JSON: the parser will say so
  }
  if (typeof key === 'string' && forbiddenKeys.has(key)) {
    throw new OkmError('INPUT_INVALID', { path: '', issue: 'forbidden_key' });
  }
}

/** Counts the calls that a client has under way. */
export interface CallLimiter {
  /** @throws OkmError TOO_MANY_CALLS @returns what ends the call; more than once does no harm */
  enter(): () => void;
}

/** A limiter for one client. */
export function createCallLimiter(limit = MAX_CALLS): CallLimiter {
  let underWay = 0;
  return {
    enter() {
      if (underWay >= limit) throw new OkmError('TOO_MANY_CALLS', { limit });
      underWay += 1;
      let left = false;
      return () => {
        if (!left) underWay -= 1;
        left = true;
      };
    },
  };
}
