import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { bytesOf, u32, withBytes } from '@/tests/support/images/image-files';
import { prepare } from './prepare';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c63' } });
const blobOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]);
const svg = new Blob([bytesOf('<svg viewBox="0 0 30 10"></svg>')]);

// Node has neither createImageBitmap nor OffscreenCanvas, so these pictures are not decoded.
describe('prepare passes through', () => {
  test.each(['jpeg', 'png'] as const)('a %s', async (format) => {
    const bytes = await picture(40, 30).toFormat(format).toBuffer();
    const blob = blobOf(bytes);
    const prepared = await prepare(blob, { target: '2k' });
    expect(prepared.image).toBe(blob);
    expect(prepared.sent).toBe(prepared.found);
    expect(prepared.changes).toEqual([]);
    expect(prepared.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('a JPEG of 4096 x 3072', { timeout: 60_000 }, async () => {
    const blob = blobOf(await picture(4096, 3072).jpeg({ quality: 60 }).toBuffer());
    const prepared = await prepare(blob, { target: '4k' });
    expect(prepared.image).toBe(blob);
    expect(prepared.found).toMatchObject({ width: 4096, height: 3072 });
  });
});

describe('prepare and SVG', () => {
  test.each([
    ['2k', 2048, 683],
    ['4k', 4096, 1365],
  ] as const)('drawn at %s', async (target, width, height) => {
    const rasteriseSvg = vi.fn(async (_svg: Blob, longSide: number) => ({
      image: blobOf(
        await picture(longSide, Math.round(longSide / 3))
          .png()
          .toBuffer(),
      ),
      // As large as its content, which only the renderer knows.
      width: 29.6,
      height: 9.9,
    }));
    const prepared = await prepare(svg, { target, rasteriseSvg });
    expect(rasteriseSvg).toHaveBeenCalledExactlyOnceWith(svg, width);
    expect(prepared.changes).toEqual(['rasterised']);
    expect(prepared.found).toMatchObject({ type: 'svg', width: 30, height: 10 });
    expect(prepared.sent).toMatchObject({ type: 'png', width, height });
  });

  test.each([
    ['there is no renderer', undefined],
    ['drawing fails', () => Promise.reject(new Error('no'))],
    ['drawing gives nothing', async () => ({ image: new Blob([]), width: 30, height: 10 })],
  ])('refused when %s', async (_, rasteriseSvg) => {
    const options = rasteriseSvg
      ? { target: '2k' as const, rasteriseSvg }
      : { target: '2k' as const };
    await expect(prepare(svg, options)).rejects.toMatchObject({ code: 'image-svg-unreadable' });
  });
});

test('prepare times out on an endless drawing', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let started = () => {};
    const asked = new Promise<void>((resolve) => {
      started = resolve;
    });
    const rasteriseSvg = () => {
      started();
      return new Promise<never>(() => {});
    };
    const prepared = expect(prepare(svg, { target: '2k', rasteriseSvg })).rejects.toMatchObject({
      code: 'image-svg-unreadable',
    });
    await asked;
    await vi.advanceTimersByTimeAsync(60_000);
    await prepared;
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('prepare does not count the video behind a photo', async () => {
  const jpeg = await picture(40, 30).jpeg().toBuffer();
  const moving = new Blob([new Uint8Array(jpeg), new Uint8Array(5000)]);
  const limits = { bytes: jpeg.length, longSide: 8192 };
  const { image, changes } = await prepare(moving, { target: '2k', limits });
  expect([image.size, changes]).toEqual([jpeg.length, []]);
});

test('prepare refuses a drawing that is too large before it is drawn', async () => {
  const rasteriseSvg = vi.fn();
  const limits = { bytes: svg.size - 1, longSide: 8192 };
  await expect(prepare(svg, { target: '2k', rasteriseSvg, limits })).rejects.toMatchObject({
    code: 'image-too-large',
  });
  expect(rasteriseSvg).not.toHaveBeenCalled();
});

test('prepare names what inspect refuses', async () => {
  const page = new Blob(['<html></html>']);
  await expect(prepare(page, { target: '2k' })).rejects.toMatchObject({ code: 'image-is-page' });
});

test.each([
  [8_192, 6_144, 'image-broken'],
  [9_000, 6_000, 'image-too-many-pixels'],
  [14_000, 14_000, 'image-too-many-pixels'],
])('prepare decodes a picture of %i x %i only within its memory', async (width, height, code) => {
  const small = new Uint8Array(await picture(40, 30).png().toBuffer());
  const claimed = withBytes(withBytes(small, 16, u32(width)), 20, u32(height));
  // Node decodes nothing, so what would be decoded is broken here.
  await expect(prepare(new Blob([claimed]), { target: '2k' })).rejects.toMatchObject({ code });
});
