import sharp from 'sharp';

/** An element of EBML, the format below WebM: its id, its length, its content. */
function element(id: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const name = Buffer.from(id.toString(16), 'hex');
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(body.length));
  // A length of eight bytes is marked by a 1 at the end of the first one.
  length[0] = 1;
  return Buffer.concat([name, length, body]);
}

function number(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return element(id, bytes);
}

function text(id: number, value: string): Buffer {
  return element(id, Buffer.from(value));
}

/** The VP8 frame in a lossy WebP file: the two formats share their pictures. */
function frameOf(webp: Buffer): Buffer {
  const at = webp.indexOf('VP8 ', 12, 'latin1');
  if (at < 0) throw new Error('not a lossy WebP file');
  return webp.subarray(at + 8, at + 8 + webp.readUInt32LE(at + 4));
}

const FRAMES = 4;
const FRAME_MS = 500;

/** A silent WebM film of two seconds that shows one picture. */
export async function film(picture: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(picture)
    .webp({ quality: 92 })
    .toBuffer({ resolveWithObject: true });
  const frame = frameOf(data);
  const blocks = Array.from({ length: FRAMES }, (_, at) => {
    // Track 1, time since the cluster began, and the mark of a key frame.
    const head = Buffer.from([0x81, 0, 0, 0x80]);
    head.writeInt16BE(at * FRAME_MS, 1);
    return element(0xa3, head, frame);
  });
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(FRAMES * FRAME_MS);
  return Buffer.concat([
    element(
      0x1a45dfa3,
      number(0x4286, 1),
      number(0x42f7, 1),
      number(0x42f2, 4),
      number(0x42f3, 8),
      text(0x4282, 'webm'),
      number(0x4287, 2),
      number(0x4285, 2),
    ),
    element(
      0x18538067,
      element(
        0x1549a966,
        number(0x2ad7b1, 1_000_000),
        element(0x4489, duration),
        text(0x4d80, 'simulator'),
        text(0x5741, 'simulator'),
      ),
      element(
        0x1654ae6b,
        element(
          0xae,
          number(0xd7, 1),
          number(0x73c5, 1),
          number(0x83, 1),
          text(0x86, 'V_VP8'),
          element(0xe0, number(0xb0, info.width), number(0xba, info.height)),
        ),
      ),
      element(0x1f43b675, number(0xe7, 0), ...blocks),
    ),
  ]);
}
