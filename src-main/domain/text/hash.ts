import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** `sha256-` and the hex digest of a text in UTF-8. */
export function textHash(text: string): string {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(text)))}`;
}
