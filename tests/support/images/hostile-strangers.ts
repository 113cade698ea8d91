/** Files that are something else than they seem: by name, by declared type, or twice at once. */
import type { HostileFile, Outcome } from './hostile-files';
import { SEEDS } from './hostile-seeds';
import {
  animatedPng,
  bmp,
  bytesOf,
  fromBase64,
  jpegSegment,
  orientedJpeg,
  pngChunk,
  u32,
  u32le,
  withChunks,
  withSegments,
} from './image-files';

type Bytes = Uint8Array<ArrayBuffer>;
type Parts = (string | ArrayLike<number>)[];

const PICTURE: readonly Outcome[] = ['picture'];
const PAGE: readonly Outcome[] = ['image-is-page'];
const UNKNOWN: readonly Outcome[] = ['image-unknown-type'];
const HEIC: readonly Outcome[] = ['image-heic'];
const WRONG_TYPES = ['text/html', 'image/gif', 'application/octet-stream', 'not a type'];

const jpeg = fromBase64(SEEDS.jpeg);
const png = fromBase64(SEEDS.png);
const zip = bytesOf('PK\x03\x04', [20, 0, 0, 0, 8, 0], new Array(40).fill(3), 'PK\x05\x06', u32(0));
const html = '<!doctype html><html><body onload="alert(1)">Sign in <svg></svg></body></html>';

export function strangers(): HostileFile[] {
  return [...mislabelled(), ...doubles(), ...notPictures(), ...oddPictures()];
}

/** Good pictures under wrong names and types: the bytes decide. */
function mislabelled(): HostileFile[] {
  const good = { ...pictures(), bmp: bmp(40, 24, [1, 2, 3]), apng: animatedPng(png) };
  return Object.entries(good).flatMap(([name, bytes]) =>
    WRONG_TYPES.map((type) => ({
      name: `${name} as ${type}`,
      make: () => new File([bytes], 'page.html', { type }),
      header: PICTURE,
      whole: PICTURE,
    })),
  );
}

function pictures(): Record<string, Bytes> {
  const { tiff: _, ...readable } = SEEDS;
  return Object.fromEntries(
    Object.entries(readable).map(([name, base64]) => [name, fromBase64(base64)]),
  );
}

/** Two files in one. */
function doubles(): HostileFile[] {
  const comment = (text: string) => jpegSegment(0xfe, bytesOf(text));
  return [
    sure('JPEG and zip', jpeg, zip),
    sure('JPEG and HTML', jpeg, html),
    sure('JPEG that comments in HTML', withSegments(jpeg, comment(html))),
    sure('JPEG and another JPEG', jpeg, jpeg),
    sure('JPEG and a video', jpeg, u32(24), 'ftypisom', u32(0), 'isommp42', new Array(900).fill(7)),
    sure('PNG and zip', png, zip),
    sure('PNG and HTML', png, html),
    sure('PNG with a script', withChunks(png, pngChunk('tEXt', bytesOf(`x\0${html}`)))),
    sure('GIF and script', fromBase64(SEEDS.gif), '*/=1;alert(1)'),
    sure('WebP and zip', fromBase64(SEEDS.webp), zip),
    sure('BMP and zip', bmp(40, 24, [1, 2, 3]), zip),
    never('zip and JPEG', UNKNOWN, zip, jpeg),
    never('PDF and JPEG', UNKNOWN, '%PDF-1.7\n', [0, 1, 0xff], jpeg),
    never('HTML and PNG', ['image-is-page', 'image-unknown-type'], html, png),
    never('GIF that is a script', ['image-broken'], 'GIF89a/*', new Array(40).fill(42), '*/=1'),
  ];
}

function notPictures(): HostileFile[] {
  const heif = (brands: string) => [u32(8 + brands.length), 'ftyp', brands, new Array(99).fill(0)];
  return [
    never('nothing', ['image-empty']),
    ...[0, 0x42, 0x47, 0x89, 0xff].map((byte) =>
      never(`one byte, ${byte}`, ['image-unknown-type', 'image-is-page'], [byte]),
    ),
    never('two bytes of JPEG', ['image-unknown-type'], [0xff, 0xd8]),
    never('three bytes of JPEG', ['image-broken'], [0xff, 0xd8, 0xff]),
    never('an error page', PAGE, html),
    never('an error page in UTF-16', PAGE, '\xff\xfe<\0h\0t\0m\0l\0>\0'),
    never('an error in JSON', PAGE, '{"error":{"code":403}}'),
    never('an error in XML', PAGE, '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'),
    never('a script', PAGE, 'window.location = "/login"'),
    never('base64 of a picture', PAGE, SEEDS.png),
    never('a data address', PAGE, `data:image/png;base64,${SEEDS.png}`),
    never('zip', UNKNOWN, zip),
    never(
      'gzip, such as svgz',
      UNKNOWN,
      [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3],
      new Array(40).fill(0),
    ),
    never('PDF', UNKNOWN, '%PDF-1.7\n', [0, 1, 2, 0xff, 0xfe]),
    never('program', UNKNOWN, 'MZ', new Array(90).fill(0)),
    never('MP4', UNKNOWN, u32(24), 'ftypisom', u32(0), 'isommp42', new Array(99).fill(0)),
    never('WebM', UNKNOWN, [0x1a, 0x45, 0xdf, 0xa3, 1, 0, 0, 0], new Array(60).fill(0)),
    never(
      'sound in RIFF',
      UNKNOWN,
      'RIFF',
      u32le(36),
      'WAVEfmt ',
      u32le(16),
      new Array(20).fill(0),
    ),
    never('TIFF', UNKNOWN, fromBase64(SEEDS.tiff)),
    never('TIFF, big-endian', UNKNOWN, 'MM\0*', u32(8), new Array(60).fill(0)),
    never('ICO', UNKNOWN, [0, 0, 1, 0, 1, 0, 16, 16], new Array(60).fill(0)),
    never('ICO with a PNG', UNKNOWN, [0, 0, 1, 0, 1, 0, 40, 24, 0, 0], u32le(99), u32le(22), png),
    never('Photoshop', UNKNOWN, '8BPS', [0, 1], new Array(60).fill(0)),
    never('JPEG XL', UNKNOWN, [0xff, 0x0a], new Array(60).fill(0)),
    never('JPEG XL in boxes', UNKNOWN, u32(12), 'JXL \r\n\x87\n', new Array(60).fill(0)),
    never('JPEG 2000', UNKNOWN, u32(12), 'jP  \r\n\x87\n', new Array(60).fill(0)),
    ...['heic', 'heix', 'heim', 'hevc', 'mif1', 'msf1'].map((brand) =>
      never(`HEIC by ${brand}`, HEIC, ...heif(`${brand}\0\0\0\0mif1`)),
    ),
    never('HEIC that claims to be JPEG', HEIC, ...heif('heic\0\0\0\0jpeg')),
    never('boxes without brands', UNKNOWN, u32(8), 'ftyp', new Array(60).fill(0)),
  ];
}

/** Rare, and right. */
function oddPictures(): HostileFile[] {
  const exif = (entry: number[]) =>
    jpegSegment(0xe1, bytesOf('Exif\0\0MM\0*', u32(8), [0, 1], entry, u32(0)));
  return [
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((turn) => sure(`turned by ${turn}`, orientedJpeg(jpeg, turn))),
    ...[0, 9, 255].map((turn) =>
      sure(`turned by ${turn}`, withSegments(jpeg, exif([1, 18, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0]))),
    ),
    sure('EXIF of nothing', withSegments(jpeg, jpegSegment(0xe1, bytesOf('Exif\0\0')))),
    sure('EXIF of one byte', withSegments(jpeg, jpegSegment(0xe1, bytesOf('Exif\0\0M')))),
    sure('EXIF of 64 kB', withSegments(jpeg, jpegSegment(0xe1, new Uint8Array(65_000)))),
    sure('PNG with EXIF of 1 MB', withChunks(png, pngChunk('eXIf', new Uint8Array(1024 * 1024)))),
    sure(
      'PNG with 2,000 unknown chunks',
      withChunks(png, ...new Array(2000).fill(pngChunk('teSt', []))),
    ),
  ];
}

function sure(name: string, ...parts: Parts): HostileFile {
  return { name, header: PICTURE, whole: PICTURE, make: () => new Blob([bytesOf(...parts)]) };
}

function never(name: string, header: readonly Outcome[], ...parts: Parts): HostileFile {
  return { name, header, make: () => new Blob([bytesOf(...parts)]) };
}
