/** Decompression bombs, files of endless parts, and files at the size limit. */
import { type HostileFile, hostileFile, type Outcome } from './hostile-file';
import {
  bmp,
  bytesOf,
  findBytes,
  jpegSegment,
  pngChunk,
  u32,
  u32le,
  withBytes,
  withChunks,
  withSegments,
} from './image-files';
import { SEEDS } from './seed-pictures';

type Bytes = Uint8Array<ArrayBuffer>;

const MB = 1024 * 1024;
const { jpeg, png, gif, webpAlpha, avif } = SEEDS;

export function bombs(): HostileFile[] {
  return [...inflating(), ...chains(), ...heavy()];
}

/** Decompression bombs: small files that inflate. */
function inflating(): HostileFile[] {
  const late = (name: string, header: Outcome, make: () => Promise<Bytes>) => ({
    name,
    header,
    make: async () => new Blob([await make()]),
  });
  return [
    late('PNG of 20,000 x 20,000 zeros', 'image-too-large', async () =>
      bytesOf(
        png.subarray(0, 8),
        pngChunk('IHDR', bytesOf(u32(20_000), u32(20_000), [1, 0, 0, 0, 0])),
        pngChunk('IDAT', await deflatedZeros(20_000 * 2501)),
        pngChunk('IEND', []),
      ),
    ),
    late('PNG with 100 MB behind its pixels', 'picture', async () =>
      withIdat(await deflatedZeros(100 * MB)),
    ),
    late('PNG with a profile of 100 MB', 'picture', async () =>
      withChunks(png, pngChunk('iCCP', bytesOf('bomb\0\0', await deflatedZeros(100 * MB)))),
    ),
    late('PNG with a text of 100 MB', 'picture', async () =>
      withChunks(png, pngChunk('zTXt', bytesOf('bomb\0\0', await deflatedZeros(100 * MB)))),
    ),
    late('PNG with 200 texts of 1 MB', 'picture', async () => {
      const text = pngChunk('zTXt', bytesOf('bomb\0\0', await deflatedZeros(MB)));
      return withChunks(png, ...new Array<Bytes>(200).fill(text));
    }),
    {
      ...hostileFile(
        'PNG with a wrong checksum of its pixels',
        'picture',
        withBytes(png, png.length - 16, u32(1)),
      ),
      decoded: ['image-broken'],
    },
  ];
}

/** Millions of parts: without a limit a reader would walk them all. */
function chains(): HostileFile[] {
  const start = jpeg.subarray(0, 2);
  const rest = jpeg.subarray(2);
  const afterScan = findBytes(jpeg, [0xff, 0xda]) + 40;
  const ftyp = avif.subarray(0, 28);
  const empty = pngChunk('teSt', []);
  return [
    repeated('JPEG of empty segments', 'image-broken', start, [0xff, 0xe5, 0, 2], 12 * MB, rest),
    repeated('JPEG of restart markers', 'image-broken', start, [0xff, 0xd0], 12 * MB, rest),
    repeated('JPEG of fill bytes', 'image-broken', start, [0xff], 12 * MB, rest),
    {
      ...repeated(
        'JPEG with empty segments behind its scan',
        'picture',
        jpeg.subarray(0, afterScan),
        [0xff, 0xe5, 0, 2],
        12 * MB,
        jpeg.subarray(afterScan),
      ),
      decoded: ['image-broken'],
      isEndless: true,
    },
    repeated(
      'PNG of empty chunks',
      'image-broken',
      png.subarray(0, 33),
      empty,
      12 * MB,
      png.subarray(33),
    ),
    {
      ...repeated(
        'PNG with empty chunks behind its pixels',
        'picture',
        png.subarray(0, -12),
        empty,
        12 * MB,
        png.subarray(-12),
      ),
      decoded: ['image-broken'],
      isEndless: true,
    },
    repeated(
      'GIF of empty extensions',
      'image-broken',
      gif.subarray(0, 13),
      [0x21, 0xfe, 0],
      12 * MB,
      gif,
    ),
    {
      ...repeated('GIF of blocks of one byte', 'picture', gifData(), [1, 0], 40 * MB, [0, 0x3b]),
      decoded: ['picture', 'image-broken'],
    },
    repeated('GIF whose data never ends', 'image-broken', gifData(), [1, 0], 12 * MB, []),
    repeated('AVIF of empty boxes', 'image-broken', ftyp, [0, 0, 0, 8, 1, 1, 1, 1], 12 * MB, avif),
    repeated(
      'AVIF with a megabyte of brands',
      'image-broken',
      bytesOf(u32(MB + 16), 'ftypavif', u32(0)),
      bytesOf('mif1'),
      MB,
      avif.subarray(28),
    ),
    hostileFile('AVIF with a million associations', 'image-broken', associations(1_000_000)),
    hostileFile('AVIF with two heads', 'image-broken', bytesOf(avif, avif.subarray(28))),
    hostileFile(
      'AVIF with a box of 2^63 bytes',
      'image-broken',
      bytesOf(ftyp, u32(1), 'meta', u32(0x7fffffff), u32(0xffffffff), avif.subarray(28)),
    ),
    {
      ...repeated('WebP of empty chunks', 'picture', ...webpOfChunks(12 * MB)),
      decoded: ['picture', 'image-broken'],
    },
    hostileFile(
      'JPEG with an EXIF directory of 65,535 entries',
      'picture',
      withSegments(
        jpeg,
        jpegSegment(
          0xe1,
          bytesOf('Exif\0\0II*\0', u32le(8), [0xff, 0xff], new Array(60_000).fill(1)),
        ),
      ),
    ),
    hostileFile(
      'JPEG with an EXIF directory that is its own next one',
      'picture',
      withSegments(
        jpeg,
        jpegSegment(0xe1, bytesOf('Exif\0\0II*\0', u32le(8), [0, 0], u32le(8), u32le(0))),
      ),
    ),
  ];
}

/** At the size limit, and just above. */
function heavy(): HostileFile[] {
  const zeros = [0, 0, 0, 0];
  const scan = jpeg.subarray(0, -2);
  return [
    repeated('JPEG with 40 MB behind it', 'picture', jpeg, zeros, 40 * MB, []),
    repeated('JPEG of 40 MB without an end', 'image-broken', scan, [0xff, 0], 40 * MB, []),
    repeated('JPEG of 40 MB of FF', 'image-broken', scan, [0xff], 40 * MB, []),
    repeated('PNG with 40 MB behind it', 'picture', png, zeros, 40 * MB, []),
    repeated(
      'PNG of 40 MB without an end',
      'image-broken',
      png.subarray(0, -12),
      zeros,
      40 * MB,
      [],
    ),
    repeated('AVIF with 40 MB behind it', 'picture', avif, zeros, 40 * MB, []),
    repeated('GIF with 40 MB behind it', 'picture', gif, zeros, 40 * MB, []),
    repeated('BMP with 40 MB behind it', 'picture', bmp(40, 24, [1, 2, 3]), zeros, 40 * MB, []),
    repeated('40 MB of zeros', 'image-unknown-type', zeros, zeros, 40 * MB, []),
    repeated('40 MB of text', 'image-is-page', bytesOf('<p>'), bytesOf('page'), 40 * MB, []),
    repeated('101 MB of JPEG', 'image-too-large', jpeg, zeros, 101 * MB, []),
    repeated('101 MB of anything', 'image-too-large', zeros, zeros, 101 * MB, []),
  ];
}

/** `before`, then `part` repeated for about `size` bytes, then `after`. */
function repeated(
  name: string,
  header: Outcome,
  before: ArrayLike<number>,
  part: ArrayLike<number>,
  size: number,
  after: ArrayLike<number>,
): HostileFile {
  const make = () => {
    const times = Math.floor(MB / part.length);
    const block = new Uint8Array(times * part.length);
    for (let at = 0; at < block.length; at += part.length) block.set(part, at);
    const blocks = new Array<Bytes>(Math.floor(size / block.length)).fill(block);
    return new Blob([bytesOf(before), ...blocks, bytesOf(after)]);
  };
  return { name, header, make };
}

const deflated = new Map<number, Promise<Bytes>>();

/** Zeros as a zlib stream; made once per size. */
function deflatedZeros(size: number): Promise<Bytes> {
  const made = deflated.get(size) ?? deflateZeros(size);
  deflated.set(size, made);
  return made;
}

async function deflateZeros(size: number): Promise<Bytes> {
  const block = new Uint8Array(MB);
  let left = size;
  const zeros = new ReadableStream<BufferSource>({
    pull(controller) {
      const next = block.subarray(0, Math.min(left, block.length));
      left -= next.length;
      if (next.length === 0) controller.close();
      else controller.enqueue(next);
    },
  });
  const stream = zeros.pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function withIdat(data: Bytes): Bytes {
  return bytesOf(png.subarray(0, 33), pngChunk('IDAT', data), pngChunk('IEND', []));
}

/** A GIF up to the data of its first frame. */
function gifData(): Bytes {
  const at = findBytes(gif, [0x2c, 0, 0, 0, 0]);
  const hasTable = ((gif[at + 9] ?? 0) & 0x80) !== 0;
  const tableBytes = hasTable ? 3 * 2 ** (((gif[at + 9] ?? 0) & 7) + 1) : 0;
  return gif.slice(0, at + 11 + tableBytes);
}

function associations(count: number): Bytes {
  const entries = new Uint8Array(count * 3);
  const box = (type: string, ...content: ArrayLike<number>[]) => {
    const length = content.reduce((sum, part) => sum + part.length, 8);
    return bytesOf(u32(length), type, ...content);
  };
  const list = box('ipma', u32(0), u32(count), entries);
  const size = box('ispe', u32(0), u32(40), u32(24));
  const properties = box('iprp', box('ipco', size), list);
  const meta = box('meta', u32(0), box('pitm', u32(0), [0, 1]), properties);
  return bytesOf(avif.subarray(0, 28), meta);
}

/** A WebP with empty chunks behind its pixels, and a length that covers them. */
function webpOfChunks(size: number): [Bytes, Bytes, number, number[]] {
  const part = bytesOf('JUNK', u32(0));
  const times = Math.floor(size / MB) * Math.floor(MB / part.length);
  const riffBytes = webpAlpha.length - 8 + times * part.length;
  return [withBytes(webpAlpha, 4, u32le(riffBytes)), part, size, []];
}
