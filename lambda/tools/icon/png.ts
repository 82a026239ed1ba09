import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Bytes of one pixel (red, green, blue, alpha). */
const PIXEL_BYTES = 4;

/**
 * Packs a square picture as a PNG file.
 * `rgba`: 4 bytes a pixel, row by row, `sizePx` × `sizePx` pixels.
 * @throws RangeError when `rgba` has another length
 * @see PNG specification, chunks IHDR, IDAT, IEND
 */
export function encodePng(rgba: Buffer, sizePx: number): Buffer {
  if (rgba.length !== sizePx * sizePx * PIXEL_BYTES) {
    throw new RangeError(`expected ${sizePx} × ${sizePx} pixels, got ${rgba.length} bytes`);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(sizePx)),
    chunk('IDAT', deflateSync(withFilterBytes(rgba, sizePx), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Width, height, 8 bits a channel, colour type 6 (RGBA), no interlacing. */
function header(sizePx: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(sizePx, 0);
  bytes.writeUInt32BE(sizePx, 4);
  bytes.set([8, 6, 0, 0, 0], 8);
  return bytes;
}

/** PNG puts one filter byte before each row; 0 means "as it is". */
function withFilterBytes(rgba: Buffer, sizePx: number): Buffer {
  const rowBytes = sizePx * PIXEL_BYTES;
  const rows = Array.from({ length: sizePx }, (_, row) =>
    Buffer.concat([Buffer.from([0]), rgba.subarray(row * rowBytes, (row + 1) * rowBytes)]),
  );
  return Buffer.concat(rows);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
