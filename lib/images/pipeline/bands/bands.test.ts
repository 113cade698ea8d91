import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { inspect } from '../inspect';
import { LANCZOS3, MITCHELL } from './kernels';
import { bandsOf, type Raster, rowsOf } from './raster';
import { resampled } from './resample';
import { writePng } from './write-png';

const anyPicture = fc
  .record({ width: fc.integer({ min: 1, max: 50 }), height: fc.integer({ min: 1, max: 50 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
      .map((bytes): Raster => ({ data: new Uint8ClampedArray(bytes), width, height })),
  );

async function readBack(png: Blob) {
  return sharp(await png.arrayBuffer())
    .raw()
    .toBuffer({ resolveWithObject: true });
}

describe('writePng', () => {
  test('sharp reads the same pixels, alpha included', async () => {
    await fc.assert(
      fc.asyncProperty(anyPicture, fc.integer({ min: 1, max: 20 }), async (picture, rows) => {
        const png = await writePng(picture, bandsOf(rowsOf(picture), rows), true);
        const { data, info } = await readBack(png);
        expect(info).toMatchObject({ width: picture.width, height: picture.height, channels: 4 });
        expect(Buffer.compare(data, Buffer.from(picture.data))).toBe(0);
      }),
    );
  });

  test('writes no alpha if there is none to keep', async () => {
    const picture = { data: new Uint8ClampedArray(30 * 20 * 4).fill(77), width: 30, height: 20 };
    const png = await writePng(picture, [picture], false);
    const { data, info } = await readBack(png);
    expect(info.channels).toBe(3);
    expect(new Set(data)).toEqual(new Set([77]));
    expect(await inspect(png)).toMatchObject({ type: 'png', width: 30, height: 20 });
  });

  test('compresses about as well as libvips', async () => {
    const { data, info } = await sharp({
      create: {
        width: 600,
        height: 800,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    })
      .blur(6)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const picture = { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
    const theirs = await sharp(data, { raw: info }).removeAlpha().png().toBuffer();
    const ours = await writePng(picture, bandsOf(rowsOf(picture)), false);
    expect(ours.size).toBeLessThan(1.1 * theirs.length);
  });

  test('refuses rows that do not add up, and passes on why reading failed', async () => {
    const rows = { data: new Uint8ClampedArray(4 * 4 * 2), width: 4, height: 2 };
    await expect(writePng({ width: 4, height: 3 }, [rows], true)).rejects.toThrow(RangeError);
    await expect(writePng({ width: 5, height: 2 }, [rows], true)).rejects.toThrow(RangeError);
    const broken = (async function* () {
      yield rows;
      throw new Error('the file is gone');
    })();
    await expect(writePng({ width: 4, height: 9 }, broken, true)).rejects.toThrow('is gone');
  });
});

describe('resampled', () => {
  test('gives the same rows in any bands', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPicture,
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 1, max: 80 }),
        async (picture, width, height, rows) => {
          const source = resampled(rowsOf(picture), { width, height });
          const whole = await source.read(0, height);
          const parts: number[] = [];
          for await (const band of bandsOf(source, rows)) parts.push(...band.data);
          expect(parts).toEqual([...whole.data]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each([
    ['larger', 500, 700],
    ['smaller', 90, 61],
    ['much larger', 1000, 750],
  ])('%s: as libvips does it', async (_, width, height) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="150"><rect width="200" height="150" fill="#468"/><circle cx="90" cy="70" r="50" fill="#fc3"/><text x="20" y="120" font-size="40">Harbour</text></svg>`;
    const { data, info } = await sharp(Buffer.from(svg))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const theirs = await sharp(data, { raw: info })
      .resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
      .raw()
      .toBuffer();
    const source = rowsOf({ data: new Uint8ClampedArray(data), width: 200, height: 150 });
    const ours = await resampled(source, { width, height }, LANCZOS3).read(0, height);
    let sum = 0;
    for (let at = 0; at < theirs.length; at += 1) {
      sum += Math.abs((theirs[at] ?? 0) - (ours.data[at] ?? 0));
    }
    expect(sum / theirs.length).toBeLessThan(1);
  });

  test.each([LANCZOS3, MITCHELL])(
    'an even picture stays even, and one of the same size itself',
    async (kernel) => {
      const even = { data: new Uint8ClampedArray(12 * 9 * 4).fill(201), width: 12, height: 9 };
      const large = await resampled(rowsOf(even), { width: 40, height: 31 }, kernel).read(3, 20);
      expect(new Set(large.data)).toEqual(new Set([201]));
      const source = rowsOf(even);
      expect(resampled(source, { width: 12, height: 9 }, kernel)).toBe(source);
    },
  );
});
