import { describe, expect, test } from 'vitest';
import {
  animatedPng,
  bmp,
  bytesOf,
  fromBase64,
  orientedJpeg,
  pngChunk,
  u32,
  withChunks,
} from '@/tests/support/images/image-files';
import type { ImageErrorCode } from '../formats/errors';
import type { ImageChange, ImageFacts } from '../formats/types';
import { isOpaqueFile } from './opaque';
import { prepare } from './prepare';
import { thumbnail } from './thumbnail';

type Bytes = Uint8Array<ArrayBuffer>;
type Rgba = readonly [number, number, number, number];

/** 32 x 16 px by sharp; the animations are red, then blue; the AVIF is red. */
const GIF =
  'R0lGODlhIAAQAIAAAExpcf8AACH/C05FVFNDQVBFMi4wAwEAAAAh+QQFCgAAACwAAAAAIAAQAAACFIyPqcvtD6OctNqLs968+w+G4kgVACH5BAUKAAAALAAAAAAgABAAgExpcQAA/wIUjI+py+0Po5y02ouz3rz7D4biSBUAOw==';
const WEBP =
  'UklGRoQAAABXRUJQVlA4WAoAAAACAAAAHwAADwAAQU5JTQYAAAD/////AABBTk1GKAAAAAAAAAAAAB8AAA8AAGQAAAJWUDhMDwAAAC8fwAMABxD9j/4HIqL/AQBBTk1GKAAAAAAAAAAAAB8AAA8AAGQAAABWUDhMDwAAAC8fwAMABxDR//4HIqL/AQA=';
const AVIF =
  'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAAAAACYAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAACAAAAAQAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAubWRhdBIACgg4EP/tICGg0jIYF4JjBMAAMoAAAABX1x2LviCTlJl8l0kS';

const RED: Rgba = [255, 0, 0, 255];
const BLUE: Rgba = [0, 0, 255, 255];

/** Red in the left upper quarter, blue elsewhere. */
function corner(context: OffscreenCanvasRenderingContext2D, width: number, height: number) {
  context.fillStyle = '#00f';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#f00';
  context.fillRect(0, 0, width / 2, height / 2);
}

function noise(context: OffscreenCanvasRenderingContext2D, width: number, height: number) {
  const picture = context.createImageData(width, height);
  for (let row = 0; row < height; row += 64) {
    crypto.getRandomValues(
      new Uint8Array(
        picture.data.buffer,
        row * width * 4,
        Math.min(64, height - row, Math.floor(65536 / (width * 4))) * width * 4,
      ),
    );
  }
  for (let at = 3; at < picture.data.length; at += 4) picture.data[at] = 255;
  context.putImageData(picture, 0, 0);
}

async function paint(
  width: number,
  height: number,
  type: 'image/png' | 'image/jpeg' | 'image/webp',
  how: typeof corner,
): Promise<Bytes> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  how(context, width, height);
  return new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.9 })).arrayBuffer());
}

const blobOf = (...parts: Bytes[]) => new Blob(parts);

async function pixels(blob: Blob) {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const at = (x: number, y: number) => Array.from(context?.getImageData(x, y, 1, 1).data ?? []);
  const { width, height } = bitmap;
  return {
    width,
    height,
    corners: [at(1, 1), at(width - 2, 1), at(1, height - 2), at(width - 2, height - 2)],
  };
}

function expectNear(actual: number[] | undefined, expected: Rgba) {
  expected.forEach((value, channel) => {
    expect(Math.abs((actual?.[channel] ?? -1000) - value)).toBeLessThan(12);
  });
}

describe('prepare rewrites', () => {
  test.each<[string, () => Promise<Bytes>, ImageChange[], Partial<ImageFacts>, Rgba]>([
    [
      'GIF',
      async () => fromBase64(GIF),
      ['converted', 'first-frame'],
      { width: 32, height: 16 },
      RED,
    ],
    ['AVIF', async () => fromBase64(AVIF), ['converted'], { width: 32, height: 16 }, RED],
    ['BMP', async () => bmp(20, 30, [0, 0, 255]), ['converted'], { width: 20, height: 30 }, RED],
    [
      'animated WebP',
      async () => fromBase64(WEBP),
      ['converted', 'first-frame'],
      { width: 32, height: 16 },
      RED,
    ],
    [
      'animated PNG',
      async () => animatedPng(await paint(40, 20, 'image/png', corner)),
      ['first-frame'],
      { width: 40, height: 20 },
      RED,
    ],
  ])('%s to PNG', async (_, make, changes, size, colour) => {
    const prepared = await prepare(blobOf(await make()), { target: '2k' });
    expect(prepared.changes).toEqual(changes);
    expect(prepared.sent).toMatchObject({ type: 'png', animated: false, orientation: 1, ...size });
    expect(prepared.sent.bytes).toBe(prepared.image.size);
    expectNear((await pixels(prepared.image)).corners[0], colour);
  });

  // Where the red corner of the stored picture is shown: left upper, right upper, left lower, right lower.
  test.each([
    [2, 1],
    [3, 3],
    [4, 2],
    [5, 0],
    [6, 1],
    [7, 3],
    [8, 2],
  ])('orientation %i upright', async (orientation, redCorner) => {
    const exif = bytesOf(
      'MM\0*',
      u32(8),
      [0, 1],
      [1, 0x12, 0, 3],
      u32(1),
      [0, orientation, 0, 0],
      u32(0),
    );
    const jpeg = orientedJpeg(await paint(64, 32, 'image/jpeg', corner), orientation);
    const png = withChunks(await paint(64, 32, 'image/png', corner), pngChunk('eXIf', exif));
    for (const [source, type] of [
      [jpeg, 'jpeg'],
      [png, 'png'],
    ] as const) {
      const { found, sent, image, changes } = await prepare(blobOf(source), { target: '2k' });
      const size = orientation >= 5 ? { width: 32, height: 64 } : { width: 64, height: 32 };
      expect(changes).toEqual(['turned-upright']);
      expect(found).toMatchObject({ ...size, orientation });
      expect(sent).toMatchObject({ ...size, orientation: 1, type });
      const { corners } = await pixels(image);
      corners.forEach((colour, index) => {
        expectNear(colour, index === redCorner ? RED : BLUE);
      });
    }
  });

  test('a picture that is too long', async () => {
    const limits = { bytes: 1e6, longSide: 100 };
    for (const format of ['png', 'jpeg', 'webp'] as const) {
      const blob = blobOf(await paint(400, 200, `image/${format}`, corner));
      const { sent, changes } = await prepare(blob, { target: '2k', limits });
      expect(changes).toEqual(format === 'webp' ? ['converted', 'shrunk'] : ['shrunk']);
      expect(sent).toMatchObject({
        type: format === 'jpeg' ? 'jpeg' : 'png',
        width: 100,
        height: 50,
      });
    }
  });

  test('a WebP of a photo to JPEG, which is smaller than PNG', async () => {
    const blob = blobOf(await paint(400, 300, 'image/webp', noise));
    const { sent, changes } = await prepare(blob, { target: '2k' });
    expect(changes).toEqual(['converted']);
    expect(sent).toMatchObject({ type: 'jpeg', width: 400, height: 300 });
  });

  test('a WebP with one transparent pixel, and keeps that pixel', async () => {
    const blob = blobOf(
      await paint(600, 700, 'image/webp', (context) => {
        noise(context, 600, 700);
        context.clearRect(599, 699, 1, 1);
      }),
    );
    const { shown, transparency } = await prepare(blob, { target: '2k' });
    expect(transparency).toEqual({ kind: 'kept' });
    expect(await isOpaqueFile(shown ?? new Blob())).toBe(false);
  });

  test.each(['png', 'jpeg'] as const)('a %s that is too heavy, quality first', async (format) => {
    const blob = blobOf(await paint(200, 200, `image/${format}`, noise));
    const slightly = { bytes: blob.size - 1, longSide: 8192 };
    const { sent, changes } = await prepare(blob, { target: '2k', limits: slightly });
    expect(changes).toEqual(['shrunk']);
    expect(sent).toMatchObject({ type: 'jpeg', width: 200, height: 200 });

    const much = { bytes: Math.floor(blob.size / 10), longSide: 8192 };
    const small = await prepare(blob, { target: '2k', limits: much });
    expect(small.sent.bytes).toBeLessThanOrEqual(much.bytes);
    expect(small.sent.width).toBeLessThan(200);
    expect(small.changes).toEqual(['shrunk']);

    await expect(
      prepare(blob, { target: '2k', limits: { bytes: 10, longSide: 99 } }),
    ).rejects.toMatchObject({ code: 'image-too-large' });
  });

  test('transparency survives', async () => {
    const half = await paint(64, 64, 'image/png', (context) => {
      noise(context, 64, 64);
      context.clearRect(32, 0, 32, 64);
    });
    for (const limits of [
      { bytes: 1e6, longSide: 40 },
      { bytes: half.length - 1, longSide: 999 },
    ]) {
      const { shown } = await prepare(blobOf(half), { target: '2k', limits });
      const { corners } = await pixels(shown ?? new Blob());
      expect(corners.map((colour) => (colour[3] ?? 0) > 128)).toEqual([true, false, true, false]);
    }
  });
});

describe('thumbnail', () => {
  test.each([
    [400, 200, 144, 72],
    [200, 400, 72, 144],
    [60, 30, 60, 30],
    [3000, 20, 144, 1],
  ])('of %i x %i is %i x %i', async (width, height, expectedWidth, expectedHeight) => {
    const { image, blank } = await thumbnail(
      blobOf(await paint(width, height, 'image/png', corner)),
    );
    expect(image.type).toBe('image/webp');
    expect(await pixels(image)).toMatchObject({ width: expectedWidth, height: expectedHeight });
    expect(blank).toBe(false);
  });

  test('is upright', async () => {
    const lying = orientedJpeg(await paint(640, 320, 'image/jpeg', corner), 6);
    const { image } = await thumbnail(blobOf(lying), 100);
    const { width, height, corners } = await pixels(image);
    expect([width, height]).toEqual([50, 100]);
    expect((corners[1]?.[0] ?? 0) > 200).toBe(true);
    expect((corners[0]?.[2] ?? 0) > 200).toBe(true);
  });

  test.each<[string, typeof corner, boolean]>([
    ['transparent', () => undefined, true],
    ['white', (context) => fill(context, '#fff'), true],
    ['nearly black', (context) => fill(context, '#000', 300, '#010101', 40), true],
    ['a faint gradient', (context) => fill(context, '#fff', 300, '#f8f8f8', 40), false],
    ['a small dot', (context) => fill(context, '#fff', 300, '#000', 12), false],
    ['a shape in the alpha only', (context) => fill(context, '#000', 40), false],
  ])('of a picture that is %s', async (_, how, expected) => {
    const { blank } = await thumbnail(blobOf(await paint(300, 300, 'image/png', how)));
    expect(blank).toBe(expected);
  });

  test('of a photo of one colour is blank in spite of JPEG', async () => {
    const jpeg = await paint(300, 300, 'image/jpeg', (context) => fill(context, '#7a3'));
    expect((await thumbnail(blobOf(jpeg))).blank).toBe(true);
  });

  test.each<[string, () => Promise<Bytes>, ImageErrorCode]>([
    ['PNG data', async () => damaged(await paint(200, 200, 'image/png', noise)), 'image-broken'],
    ['a page', async () => bytesOf('<html></html>'), 'image-unknown-type'],
    ['SVG', async () => bytesOf('<svg viewBox="0 0 9 9"/>'), 'image-unknown-type'],
  ])('of damaged or undecodable input is refused: %s', async (_, make, code) => {
    await expect(thumbnail(blobOf(await make()))).rejects.toMatchObject({ code });
  });

  test('a GIF cut behind its first frame still decodes', async () => {
    const cut = blobOf(fromBase64(GIF).slice(0, -30));
    const { image } = await prepare(cut, { target: '2k' });
    expectNear((await pixels((await thumbnail(image)).image)).corners[0], RED);
  });

  test('of 8000 x 6000 keeps no full-size bitmap and is quick', async () => {
    const jpeg = blobOf(
      await paint(8000, 6000, 'image/jpeg', (context) => {
        const gradient = context.createLinearGradient(0, 0, 8000, 6000);
        gradient.addColorStop(0, '#fc3');
        gradient.addColorStop(1, '#136');
        context.fillStyle = gradient;
        context.fillRect(0, 0, 8000, 6000);
      }),
    );
    const held: number[] = [];
    const original = globalThis.createImageBitmap;
    globalThis.createImageBitmap = (async (...args: Parameters<typeof original>) => {
      const bitmap = await original(...args);
      held.push(bitmap.width * bitmap.height);
      return bitmap;
    }) as typeof original;
    try {
      const started = performance.now();
      const { image, blank } = await thumbnail(jpeg);
      const ms = Math.round(performance.now() - started);
      expect(blank).toBe(false);
      expect(await pixels(image)).toMatchObject({ width: 144, height: 108 });
      expect(held[0]).toBe(144 * 108);
      expect(ms).toBeLessThan(10_000);
      const again = performance.now();
      const limits = { bytes: jpeg.size, longSide: 8000 };
      expect((await prepare(jpeg, { target: '4k', limits })).image).toBe(jpeg);
      expect(performance.now() - again).toBeLessThan(2000);
    } finally {
      globalThis.createImageBitmap = original;
    }
  }, 30_000);

  test('works in a worker, without a DOM', async () => {
    const worker = new Worker(
      new URL('../../../tests/support/images/prepare-worker.ts', import.meta.url),
      { type: 'module' },
    );
    const answer = new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => resolve(data));
      worker.addEventListener('error', reject);
    });
    worker.postMessage(blobOf(bmp(20, 20, [1, 2, 3])));
    expect(await answer).toEqual(['png', ['converted'], 'undefined']);
    worker.terminate();
  });
});

/** One colour from the left upper corner on, and a square of another one in it. */
function fill(
  context: OffscreenCanvasRenderingContext2D,
  colour: string,
  size = 300,
  inner = colour,
  innerSize = 0,
): void {
  context.fillStyle = colour;
  context.fillRect(0, 0, size, size);
  context.fillStyle = inner;
  context.fillRect(100, 100, innerSize, innerSize);
}

/** Whole by its structure, broken in its data. */
function damaged(png: Bytes): Bytes {
  const bytes = png.slice();
  bytes.fill(0, 60, Math.floor(bytes.length / 2));
  return bytes;
}
