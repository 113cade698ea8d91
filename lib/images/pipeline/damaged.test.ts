import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import {
  cutPicture,
  damagedPicture,
  HOSTILE,
  noisyPicture,
  PICTURES,
  type Picture,
} from '@/tests/support/images/damaged-pictures';
import { watch } from '@/tests/support/images/watched-blob';
import { ByteSource } from '../formats/byte-source';
import { IMAGE_ERRORS, ImageError } from '../formats/errors';
import { withProvenance } from '../formats/provenance';
import type { ImageFacts } from '../formats/types';
import { inspect } from './inspect';
import { passThrough } from './pass-through';

const MB = 1024 * 1024;
/** A JPEG reader gives up after this many stray bytes; each of them is a step. */
const STRAY_BYTES = 4100;
/** Not zeros: those are an endless chain of empty PNG chunks (tests/support/images/hostile-bombs.ts). */
const TAIL = new Uint8Array(2 * MB).fill(0x7f);
const PROVENANCE = { at: 0, upscaler: 'Smart HD', target: '2K' };

const facts = new Map(
  await Promise.all(
    PICTURES.map(async ({ name, bytes }) => [name, await inspect(new Blob([bytes]))] as const),
  ),
);

describe(`damaged pictures, seed ${HOSTILE.seed}`, { timeout: 600_000 }, () => {
  test('each whole picture is read as sharp reads it', async () => {
    for (const { name, bytes, type } of PICTURES) {
      const found = await inspect(new Blob([bytes]));
      expect(found.type, name).toBe(type);
      expect(rawSize(found), name).toMatchObject(await sizeBySharp(bytes));
    }
  });

  test('a reader loads and walks no more than the file is worth', () =>
    check(100, damagedPicture, async ({ bytes }) => {
      const blob = new Blob([bytes, TAIL]);
      const loaded = watch(blob);
      const reads = vi.spyOn(ByteSource.prototype, 'read');
      await refusalOf(inspect(blob));
      const steps = reads.mock.calls.length;
      reads.mockRestore();
      expect(loaded.largest).toBeLessThanOrEqual(5 * MB);
      expect(loaded.total).toBeLessThanOrEqual(2 * blob.size + MB);
      expect(steps).toBeLessThanOrEqual(bytes.length + STRAY_BYTES);
    }));

  test('is refused by name, or read as sharp reads it', () =>
    check(400, damagedPicture, async ({ bytes }) => {
      const found = await refusalOf(inspect(new Blob([bytes])));
      if (typeof found === 'string') return expect(IMAGE_ERRORS).toContain(found);
      expect(found.bytes).toBe(bytes.length);
      expect(found.orientation).toBeOneOf([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(Math.min(found.width, found.height)).toBeGreaterThanOrEqual(16);
      expect(found.width * found.height).toBeLessThanOrEqual(200_000_000);
      // Sharp takes no GIF screen above 2048 px; hostile.browser.test.ts compares with Chromium.
      if (found.type !== 'gif') expect(rawSize(found)).toMatchObject(await sizeBySharp(bytes));
    }));

  test('without its end is refused, but a GIF may end behind its first frame', () =>
    check(400, cutPicture, async ({ name, type, bytes }) => {
      const found = await refusalOf(inspect(new Blob([bytes])));
      if (typeof found === 'string') expect(found).toBe('image-broken');
      else {
        expect(type).toBe('gif');
        const { animated: _, bytes: _bytes, ...same } = { ...facts.get(name) };
        expect(found).toMatchObject(same);
      }
    }));

  test('with noise in its pixels keeps its facts, or is refused as broken', () =>
    check(400, noisyPicture, async ({ name, bytes }) => {
      const found = await refusalOf(inspect(new Blob([bytes])));
      if (typeof found === 'string') return expect(found).toBe('image-broken');
      const { animated: _, ...same } = { ...facts.get(name) };
      expect(found).toMatchObject(same);
    }));

  test('passes through with its facts and its pixels, or is refused', () =>
    check(100, nativePicture, async ({ bytes, type }) => {
      const blob = new Blob([bytes]);
      await acceptedFacts(blob);
      fc.pre(type !== 'webp');
      const passed = await refusalOf(passThrough(blob));
      if (typeof passed === 'string') return expect(passed).toBe('image-broken');
      // An animation is re-encoded, and so is what is not 8-bit sRGB.
      if (!passed) {
        const { animated, colours } = await inspect(blob);
        return expect(animated || colours).toBeTruthy();
      }
      expect(passed.sent).toEqual({ ...passed.found, bytes: passed.image.size });
      expect(passed.image.size).toBeLessThanOrEqual(blob.size);
      await expectSamePixels(bytes, passed.image);
    }));

  test('keeps its facts and its pixels with provenance, or is refused', () =>
    check(100, nativePicture, async ({ bytes, type }) => {
      const blob = new Blob([bytes]);
      const before = await acceptedFacts(blob);
      const noted = await refusalOf(withProvenance(blob, type, PROVENANCE));
      if (typeof noted === 'string') return expect(IMAGE_ERRORS).toContain(noted);
      expect(await inspect(noted)).toEqual({ ...before, bytes: noted.size });
      await expectSamePixels(bytes, noted);
    }));
});

/** Whole and damaged pictures of the types that pass through. */
const nativePicture = fc
  .oneof(
    { arbitrary: fc.constantFrom(...PICTURES), weight: 1 },
    { arbitrary: noisyPicture, weight: 3 },
    { arbitrary: damagedPicture, weight: 1 },
  )
  .filter(({ type }) => ['jpeg', 'png', 'webp'].includes(type));

async function check(
  runs: number,
  pictures: fc.Arbitrary<Picture>,
  property: (picture: Picture) => Promise<unknown>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(pictures, async (picture) => void (await property(picture))),
    HOSTILE.runs(runs),
  );
}

/** Skips pictures that never reach the metadata stripper: refused ones and turned ones. */
async function acceptedFacts(blob: Blob): Promise<ImageFacts> {
  const found = await refusalOf(inspect(blob));
  fc.pre(typeof found === 'object' && found.orientation === 1);
  return found;
}

/** The result, or the code of the refusal. Anything else that is thrown fails the test. */
async function refusalOf<T>(work: Promise<T>): Promise<T | ImageError['code']> {
  return work.catch((error: unknown) => {
    if (error instanceof ImageError) return error.code;
    throw error;
  });
}

/** Size before the orientation is applied, px. Sharp and browsers differ on damaged EXIF. */
function rawSize({ width, height, orientation }: ImageFacts) {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** Size before the orientation is applied, px; nothing where sharp finds anything wrong. */
async function sizeBySharp(bytes: Uint8Array): Promise<Partial<ImageFacts>> {
  const image = sharp(bytes, { failOn: 'warning' });
  const decodes = await image
    .clone()
    .raw()
    .toBuffer()
    .then(Boolean, () => false);
  if (!decodes) return {};
  const { width, height } = await image.metadata();
  return { width, height };
}

async function expectSamePixels(before: Uint8Array, after: Blob): Promise<void> {
  const pixels = (bytes: Uint8Array) =>
    sharp(bytes, { failOn: 'error' })
      .raw()
      .toBuffer()
      .catch(() => 'undecodable');
  expect(await pixels(new Uint8Array(await after.arrayBuffer()))).toEqual(await pixels(before));
}
