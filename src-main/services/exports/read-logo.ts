import { crc32 } from 'node:zlib';
import { OkmError } from '#contract/errors.ts';

/** An organisation's mark, known to be a picture. */
export interface Logo {
  readonly type: 'png' | 'jpg';
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_SIDE = 8000;
/** Frames of JPEG that hold its size: baseline and progressive; the rest no reader of ours draws. */
const jpegFrames = new Set([0xc0, 0xc1, 0xc2]);

/**
 * Reads a logo and makes sure that it is a whole PNG or JPEG file, so that no document is made that cannot be opened.
 *
 * @throws OkmError FILE_REFUSED
 */
export function readLogo(bytes: Uint8Array, file: string): Logo {
  const data = Buffer.from(bytes);
  const size = data.subarray(0, 8).equals(pngStart) ? pngSize(data) : jpegSize(data);
  const type = data[0] === 0x89 ? 'png' : 'jpg';
  if (
    size === undefined ||
    size.width < 1 ||
    size.height < 1 ||
    Math.max(size.width, size.height) > MAX_SIDE
  ) {
    throw new OkmError('FILE_REFUSED', { file, reason: 'not-picture', detail: '' });
  }
  return { type, bytes: new Uint8Array(data), ...size };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Walks the chunks to the last, each against its checksum. */
function pngSize(data: Buffer): Size | undefined {
  let size: Size | undefined;
  let at = 8;
  while (at + 12 <= data.length) {
    const length = data.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > data.length) return undefined;
    if (crc32(data.subarray(at + 4, end)) !== data.readUInt32BE(end)) return undefined;
    const name = data.toString('latin1', at + 4, at + 8);
    if (name === 'IHDR' && length === 13) {
      size = { width: data.readUInt32BE(at + 8), height: data.readUInt32BE(at + 12) };
    }
    if (name === 'IEND') return size;
    at = end + 4;
  }
  return undefined;
}

/** Walks the segments to the frame; the file must end as JPEG does. */
function jpegSize(data: Buffer): Size | undefined {
  if (data[0] !== 0xff || data[1] !== 0xd8 || data.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0)
    return undefined;
  let at = 2;
  while (at + 9 < data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0;
    if (jpegFrames.has(marker))
      return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    if (marker === 0xda) return undefined;
    at += 2 + data.readUInt16BE(at + 2);
  }
  return undefined;
}
