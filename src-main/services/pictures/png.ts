import { crc32, deflateSync } from 'node:zlib';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Dots in a metre at 96 to the inch. */
const DOTS = 3780;

/** Writes pixels (red, green, blue) as PNG (ISO/IEC 15948), each row told by the one above it. */
export function writePng(
  image: { readonly width: number; readonly height: number; readonly pixels: Uint8Array },
  scale: number,
): Uint8Array {
  const { width, height, pixels } = image;
  const stride = width * 3;
  const rows = new Uint8Array((stride + 1) * height);
  for (let row = 0; row < height; row += 1) {
    const to = row * (stride + 1);
    rows[to] = 2; // filter "up"
    for (let at = 0; at < stride; at += 1) {
      const above = row === 0 ? 0 : (pixels[(row - 1) * stride + at] ?? 0);
      rows[to + 1 + at] = (pixels[row * stride + at] ?? 0) - above;
    }
  }
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  head.setUint8(8, 8); // bits a channel
  head.setUint8(9, 2); // colour without transparency
  const dots = new DataView(new ArrayBuffer(9));
  dots.setUint32(0, DOTS * scale);
  dots.setUint32(4, DOTS * scale);
  dots.setUint8(8, 1); // to the metre
  return Buffer.concat([
    signature,
    chunk('IHDR', new Uint8Array(head.buffer)),
    chunk('pHYs', new Uint8Array(dots.buffer)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
