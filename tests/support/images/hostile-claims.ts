/** Small files that claim to be large pictures. */
import { type HostileFile, hostileFile } from './hostile-file';
import {
  animatedPng,
  bmp,
  bytesOf,
  findBytes,
  pngChunk,
  u32,
  u32le,
  withBytes,
} from './image-files';
import { SEEDS } from './seed-pictures';

type Bytes = Uint8Array<ArrayBuffer>;

const { jpeg, png, gif, webpAlpha, avif } = SEEDS;

/** Sizes that are only claimed. They are refused before anything is decoded. */
export function claims(): HostileFile[] {
  const sizes = [
    [60_000, 60_000],
    [20_000, 20_000],
    [30_001, 40],
  ] as const;
  const anyFormat = sizes.flatMap(([width, height]) => [
    hostileFile(`PNG that claims ${width} x ${height}`, 'image-too-large', sizedPng(width, height)),
    hostileFile(
      `JPEG that claims ${width} x ${height}`,
      'image-too-large',
      sizedJpeg(jpeg, width, height),
    ),
    hostileFile(
      `GIF screen of ${width} x ${height}`,
      'image-too-large',
      withBytes(gif, 6, u16le(width, height)),
    ),
    hostileFile(
      `GIF frame of ${width} x ${height} on a small screen`,
      'image-too-large',
      withBytes(gif, findBytes(gif, [0x2c, 0, 0, 0, 0]) + 5, u16le(width, height)),
    ),
    hostileFile(`WebP canvas of ${width} x ${height}`, 'image-too-large', sizedWebp(width, height)),
    hostileFile(
      `AVIF that claims ${width} x ${height}`,
      'image-too-large',
      sizedAvif(width, height),
    ),
    hostileFile(
      `BMP in runs that claims ${width} x ${height}`,
      'image-too-large',
      sizedBmp(width, height, 1),
    ),
    hostileFile(`BMP that claims ${width} x ${height}`, 'image-broken', sizedBmp(width, height, 0)),
    hostileFile(
      `top-down BMP that claims ${width} x ${height}`,
      'image-broken',
      sizedBmp(width, -height, 0),
    ),
  ]);
  return [
    ...anyFormat,
    hostileFile('PNG that claims 1 x 1e9', 'image-too-large', sizedPng(1, 1e9)),
    hostileFile('PNG that claims 2^32 - 1', 'image-too-large', sizedPng(0xffffffff, 0xffffffff)),
    hostileFile('PNG without area', 'image-broken', sizedPng(0, 0)),
    hostileFile('BMP in runs that claims 1 x 1e9', 'image-too-large', sizedBmp(1, 1e9, 1)),
    hostileFile('BMP in runs, as low as can be', 'image-too-large', sizedBmp(40, -0x80000000, 1)),
    hostileFile('BMP of negative width', 'image-broken', sizedBmp(-40, 24, 0)),
    hostileFile('GIF frame far off its screen', 'image-too-large', gifFrameAt(gif, 65_000)),
    hostileFile('JPEG that hides its size behind FF 00', 'image-too-large', hiddenSize(false)),
    hostileFile('JPEG that hides another size behind FF 00', 'image-broken', hiddenSize(true)),
    hostileFile(
      'APNG that claims 2^31 frames',
      'picture',
      withBytes(animatedPng(png), 41, u32(0x7fffffff)),
    ),
    {
      ...hostileFile('AVIF that claims less than it holds', 'picture', sizedAvif(20, 20)),
      decoded: ['picture', 'image-broken'],
    },
  ];
}

function u16le(...values: number[]): number[] {
  return values.flatMap((value) => [value & 255, (value >> 8) & 255]);
}

function sizedPng(width: number, height: number): Bytes {
  const header = bytesOf(u32(width), u32(height), png.subarray(24, 29));
  return bytesOf(png.subarray(0, 8), pngChunk('IHDR', header), png.subarray(33));
}

function sizedJpeg(source: Bytes, width: number, height: number): Bytes {
  const frame = findBytes(source, [0xff, 0xc0]);
  return withBytes(source, frame + 5, [height >> 8, height & 255, width >> 8, width & 255]);
}

function hiddenSize(showsAnother: boolean): Bytes {
  const frameBytes = 19;
  const at = findBytes(jpeg, [0xff, 0xc0]);
  const hidden = sizedJpeg(jpeg, 20_000, 20_000).subarray(at, at + frameBytes);
  const rest = jpeg.subarray(showsAnother ? at : at + frameBytes);
  return bytesOf(jpeg.subarray(0, at), [0xff, 0, 0, 2 + frameBytes], hidden, rest);
}

function sizedWebp(width: number, height: number): Bytes {
  const three = (value: number) => u32le(value - 1).slice(0, 3);
  return withBytes(webpAlpha, 24, [...three(width), ...three(height)]);
}

function sizedAvif(width: number, height: number): Bytes {
  const at = findBytes(avif, [0x69, 0x73, 0x70, 0x65]);
  return withBytes(avif, at + 8, [...u32(width), ...u32(height)]);
}

function sizedBmp(width: number, height: number, compression: number): Bytes {
  const sized = withBytes(bmp(40, 24, [1, 2, 3]), 18, [...u32le(width), ...u32le(height)]);
  return withBytes(sized, 30, u32le(compression));
}

function gifFrameAt(source: Bytes, left: number): Bytes {
  return withBytes(source, findBytes(source, [0x2c, 0, 0, 0, 0]) + 1, u16le(left));
}
