import { createHash } from 'node:crypto';
import { OkmError } from '#contract/errors.ts';
import type { Language } from '#contract/ids.ts';
import type { ReadNotes } from '#domain/annotation/exchange-note.ts';
import { isHypothesis, readHypothesis } from '#domain/annotation/hypothesis.ts';
import type { Json } from '#domain/annotation/json.ts';
import { readJsonLd } from '#domain/annotation/read-jsonld.ts';

/** A file of notes may hold so many characters: fifty thousand notes with their surroundings. */
export const MAX_CHARACTERS = 64 * 1024 * 1024;
const MAX_DEPTH = 32;

/**
 * Reads a file of notes, told by what it holds: W3C annotations or an export of Hypothesis.
 *
 * @param given the case that foreign pages are about
 * @throws OkmError INPUT_TOO_LARGE, INPUT_INVALID where it is no JSON
 */
export function readNotesFile(
  text: string,
  given: { caseId: string; language: Language } | undefined,
): ReadNotes {
  if (text.length > MAX_CHARACTERS) throw new OkmError('INPUT_TOO_LARGE', { limitBytes: MAX_CHARACTERS });
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  refuseDepth(plain);
  let value: Json;
  try {
    value = JSON.parse(plain) as Json;
  } catch (cause) {
    throw new OkmError('INPUT_INVALID', { path: '', issue: 'malformed' }, { cause });
  }
  return isHypothesis(value) ? readHypothesis(value, given, toUuid) : readJsonLd(value);
}

/** Counts nesting before parsing, which no parser limits. */
function refuseDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth++;
      if (depth > MAX_DEPTH) throw new OkmError('INPUT_INVALID', { path: '', issue: 'too_deep' });
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
}

/** A UUID of a foreign id, always the same (RFC 9562, version 8: a digest of our own). */
function toUuid(foreign: string): string {
  const hex = createHash('sha256').update(`okm-foreign-note:${foreign}`).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
