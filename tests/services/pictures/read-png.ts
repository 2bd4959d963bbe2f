import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, row after row. */
  readonly rgb: Uint8Array;
}

/** Reads a PNG of eight bits a channel, with transparency (laid on nothing: it is left out) or without. */
export function readPng(bytes: Uint8Array): Pixels {
  const file = Buffer.from(bytes);
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const channels = file[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) !== 'IDAT') continue;
    parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const data = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const all = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = data[row * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at += 1) {
      const here = row * stride + at;
      const left = at < channels ? 0 : (all[here - channels] ?? 0);
      const above = row === 0 ? 0 : (all[here - stride] ?? 0);
      const corner = row === 0 || at < channels ? 0 : (all[here - stride - channels] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      all[here] = (data[row * (stride + 1) + 1 + at] ?? 0) + guess;
    }
  }
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rgb.set(all.subarray(pixel * channels, pixel * channels + 3), pixel * 3);
  }
  return { width, height, rgb };
}

/** PNG specification (ISO/IEC 15948), 9.4: of left, above and corner, the one nearest to left + above - corner. */
function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Share of pixels of which some channel differs by more than so much; all of them where the sizes differ. */
export function differing(a: Pixels, b: Pixels, channel: number): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let count = 0;
  for (let at = 0; at < a.rgb.length; at += 3) {
    const isOff = [0, 1, 2].some(
      (step) => Math.abs((a.rgb[at + step] ?? 0) - (b.rgb[at + step] ?? 0)) > channel,
    );
    if (isOff) count += 1;
  }
  return count / (a.width * a.height);
}
