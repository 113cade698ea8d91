import { crc32Hex } from '../wire/crc32';

/** Width and height, px. */
const SIDE = 64;

/**
 * Draws the picture that the check uploads: a PNG of 64 x 64 px with a colour gradient. Drawn in code, so
 * that no picture of the person is ever sent for a check.
 */
export async function drawTestPicture(): Promise<Blob> {
  const rows = new Uint8Array(SIDE * (1 + SIDE * 3));
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      // Each row begins with the number of its filter: 0, none.
      rows.set([x * 4, y * 4, 255 - x * 2 - y * 2], y * (1 + SIDE * 3) + 1 + x * 3);
    }
  }
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, SIDE);
  header.setUint32(4, SIDE);
  // 8 bits per channel, RGB.
  header.setUint8(8, 8);
  header.setUint8(9, 2);
  const deflated = new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate'));
  const pixels = new Uint8Array(await new Response(deflated).arrayBuffer());
  return new Blob(
    [
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      await chunk('IHDR', new Uint8Array(header.buffer)),
      await chunk('IDAT', pixels),
      await chunk('IEND', new Uint8Array()),
    ],
    { type: 'image/png' },
  );
}

async function chunk(type: string, data: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const named = new Blob([type, data]);
  const sum = Number.parseInt(await crc32Hex(named), 16);
  return new Blob([uint32(data.byteLength), named, uint32(sum)]);
}

function uint32(value: number): ArrayBuffer {
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setUint32(0, value);
  return bytes.buffer;
}
