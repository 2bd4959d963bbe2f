import type { IncomingMessage } from 'node:http';
import { OkmError } from '#contract/errors.ts';

/**
 * The body of a request as text, counted while it comes in.
 *
 * @throws OkmError INPUT_TOO_LARGE, INPUT_INVALID where it is not UTF-8
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string> {
  const tooLarge = () => new OkmError('INPUT_TOO_LARGE', { limitBytes });
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > limitBytes) throw tooLarge();
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch (cause) {
    throw new OkmError('INPUT_INVALID', { path: '', issue: 'malformed' }, { cause });
  }
}
