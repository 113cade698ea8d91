import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { HOSTILE } from '@/tests/support/images/damaged-pictures';
import {
  bytesOf,
  jpegSegment,
  orientedJpeg,
  pngChunk,
  u32,
  withChunks,
  withSegments,
} from '@/tests/support/images/image-files';
import { taggedPicture } from '@/tests/support/images/tagged-pictures';
import { prepare } from '../pipeline/prepare';
import { stripMetadata } from './strip-metadata';
import type { ImageType } from './types';

type Bytes = Uint8Array<ArrayBuffer>;
type Format = 'jpeg' | 'png';

const SECRET = 'Baker Street 221b';
const FORMATS: readonly Format[] = ['jpeg', 'png'];

const picture = () =>
  sharp({
    create: {
      width: 90,
      height: 70,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

/** With a place, a profile and XMP, written by sharp. */
async function talkative(format: Format, profile: 'p3' | 'srgb' = 'p3'): Promise<Bytes> {
  const exif = {
    IFD0: { Artist: SECRET, Make: 'Camera' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 31/1 25/1' },
  };
  const image = picture()
    .withExif(exif)
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${SECRET}</x:xmpmeta>`)
    .withIccProfile(profile);
  return new Uint8Array(await image.toFormat(format).toBuffer());
}

async function plain(format: Format): Promise<Bytes> {
  return new Uint8Array(await picture().toFormat(format).toBuffer());
}

async function stripped(bytes: Bytes, type: ImageType): Promise<Bytes> {
  return new Uint8Array(await (await stripMetadata(new Blob([bytes]), type)).arrayBuffer());
}

const pixels = (bytes: Bytes) => sharp(bytes).raw().toBuffer();
const holds = (bytes: Bytes, text: string) => Buffer.from(bytes).includes(text, 0, 'latin1');

describe.each(FORMATS)('stripMetadata of a %s', (format) => {
  test('removes place, camera and XMP, and keeps pixels and profile', async () => {
    const before = await talkative(format);
    const had = await sharp(before).metadata();
    expect(had.exif && had.xmp && had.icc && holds(before, SECRET)).toBeTruthy();

    const after = await stripped(before, format);
    const has = await sharp(after).metadata();
    expect(has.exif).toBeUndefined();
    expect(has.xmp).toBeUndefined();
    expect(has.icc).toEqual(had.icc);
    expect(holds(after, SECRET)).toBe(false);
    expect(await pixels(after)).toEqual(await pixels(before));
  });

  test('is what prepare uploads', async () => {
    const bytes = await talkative(format, 'srgb');
    const { image, found, sent, changes } = await prepare(new Blob([bytes]), { target: '2k' });
    expect(holds(new Uint8Array(await image.arrayBuffer()), SECRET)).toBe(false);
    expect(found.bytes).toBe(bytes.length);
    expect(sent).toEqual({ ...found, bytes: image.size });
    expect(changes).toEqual([]);
  });

  test('passes a picture without metadata through as the same Blob', async () => {
    const blob = new Blob([await plain(format)]);
    expect(await stripMetadata(blob, format)).toBe(blob);
  });

  test('is idempotent and keeps the declared type', async () => {
    const once = await stripMetadata(new Blob([await talkative(format)], { type: 'a/b' }), format);
    expect(once.type).toBe('a/b');
    expect(await stripMetadata(once, format)).toBe(once);
  });

  test('removes data behind the end', async () => {
    const bytes = await plain(format);
    const video = bytesOf(u32(24), 'ftypmp42', SECRET, new Array(3000).fill(9));
    expect(await stripped(bytesOf(bytes, video), format)).toEqual(bytes);
  });

  test('keeps a cut file as it is', async () => {
    const bytes = await plain(format);
    const cut = bytes.slice(0, bytes.length - 30);
    expect(await stripped(cut, format)).toEqual(cut);
  });
});

describe('stripMetadata of a JPEG', () => {
  test.each<[string, Bytes]>([
    ['a comment', jpegSegment(0xfe, bytesOf(SECRET))],
    ['IPTC', jpegSegment(0xed, bytesOf('Photoshop 3.0\x008BIM', SECRET))],
    ['XMP', jpegSegment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0', SECRET))],
    ['an index of more pictures', jpegSegment(0xe2, bytesOf('MPF\0', SECRET))],
    ['a preview of its own kind', jpegSegment(0xe0, bytesOf('JFXX\0\x10', SECRET))],
    ['an unknown segment', jpegSegment(0xe7, bytesOf(SECRET))],
  ])('removes %s', async (_, segment) => {
    const bytes = await plain('jpeg');
    expect(await stripped(withSegments(bytes, segment), 'jpeg')).toEqual(bytes);
  });

  test('removes the preview of JFIF and keeps its density', async () => {
    const density = bytesOf('JFIF\0', [1, 2, 1, 0, 72, 0, 96]);
    const bytes = await plain('jpeg');
    const withPreview = jpegSegment(0xe0, bytesOf(density, [2, 2], new Array(12).fill(200)));
    const bare = jpegSegment(0xe0, bytesOf(density, [0, 0]));
    expect(await stripped(withSegments(bytes, withPreview), 'jpeg')).toEqual(
      withSegments(bytes, bare),
    );
  });

  test('finds a segment between the scans of a progressive JPEG', async () => {
    const image = picture().jpeg({ progressive: true });
    const bytes = new Uint8Array(await image.toBuffer());
    const secondScan = Buffer.from(bytes).indexOf('\xff\xda', 700, 'latin1');
    const comment = jpegSegment(0xfe, bytesOf(SECRET));
    const talking = bytesOf(bytes.subarray(0, secondScan), comment, bytes.subarray(secondScan));
    expect(await stripped(talking, 'jpeg')).toEqual(bytes);
  });

  test('keeps the Adobe segment, which CMYK needs', async () => {
    const cmyk = picture()
      .toColourspace('cmyk')
      .withExif({ IFD0: { Artist: SECRET } });
    const before = new Uint8Array(await cmyk.jpeg().toBuffer());
    const after = await stripped(before, 'jpeg');
    expect(holds(after, 'Adobe')).toBe(true);
    expect(holds(after, SECRET)).toBe(false);
    expect(await pixels(after)).toEqual(await pixels(before));
  });

  test('removes an orientation of 1', async () => {
    const bytes = await plain('jpeg');
    expect(await stripped(orientedJpeg(bytes, 1), 'jpeg')).toEqual(bytes);
  });

  test('finds an end marker across two reads', async () => {
    const pieceBytes = 4 * 1024 * 1024;
    const bytes = await plain('jpeg');
    const scan = Buffer.from(bytes).indexOf('\xff\xda', 'latin1');
    const dataAt = scan + 2 + new DataView(bytes.buffer).getUint16(scan + 2);
    const dataBytes = bytes.length - 2 - dataAt;
    for (const step of [-3, -2, -1, 0, 1]) {
      const zeros = new Uint8Array(pieceBytes - dataBytes + step);
      const long = new Blob([bytes.subarray(0, -2), zeros, bytesOf([0xff, 0xd9])]);
      const { size } = await stripMetadata(new Blob([long, SECRET]), 'jpeg');
      expect(size).toBe(long.size);
    }
  });
});

describe('stripMetadata of a PNG', () => {
  test.each(['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'caBX', 'iDOT'])(
    'removes %s',
    async (type) => {
      const bytes = await plain('png');
      const chunk = pngChunk(type, bytesOf(SECRET));
      const atTheEnd = bytesOf(bytes.subarray(0, -12), chunk, bytes.subarray(-12));
      expect(await stripped(withChunks(bytes, chunk), 'png')).toEqual(bytes);
      expect(await stripped(atTheEnd, 'png')).toEqual(bytes);
    },
  );

  test.each(['gAMA', 'cHRM', 'sRGB', 'cICP', 'pHYs', 'tRNS'])('keeps %s', async (type) => {
    const bytes = withChunks(await plain('png'), pngChunk(type, [0, 0, 0, 1]));
    expect(await stripped(bytes, 'png')).toEqual(bytes);
  });
});

test('stripMetadata removes metadata at any place, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(taggedPicture, async ({ type, plain, tagged }) => {
      expect(await stripped(tagged, type)).toEqual(await stripped(plain, type));
    }),
    HOSTILE.runs(200),
  );
});

test('stripMetadata passes other types through', async () => {
  const blob = new Blob([await picture().gif().toBuffer()]);
  expect(await stripMetadata(blob, 'gif')).toBe(blob);
});
