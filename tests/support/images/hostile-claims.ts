/** Small files that claim to be large pictures. */
import type { HostileFile, Outcome } from './hostile-files';
import { SEEDS } from './hostile-seeds';
import {
  animatedPng,
  bmp,
  bytesOf,
  findBytes,
  fromBase64,
  pngChunk,
  u32,
  u32le,
  withBytes,
} from './image-files';

type Bytes = Uint8Array<ArrayBuffer>;

const TOO_LARGE: readonly Outcome[] = ['image-too-large'];
const BROKEN: readonly Outcome[] = ['image-broken'];
const PICTURE: readonly Outcome[] = ['picture'];

const jpeg = fromBase64(SEEDS.jpeg);
const png = fromBase64(SEEDS.png);
const gif = fromBase64(SEEDS.gif);
const webpAlpha = fromBase64(SEEDS.webpAlpha);
const avif = fromBase64(SEEDS.avif);

/** Sizes that are only claimed: refused before anything is decoded. */
export function claims(): HostileFile[] {
  const sizes = [
    [60_000, 60_000],
    [20_000, 20_000],
    [30_001, 40],
  ] as const;
  const anyFormat = sizes.flatMap(([width, height]) => [
    file(`PNG that claims ${width} x ${height}`, TOO_LARGE, sizedPng(width, height)),
    file(`JPEG that claims ${width} x ${height}`, TOO_LARGE, sizedJpeg(jpeg, width, height)),
    file(`GIF screen of ${width} x ${height}`, TOO_LARGE, withBytes(gif, 6, u16le(width, height))),
    file(
      `GIF frame of ${width} x ${height} on a small screen`,
      TOO_LARGE,
      withBytes(gif, findBytes(gif, [0x2c, 0, 0, 0, 0]) + 5, u16le(width, height)),
    ),
    file(`WebP canvas of ${width} x ${height}`, TOO_LARGE, sizedWebp(width, height)),
    file(`AVIF that claims ${width} x ${height}`, TOO_LARGE, sizedAvif(width, height)),
    file(`BMP in runs that claims ${width} x ${height}`, TOO_LARGE, sizedBmp(width, height, 1)),
    file(`BMP that claims ${width} x ${height}`, BROKEN, sizedBmp(width, height, 0)),
    file(`top-down BMP that claims ${width} x ${height}`, BROKEN, sizedBmp(width, -height, 0)),
  ]);
  return [
    ...anyFormat,
    file('PNG that claims 1 x 1e9', TOO_LARGE, sizedPng(1, 1e9)),
    file('PNG that claims 2^32 - 1', TOO_LARGE, sizedPng(0xffffffff, 0xffffffff)),
    file('PNG without area', BROKEN, sizedPng(0, 0)),
    file('BMP in runs that claims 1 x 1e9', TOO_LARGE, sizedBmp(1, 1e9, 1)),
    file('BMP in runs, as low as can be', TOO_LARGE, sizedBmp(40, -0x80000000, 1)),
    file('BMP of negative width', BROKEN, sizedBmp(-40, 24, 0)),
    file('GIF frame far off its screen', TOO_LARGE, gifFrameAt(gif, 65_000)),
    file('JPEG that hides its size behind FF 00', TOO_LARGE, hiddenSize(false)),
    file('JPEG that hides another size behind FF 00', BROKEN, hiddenSize(true)),
    file('APNG that claims 2^31 frames', PICTURE, withBytes(animatedPng(png), 41, u32(0x7fffffff))),
    {
      ...file('AVIF that claims less than it holds', PICTURE, sizedAvif(20, 20)),
      whole: ['picture', 'image-broken'],
    },
  ];
}

function file(name: string, header: readonly Outcome[], bytes: Bytes): HostileFile {
  return { name, header, make: () => new Blob([bytes]) };
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
