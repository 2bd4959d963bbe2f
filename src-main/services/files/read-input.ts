import { readFile, stat } from 'node:fs/promises';
import { OkmError } from '#contract/errors.ts';

/**
 * Reads a file that somebody handed in.
 *
 * @throws OkmError FILE_REFUSED when there is no such file, INPUT_TOO_LARGE
 */
export async function readInput(file: string, limitBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > limitBytes) throw new OkmError('INPUT_TOO_LARGE', { limitBytes });
    return await readFile(file);
  } catch (error) {
    if (error instanceof OkmError) throw error;
    throw new OkmError('FILE_REFUSED', { file, reason: 'missing', detail: '' }, { cause: error });
  }
}
