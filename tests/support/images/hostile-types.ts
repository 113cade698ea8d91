/** Wrong types and polyglots: by name, by declared type, or two files in one. */
import { type HostileFile, hostileFile } from './hostile-file';
import {
  animatedPng,
  bmp,
  bytesOf,
  jpegSegment,
  orientedJpeg,
  pngChunk,
  u32,
  u32le,
  withChunks,
  withSegments,
} from './image-files';
import { BASE64, SEEDS } from './seed-pictures';

const WRONG_TYPES = ['text/html', 'image/gif', 'application/octet-stream', 'not a type'];

const { jpeg, png } = SEEDS;
const zip = bytesOf('PK\x03\x04', [20, 0, 0, 0, 8, 0], new Array(40).fill(3), 'PK\x05\x06', u32(0));
const html = '<!doctype html><html><body onload="alert(1)">Sign in <svg></svg></body></html>';

export function wrongTypes(): HostileFile[] {
  return [...mislabelled(), ...polyglots(), ...notPictures(), ...oddPictures()];
}

/** Good pictures with a wrong name and type. The bytes decide. */
function mislabelled(): HostileFile[] {
  const { tiff: _, ...readable } = SEEDS;
  const good = { ...readable, bmp: bmp(40, 24, [1, 2, 3]), apng: animatedPng(png) };
  return Object.entries(good).flatMap(([name, bytes]) =>
    WRONG_TYPES.map((type) => ({
      name: `${name} as ${type}`,
      make: () => new File([bytes], 'page.html', { type }),
      header: 'picture' as const,
    })),
  );
}

/** Two files in one. */
function polyglots(): HostileFile[] {
  const comment = (text: string) => jpegSegment(0xfe, bytesOf(text));
  return [
    hostileFile('JPEG and zip', 'picture', jpeg, zip),
    hostileFile('JPEG and HTML', 'picture', jpeg, html),
    hostileFile('JPEG that comments in HTML', 'picture', withSegments(jpeg, comment(html))),
    hostileFile('JPEG and another JPEG', 'picture', jpeg, jpeg),
    hostileFile(
      'JPEG and a video',
      'picture',
      jpeg,
      u32(24),
      'ftypisom',
      u32(0),
      'isommp42',
      new Array(900).fill(7),
    ),
    hostileFile('PNG and zip', 'picture', png, zip),
    hostileFile('PNG and HTML', 'picture', png, html),
    hostileFile(
      'PNG with a script',
      'picture',
      withChunks(png, pngChunk('tEXt', bytesOf(`x\0${html}`))),
    ),
    hostileFile('GIF and script', 'picture', SEEDS.gif, '*/=1;alert(1)'),
    hostileFile('WebP and zip', 'picture', SEEDS.webp, zip),
    hostileFile('BMP and zip', 'picture', bmp(40, 24, [1, 2, 3]), zip),
    hostileFile('zip and JPEG', 'image-unknown-type', zip, jpeg),
    hostileFile('PDF and JPEG', 'image-pdf', '%PDF-1.7\n', [0, 1, 0xff], jpeg),
    hostileFile('HTML and PNG', 'image-unknown-type', html, png),
    hostileFile('GIF that is a script', 'image-broken', 'GIF89a/*', new Array(40).fill(42), '*/=1'),
  ];
}

function notPictures(): HostileFile[] {
  const heif = (brands: string) => [u32(8 + brands.length), 'ftyp', brands, new Array(99).fill(0)];
  return [
    hostileFile('nothing', 'image-empty'),
    ...[0, 0x89, 0xff].map((byte) =>
      hostileFile(`one byte, ${byte}`, 'image-unknown-type', [byte]),
    ),
    ...['B', 'G'].map((letter) => hostileFile(`one letter, ${letter}`, 'image-is-page', letter)),
    hostileFile('two bytes of JPEG', 'image-unknown-type', [0xff, 0xd8]),
    hostileFile('three bytes of JPEG', 'image-broken', [0xff, 0xd8, 0xff]),
    hostileFile('an error page', 'image-is-page', html),
    hostileFile('an error page in UTF-16', 'image-is-page', '\xff\xfe<\0h\0t\0m\0l\0>\0'),
    hostileFile('an error in JSON', 'image-is-page', '{"error":{"code":403}}'),
    hostileFile(
      'an error in XML',
      'image-is-page',
      '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
    ),
    hostileFile('a script', 'image-is-page', 'window.location = "/login"'),
    hostileFile('base64 of a picture', 'image-is-page', BASE64.png),
    hostileFile('a data address', 'image-is-page', `data:image/png;base64,${BASE64.png}`),
    hostileFile('zip', 'image-unknown-type', zip),
    hostileFile(
      'gzip, such as svgz',
      'image-unknown-type',
      [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3],
      new Array(40).fill(0),
    ),
    hostileFile('PDF', 'image-pdf', '%PDF-1.7\n', [0, 1, 2, 0xff, 0xfe]),
    hostileFile('program', 'image-unknown-type', 'MZ', new Array(90).fill(0)),
    hostileFile(
      'MP4',
      'image-unknown-type',
      u32(24),
      'ftypisom',
      u32(0),
      'isommp42',
      new Array(99).fill(0),
    ),
    hostileFile(
      'WebM',
      'image-unknown-type',
      [0x1a, 0x45, 0xdf, 0xa3, 1, 0, 0, 0],
      new Array(60).fill(0),
    ),
    hostileFile(
      'sound in RIFF',
      'image-unknown-type',
      'RIFF',
      u32le(36),
      'WAVEfmt ',
      u32le(16),
      new Array(20).fill(0),
    ),
    hostileFile('TIFF', 'image-tiff', SEEDS.tiff),
    hostileFile('TIFF, big-endian', 'image-tiff', 'MM\0*', u32(8), new Array(60).fill(0)),
    hostileFile(
      'ICO of zeros',
      'image-unknown-type',
      [0, 0, 1, 0, 1, 0, 16, 16],
      new Array(60).fill(0),
    ),
    hostileFile(
      'ICO with a PNG that starts inside its directory',
      'image-broken',
      [0, 0, 1, 0, 1, 0, 40, 24, 0, 0],
      u32le(99),
      u32le(22),
      png,
    ),
    hostileFile('Photoshop', 'image-psd', '8BPS', [0, 1], new Array(60).fill(0)),
    hostileFile('JPEG XL', 'image-jxl', [0xff, 0x0a], new Array(60).fill(0)),
    hostileFile('JPEG XL in boxes', 'image-jxl', u32(12), 'JXL \r\n\x87\n', new Array(60).fill(0)),
    hostileFile(
      'JPEG 2000',
      'image-unknown-type',
      u32(12),
      'jP  \r\n\x87\n',
      new Array(60).fill(0),
    ),
    ...['heic', 'heix', 'heim', 'hevc', 'mif1', 'msf1'].map((brand) =>
      hostileFile(`HEIC by ${brand}`, 'image-heic', ...heif(`${brand}\0\0\0\0mif1`)),
    ),
    hostileFile('HEIC that claims to be JPEG', 'image-heic', ...heif('heic\0\0\0\0jpeg')),
    hostileFile(
      'boxes without brands',
      'image-unknown-type',
      u32(8),
      'ftyp',
      new Array(60).fill(0),
    ),
  ];
}

/** Rare, but valid. */
function oddPictures(): HostileFile[] {
  const exif = (entry: number[]) =>
    jpegSegment(0xe1, bytesOf('Exif\0\0MM\0*', u32(8), [0, 1], entry, u32(0)));
  return [
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((turn) => ({
      ...hostileFile(`turned by ${turn}`, 'picture', orientedJpeg(jpeg, turn)),
      orientation: turn,
    })),
    ...[0, 9, 255].map((turn) =>
      hostileFile(
        `turned by ${turn}`,
        'picture',
        withSegments(jpeg, exif([1, 18, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0])),
      ),
    ),
    hostileFile(
      'EXIF of nothing',
      'picture',
      withSegments(jpeg, jpegSegment(0xe1, bytesOf('Exif\0\0'))),
    ),
    hostileFile(
      'EXIF of one byte',
      'picture',
      withSegments(jpeg, jpegSegment(0xe1, bytesOf('Exif\0\0M'))),
    ),
    hostileFile(
      'EXIF of 64 kB',
      'picture',
      withSegments(jpeg, jpegSegment(0xe1, new Uint8Array(65_000))),
    ),
    hostileFile(
      'PNG with EXIF of 1 MB',
      'picture',
      withChunks(png, pngChunk('eXIf', new Uint8Array(1024 * 1024))),
    ),
    hostileFile(
      'PNG with 2,000 unknown chunks',
      'picture',
      withChunks(png, ...new Array(2000).fill(pngChunk('teSt', []))),
    ),
  ];
}
