import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitTransparency } from '@/tests/support/images/split';
import { bandsOf, type Raster, rowsOf } from '../bands/raster';
import { enlargedAlpha } from './enlarge-alpha';
import { joinAlpha } from './join-alpha';

type Rgba = readonly [number, number, number, number];

function painted(width: number, height: number, colour: (x: number, y: number) => Rgba): Raster {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    data.set(colour(at % width, Math.floor(at / width)), at * 4);
  }
  return { data, width, height };
}

const pixel = ({ data, width }: Raster, x: number, y: number) => [
  ...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4),
];

const anyPicture = fc
  .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
      .map((bytes): Raster => ({ data: new Uint8ClampedArray(bytes), width, height })),
  );

describe('splitTransparency', () => {
  test('keeps the alpha, the bytes of trusted pixels, and makes the colour opaque', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const before = picture.data.slice();
        const alpha = splitTransparency(picture);
        for (let at = 0; at < alpha.data.length; at += 1) {
          expect(alpha.data[at]).toBe(before[at * 4 + 3]);
          expect(picture.data[at * 4 + 3]).toBe(255);
          if ((before[at * 4 + 3] ?? 0) < 64) continue;
          expect(picture.data.slice(at * 4, at * 4 + 3)).toEqual(before.slice(at * 4, at * 4 + 3));
        }
      }),
    );
  });

  test('invents no colour outside the range of the visible ones', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const seen = [0, 1, 2].map((channel) => {
          const values: number[] = [];
          for (let at = 0; at < picture.data.length; at += 4) {
            if (picture.data[at + 3] !== 0) values.push(picture.data[at + channel] ?? 0);
          }
          return values;
        });
        splitTransparency(picture);
        for (let at = 0; at < picture.data.length; at += 1) {
          const values = seen[at % 4];
          if (!values?.length) continue;
          expect(picture.data[at]).toBeGreaterThanOrEqual(Math.min(...values) - 1);
          expect(picture.data[at]).toBeLessThanOrEqual(Math.max(...values) + 1);
        }
      }),
    );
  });

  test('does not trust the colour under fully transparent pixels', () => {
    const picture = painted(64, 48, (x, y) =>
      Math.hypot(x - 30, y - 20) < 9 ? [200, 40, 10, 255] : [0, 255, 0, 0],
    );
    splitTransparency(picture);
    for (let at = 0; at < picture.data.length; at += 4) {
      expect([...picture.data.slice(at, at + 4)]).toEqual([200, 40, 10, 255]);
    }
  });

  test('fills with the nearest colour first', () => {
    const picture = painted(64, 16, (x) => {
      if (x < 8) return [255, 0, 0, 255];
      return x >= 56 ? [0, 0, 255, 255] : [9, 9, 9, 0];
    });
    splitTransparency(picture);
    const [red = 0, , blue = 0] = pixel(picture, 10, 8);
    expect(red).toBeGreaterThan(220);
    expect(blue).toBeLessThan(40);
    const [redAfter = 0, , blueAfter = 0] = pixel(picture, 53, 8);
    expect(redAfter).toBeLessThan(40);
    expect(blueAfter).toBeGreaterThan(220);
  });

  test('has no jump between what is filled and what was there', () => {
    const picture = painted(80, 80, (x, y) =>
      Math.hypot(x - 40, y - 40) < 20 ? [3 * x, 2 * y, 120, 255] : [0, 0, 0, 0],
    );
    splitTransparency(picture);
    for (let y = 0; y < 80; y += 1) {
      for (let x = 0; x < 79; x += 1) {
        const [a = 0] = pixel(picture, x, y);
        const [b = 0] = pixel(picture, x + 1, y);
        expect(Math.abs(a - b)).toBeLessThanOrEqual(20);
      }
    }
  });

  test('a picture without any visible pixel becomes grey', () => {
    const picture = painted(5, 3, () => [255, 0, 255, 0]);
    splitTransparency(picture);
    for (let x = 0; x < 5; x += 1) expect(pixel(picture, x, 1)).toEqual([128, 128, 128, 255]);
  });
});

describe('enlargedAlpha', () => {
  const plane = (picture: Raster) => splitTransparency(picture);

  test('gives the same rows in any bands', () => {
    fc.assert(
      fc.property(
        anyPicture,
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 90 }),
        (picture, width, height, rows) => {
          const alpha = enlargedAlpha(plane(picture), { width, height });
          const whole = alpha.read(0, height);
          const parts: number[] = [];
          for (let top = 0; top < height; top += rows) {
            parts.push(...alpha.read(top, Math.min(rows, height - top)));
          }
          expect(parts).toEqual([...whole]);
        },
      ),
    );
  });

  test('a mask of 0 and 255 stays one, but for one pixel at its edge', () => {
    const mask = painted(40, 40, (x, y) => [0, 0, 0, Math.hypot(x - 20, y - 18) < 12 ? 255 : 0]);
    const { data } = { data: enlargedAlpha(plane(mask), { width: 320, height: 320 }).read(0, 320) };
    const between = data.filter((value) => value > 8 && value < 247).length;
    // The circle is 600 px long at this size.
    expect(between).toBeLessThan(1300);
    expect(data[160 * 320 + 160]).toBe(255);
    expect(data[0]).toBe(0);
  });

  test('a slope stays a slope, without steps', () => {
    const slope = painted(64, 8, (x) => [0, 0, 0, x * 4]);
    const row = enlargedAlpha(plane(slope), { width: 512, height: 64 }).read(30, 1);
    for (let x = 16; x < 490; x += 1) {
      expect((row[x + 1] ?? 0) - (row[x] ?? 0)).toBeLessThanOrEqual(1);
      expect((row[x + 1] ?? 0) - (row[x] ?? 0)).toBeGreaterThanOrEqual(0);
    }
  });

  test.each([0, 1, 128, 255])('an even alpha of %i stays even', (value) => {
    const even = painted(30, 20, () => [10, 20, 30, value]);
    const rows = enlargedAlpha(plane(even), { width: 77, height: 51 }).read(0, 51);
    expect(new Set(rows)).toEqual(new Set([value]));
  });

  test('an alpha of the same size passes through', () => {
    const picture = painted(9, 7, (x, y) => [0, 0, 0, x * 20 + y]);
    const alpha = plane(picture);
    expect([...enlargedAlpha(alpha, { width: 9, height: 7 }).read(2, 3)]).toEqual([
      ...alpha.data.slice(18, 45),
    ]);
  });
});

test('joinAlpha puts the alpha back and clears what nobody can see', async () => {
  const small = painted(8, 8, (x) => [200, 100, 50, x < 4 ? 255 : 0]);
  const alpha = splitTransparency(small);
  const result = painted(32, 32, () => [201, 99, 52, 255]);
  const rows: number[][] = [];
  for await (const band of joinAlpha(bandsOf(rowsOf(result), 5), alpha, result)) {
    for (let y = 0; y < band.height; y += 1) rows.push(pixel(band, 2, y), pixel(band, 30, y));
  }
  expect(rows).toHaveLength(64);
  expect(new Set(rows.map(String))).toEqual(new Set(['201,99,52,255', '0,0,0,0']));
});
