import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  animatedPng,
  bmp,
  bytesOf,
  jpegSegment,
  orientedJpeg,
  pngChunk,
  u32,
  u32le,
  withBytes,
  withChunks,
  withSegments,
} from '@/tests/support/images/image-files';
import { ImageError } from '../formats/errors';
import type { ImageFacts } from '../formats/types';
import { inspect } from './inspect';

type Bytes = Uint8Array<ArrayBuffer>;
type Format = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });

async function picture(format: Format, width = 64, height = 48): Promise<Bytes> {
  return new Uint8Array(
    await noise(width, height)
      .toFormat(format, format === 'avif' || format === 'gif' ? { effort: 1 } : {})
      .toBuffer(),
  );
}

async function animation(format: 'gif' | 'webp'): Promise<Bytes> {
  const frames = await Promise.all([1, 2, 3].map(() => noise(64, 48).png().toBuffer()));
  const joined = sharp(frames, { join: { animated: true } });
  return new Uint8Array(await joined.toFormat(format).toBuffer());
}

const [jpeg, png, webp, gif, avif] = (await Promise.all(
  (['jpeg', 'png', 'webp', 'gif', 'avif'] as const).map((format) => picture(format)),
)) as [Bytes, Bytes, Bytes, Bytes, Bytes];
const [movingGif, movingWebp] = await Promise.all([animation('gif'), animation('webp')]);
const progressive = new Uint8Array(await noise(64, 48).jpeg({ progressive: true }).toBuffer());
const losslessWebp = new Uint8Array(await noise(64, 48).webp({ lossless: true }).toBuffer());
const alphaWebp = new Uint8Array(await noise(64, 48).ensureAlpha(0.5).webp().toBuffer());
const svg = (attributes: string, before = '') =>
  bytesOf(`${before}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><g/></svg>`);

const inspectBytes = (bytes: Bytes, type = '') => inspect(new Blob([bytes], { type }));

const upright = { width: 64, height: 48, orientation: 1, animated: false };

describe('inspect reads', () => {
  test.each<[string, Bytes, Partial<ImageFacts>]>([
    ['JPEG', jpeg, { type: 'jpeg', ...upright }],
    ['progressive JPEG', progressive, { type: 'jpeg', ...upright }],
    ['PNG', png, { type: 'png', ...upright }],
    ['lossy WebP', webp, { type: 'webp', ...upright }],
    ['lossless WebP', losslessWebp, { type: 'webp', ...upright }],
    ['WebP with alpha', alphaWebp, { type: 'webp', ...upright }],
    ['GIF', gif, { type: 'gif', ...upright }],
    ['AVIF', avif, { type: 'avif', ...upright }],
    ['BMP', bmp(17, 20, [1, 2, 3]), { type: 'bmp', ...upright, width: 17, height: 20 }],
    ['top-down BMP', bmp(17, 20, [1, 2, 3], true), { type: 'bmp', width: 17, height: 20 }],
    ['animated GIF', movingGif, { type: 'gif', ...upright, animated: true }],
    ['animated WebP', movingWebp, { type: 'webp', ...upright, animated: true }],
    ['animated PNG', animatedPng(png), { type: 'png', ...upright, animated: true }],
    [
      'PNG with an animation of one frame',
      withChunks(png, pngChunk('acTL', bytesOf(u32(1), u32(0)))),
      { type: 'png', ...upright },
    ],
    ['SVG', svg('width="40" height="30"'), { type: 'svg', width: 40, height: 30 }],
  ])('%s', async (_, bytes, facts) => {
    expect(await inspectBytes(bytes)).toEqual({
      ...{ ...upright, bytes: bytes.length },
      ...facts,
    });
  });

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    'the size of a %s as sharp does',
    async (format) => {
      for (const [width, height] of [
        [16, 16],
        [301, 17],
        [200, 151],
      ] as const) {
        const bytes = await picture(format, width, height);
        const golden = await sharp(bytes).metadata();
        const { type: _, ...facts } = await inspectBytes(bytes);
        expect(facts).toMatchObject({ width: golden.width, height: golden.height });
      }
    },
  );

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i', async (orientation) => {
    const lying = orientation >= 5;
    const expected = { orientation, width: lying ? 48 : 64, height: lying ? 64 : 48 };
    expect(await inspectBytes(orientedJpeg(jpeg, orientation, 'II'))).toMatchObject(expected);
    expect(await inspectBytes(orientedJpeg(jpeg, orientation, 'MM'))).toMatchObject(expected);
    for (const format of ['jpeg', 'png'] as const) {
      const golden = noise(64, 48).toFormat(format).withMetadata({ orientation });
      expect(await inspectBytes(new Uint8Array(await golden.toBuffer()))).toMatchObject(expected);
    }
  });

  test('the irot box of an AVIF, as browsers show it', async () => {
    const turned = noise(64, 48).avif().withMetadata({ orientation: 6 });
    expect(await inspectBytes(new Uint8Array(await turned.toBuffer()))).toMatchObject({
      width: 48,
      height: 64,
      orientation: 1,
    });
  });

  test('a WebP as Chromium shows it: EXIF does not turn it', async () => {
    const turned = noise(64, 48).webp().withMetadata({ orientation: 6 });
    expect(await inspectBytes(new Uint8Array(await turned.toBuffer()))).toMatchObject(upright);
  });

  test.each<[string, Bytes]>([
    ['XMP before EXIF', jpegSegment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0<x/>'))],
    [
      'nonsense in EXIF',
      jpegSegment(0xe1, bytesOf('Exif\0\0', 'II*\0', u32le(0x7fffffff), u32(0))),
    ],
    [
      'orientation 9',
      jpegSegment(
        0xe1,
        bytesOf('Exif\0\0MM\0*\0\0\0\x08\0\x01', [1, 18, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0]),
      ),
    ],
    [
      'a preview with its own end marker',
      jpegSegment(0xe1, bytesOf('Exif\0\0', jpeg.subarray(0, 400), [0xff, 0xd9])),
    ],
    ['fill bytes', bytesOf([0xff, 0xff, 0xff, 0xff])],
  ])('a JPEG with %s', async (_, segment) => {
    expect(await inspectBytes(withSegments(jpeg, segment))).toMatchObject(upright);
  });

  test.each<[string, string, number, number]>([
    ['nothing', '', 300, 150],
    ['px', 'width="40px" height="30px"', 40, 30],
    ['millimetres', "width='25.4mm' height='50.8mm'", 96, 192],
    ['points', 'width="72pt" height="36pt"', 96, 48],
    ['a view box', 'viewBox="0 0 24 12"', 24, 12],
    ['a view box with commas', 'viewBox="0,0,24,12"', 24, 12],
    ['percentages', 'width="100%" height="100%" viewBox="0 0 30 10"', 30, 10],
    ['width and a view box', 'width="60" viewBox="0 0 30 10"', 60, 20],
    ['height and a view box', 'height="20" viewBox="0 0 30 10"', 60, 20],
    ['a stroke-width before', 'stroke-width="3" width="8" height="9"', 8, 9],
    ['nonsense', 'width="many" height="-3"', 300, 150],
  ])('an SVG sized by %s', async (_, attributes, width, height) => {
    expect(await inspectBytes(svg(attributes))).toMatchObject({ type: 'svg', width, height });
  });

  test.each([
    '<?xml version="1.0"?>\n',
    '\xef\xbb\xbf',
    '<!-- made by <hand> -->\n',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x">',
    '<!DOCTYPE svg [ <!ENTITY ns "http://x"> ]>',
  ])('an SVG behind %j', async (before) => {
    expect((await inspectBytes(svg('width="20" height="20"', before))).type).toBe('svg');
  });

  test('whole files with something appended', async () => {
    const tail = new Uint8Array(200_000).fill(7);
    for (const bytes of [jpeg, png]) {
      expect(await inspectBytes(bytesOf(bytes, [0, 0, 0]))).toMatchObject(upright);
      expect(await inspectBytes(bytesOf(bytes, tail))).toMatchObject(upright);
    }
  });

  test('an animated GIF that is cut behind its first frame', async () => {
    expect(await inspectBytes(movingGif.slice(0, -40))).toMatchObject({
      ...upright,
      animated: true,
    });
    expect(await inspectBytes(gif.slice(0, -1))).toMatchObject(upright);
  });

  test('a large file in a few small reads', { timeout: 60_000 }, async () => {
    let read = 0;
    class Counted extends Blob {
      override slice(start = 0, end = this.size) {
        read += Math.min(end, this.size) - start;
        return super.slice(start, end);
      }
      override arrayBuffer(): Promise<ArrayBuffer> {
        throw new Error('the whole file was read');
      }
    }
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      read = 0;
      const bytes = await picture(format, 1200, 900);
      await inspect(new Counted([bytes]));
      expect(read).toBeLessThan(200_000);
      expect(read).toBeLessThan(bytes.length);
    }
  });
});

describe('inspect refuses', () => {
  const hugePng = withSize(png, 30_001, 40);
  const cut = (bytes: Bytes, share: number) => bytes.slice(0, Math.floor(bytes.length * share));

  test.each<[string, Bytes, ImageError['code']]>([
    ['nothing', bytesOf(''), 'image-empty'],
    [
      'HTML',
      bytesOf('<!doctype html><html><body>Sign in <svg></svg></body></html>'),
      'image-is-page',
    ],
    ['HTML behind a BOM', bytesOf('\xef\xbb\xbf\n<html>'), 'image-is-page'],
    [
      'an XML error',
      bytesOf('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'),
      'image-is-page',
    ],
    ['JSON', bytesOf('{"error":"not found"}'), 'image-is-page'],
    ['text', bytesOf('Not found'), 'image-is-page'],
    ['text that begins with BM', bytesOf('BMW cars are not pictures of anything'), 'image-is-page'],
    ['text in UTF-16', bytesOf('\xff\xfe<\0h\0t\0m\0l\0>\0'), 'image-is-page'],
    [
      'a video',
      bytesOf([0, 0, 0, 24], 'ftypisom', u32(0), 'isommp42', new Uint8Array(40)),
      'image-unknown-type',
    ],
    ['a PDF', bytesOf('%PDF-1.7\n', [0, 1, 2, 0xff, 0xfe, 0x80]), 'image-pdf'],
    ['zeros', new Uint8Array(500), 'image-unknown-type'],
    ['a few random bytes', bytesOf([0x9c, 0xe1, 0x88, 0xff]), 'image-unknown-type'],
    [
      'HEIC',
      bytesOf([0, 0, 0, 24], 'ftypheic', u32(0), 'mif1heic', new Uint8Array(40)),
      'image-heic',
    ],
    [
      'HEIF by its second brand',
      bytesOf([0, 0, 0, 24], 'ftypmif1', u32(0), 'mif1heix', new Uint8Array(40)),
      'image-heic',
    ],
    ['a tracking pixel', withSize(png, 1, 1), 'image-too-small'],
    ['a spacer', withSize(png, 500, 15), 'image-too-small'],
    ['an endless strip', hugePng, 'image-too-large'],
    ['a decompression bomb', withSize(png, 20_000, 20_000), 'image-too-large'],
    ['no area', withSize(png, 0, 40), 'image-broken'],
    ['JPEG cut in half', cut(jpeg, 0.5), 'image-broken'],
    ['JPEG without its last bytes', jpeg.slice(0, -2), 'image-broken'],
    ['JPEG cut in its header', jpeg.slice(0, 30), 'image-broken'],
    ['JPEG start only', bytesOf([0xff, 0xd8, 0xff, 0xe0]), 'image-broken'],
    [
      'JPEG of garbage',
      bytesOf([0xff, 0xd8, 0xff, 0xff], new Uint8Array(9000).fill(3)),
      'image-broken',
    ],
    [
      'cut JPEG with a whole preview',
      cut(withSegments(jpeg, jpegSegment(0xe1, jpeg)), 0.8),
      'image-broken',
    ],
    ['PNG cut in half', cut(png, 0.5), 'image-broken'],
    ['PNG without its end', png.slice(0, -12), 'image-broken'],
    ['PNG signature only', png.slice(0, 8), 'image-broken'],
    [
      'PNG for iOS',
      bytesOf(png.subarray(0, 8), pngChunk('CgBI', u32(2)), png.subarray(8)),
      'image-broken',
    ],
    ['WebP cut in half', cut(webp, 0.5), 'image-broken'],
    ['WebP header only', webp.slice(0, 16), 'image-broken'],
    [
      'WebP whose picture is longer than the file',
      withBytes(webp, 16, u32le(webp.length)),
      'image-broken',
    ],
    ['GIF cut in half', cut(gif, 0.5), 'image-broken'],
    ['GIF header only', gif.slice(0, 13), 'image-broken'],
    ['AVIF cut in half', cut(avif, 0.5), 'image-broken'],
    ['AVIF without its last byte', avif.slice(0, -1), 'image-broken'],
    ['BMP cut in half', cut(bmp(40, 40, [0, 0, 0]), 0.5), 'image-broken'],
  ])('%s', async (_, bytes, code) => {
    await expect(inspectBytes(bytes)).rejects.toEqual(new ImageError(code));
  });

  test('more than 100 MB without reading it', async () => {
    const large = Object.defineProperty(new Blob([jpeg]), 'size', { value: 101 * 1024 * 1024 });
    await expect(inspect(large)).rejects.toMatchObject({ code: 'image-too-large' });
  });

  test('by content, not by declared type', async () => {
    expect((await inspectBytes(png, 'text/html')).type).toBe('png');
    await expect(inspectBytes(bytesOf('<html></html>'), 'image/jpeg')).rejects.toMatchObject({
      code: 'image-is-page',
    });
  });
});

/** The PNG with another size in its header. */
function withSize(source: Bytes, width: number, height: number): Bytes {
  const header = bytesOf(u32(width), u32(height), source.subarray(24, 29));
  return bytesOf(source.subarray(0, 8), pngChunk('IHDR', header), source.subarray(33));
}
