import { strFromU8, unzipSync } from 'fflate';
import { OkmError } from '#contract/errors.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** A Word document taken apart. Nothing that it refers to is fetched or opened. */
export interface OpenDocx {
  readonly document: XmlElement;
  /** Text of the parts by their name, those that are XML. */
  readonly part: (name: string) => string | undefined;
  readonly names: readonly string[];
}

const MAX_ENTRIES = 2000;
const MAX_BYTES = 100_000_000;
const MAX_RATIO = 100;
/** Small parts may shrink as they like: a page of blanks is no bomb. */
const RATIO_FROM_BYTES = 1_000_000;

/**
 * Opens a Word document.
 *
 * @param file its name, for what is said of it
 * @throws OkmError FILE_REFUSED: not a DOCX, damaged or too large, with macros
 */
export function openDocx(bytes: Uint8Array, file: string): OpenDocx {
  const refuse = (reason: 'not-docx' | 'damaged' | 'macros', cause?: unknown) =>
    new OkmError('FILE_REFUSED', { file, reason, detail: '' }, { cause });
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw refuse('not-docx');
  let parts: Record<string, Uint8Array>;
  let entries = 0;
  let total = 0;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries += 1;
        total += originalSize;
        const bomb = originalSize > RATIO_FROM_BYTES && originalSize > size * MAX_RATIO;
        if (entries > MAX_ENTRIES || total > MAX_BYTES || bomb) throw new Error('too large');
        return /\.(?:xml|rels|bin)$/i.test(name);
      },
    });
  } catch (cause) {
    throw refuse('damaged', cause);
  }
  const part = (name: string) => {
    const data = Object.hasOwn(parts, name) ? parts[name] : undefined;
    return data === undefined ? undefined : strFromU8(data);
  };
  const body = part('word/document.xml');
  const types = part('[Content_Types].xml');
  if (body === undefined || types === undefined) throw refuse('not-docx');
  const names = Object.keys(parts);
  if (/macroEnabled|vbaProject/i.test(types) || names.some((name) => /vbaProject|vbaData/i.test(name))) {
    throw refuse('macros');
  }
  try {
    return { document: parseXml(body), part, names };
  } catch (cause) {
    throw refuse('damaged', cause);
  }
}
