import { describe, expect, test } from 'vitest';
import type { Raster } from '../bands/raster';
import { placesFrom, shiftBetween } from './register';
import { seamPath } from './seam-path';
import { inTone, SAME_TONE, shareAt, toneBetween } from './tone';

type Grey = (x: number, y: number) => number;

function painted(width: number, height: number, grey: Grey): Raster {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) {
    data.fill(grey(at % width, Math.floor(at / width)), at * 4, at * 4 + 3);
  }
  return { data, width, height };
}

const waves: Grey = (x, y) => 128 + 60 * Math.sin(x / 5 + y / 11) + 50 * Math.cos(y / 6 - x / 17);

describe('shiftBetween', () => {
  test.each([
    [0, 0],
    [1, 0],
    [0, -1],
    [3, 2],
    [-4, 4],
  ])('finds a displacement of %i, %i, in another tone too', (x, y) => {
    const a = painted(120, 60, waves);
    const b = painted(120, 60, (px, py) => 0.93 * waves(px - x, py - y) + 9);
    expect(shiftBetween(a, b)).toEqual({ x, y });
  });

  test('finds none in an even place, in noise, or in a strip too thin for it', () => {
    const even = painted(100, 50, () => 250);
    expect(
      shiftBetween(
        even,
        painted(100, 50, () => 244),
      ),
    ).toEqual({ x: 0, y: 0 });
    const noise = (seed: number) =>
      painted(100, 50, (x, y) => (x * 7919 + y * 104_729 * seed) % 256);
    expect(shiftBetween(noise(1), noise(5))).toEqual({ x: 0, y: 0 });
    const thin = painted(100, 12, waves);
    expect(
      shiftBetween(
        thin,
        painted(100, 12, (x, y) => waves(x - 1, y)),
      ),
    ).toEqual({ x: 0, y: 0 });
  });

  test('parts are moved so that neighbours meet and the whole stays', () => {
    expect(placesFrom([])).toEqual([{ x: 0, y: 0 }]);
    const places = placesFrom([
      { x: 1, y: 2 },
      { x: -1, y: -2 },
    ]);
    expect(places[1]).toEqual({ x: (places[0]?.x ?? 0) - 1, y: (places[0]?.y ?? 0) - 2 });
    expect(places[2]).toEqual(places[0]);
  });
});

describe('toneBetween', () => {
  const soft: Grey = (x, y) => 128 + 70 * Math.sin(x / 60) + 30 * Math.cos(y / 40);

  test('brings both to the middle', () => {
    const a = painted(400, 120, soft);
    const b = painted(400, 120, (x, y) => 1.05 * soft(x, y) - 8);
    const [first, second] = toneBetween(a, b);
    const [ours, theirs] = [inTone(a, first), inTone(b, second)];
    for (let at = 0; at < a.data.length; at += 4) {
      const middle = ((a.data[at] ?? 0) + (b.data[at] ?? 0)) / 2;
      expect(Math.abs((ours.data[at] ?? 0) - middle)).toBeLessThan(2);
      expect(Math.abs((theirs.data[at] ?? 0) - middle)).toBeLessThan(2);
    }
  });

  test('sharpness is no tone', () => {
    const detail =
      (strength: number): Grey =>
      (x, y) =>
        soft(x, y) + strength * Math.sin(x * 1.3);
    const [first] = toneBetween(painted(400, 120, detail(10)), painted(400, 120, detail(30)));
    expect(Math.max(...first.map(Math.abs))).toBeLessThan(1);
  });

  test('white alone says little about the rest, and another picture nothing', () => {
    const [first, second] = toneBetween(
      painted(200, 60, () => 250),
      painted(200, 60, () => 240),
    );
    expect(first[250]).toBeCloseTo(-5);
    expect(second[240]).toBeCloseTo(5);
    for (const change of [...first, ...second].map(Math.abs)) expect(change).toBeLessThan(5.01);
    expect(Math.abs(first[30] ?? 0)).toBeLessThan(1);
    const other = toneBetween(
      painted(200, 60, () => 20),
      painted(200, 60, () => 200),
    );
    expect(other).toEqual([SAME_TONE, SAME_TONE]);
  });

  test('white that one of both cut off does not change the contrast of the rest', () => {
    const panel: Grey = (x, y) => (y < 60 ? 255 : 100 + 20 * Math.sin(x / 50));
    const a = painted(320, 120, (x, y) => Math.min(255, 1.04 * panel(x, y) + 4));
    const b = painted(320, 120, (x, y) => 0.97 * panel(x, y) - 3);
    const [first, second] = toneBetween(a, b);
    const [ours, theirs] = [inTone(a, first), inTone(b, second)];
    for (let at = 0; at < a.data.length; at += 4) {
      expect(Math.abs((ours.data[at] ?? 0) - (theirs.data[at] ?? 0))).toBeLessThan(3);
    }
    // A level that neither shows.
    expect(Math.abs(first[30] ?? 0)).toBeLessThan(8);
  });

  test('a brighter level never becomes the darker one', () => {
    const noise =
      (seed: number): Grey =>
      (x, y) =>
        (((x >> 4) * 37 + (y >> 4) * 91) % 200) + (((x >> 4) * seed) % 25);
    const [first] = toneBetween(painted(300, 100, noise(3)), painted(300, 100, noise(7)));
    for (let level = 1; level < 256; level += 1) {
      expect(level + (first[level] ?? 0)).toBeGreaterThan(level - 1 + (first[level - 1] ?? 0));
    }
  });

  test('the change fades along the part', () => {
    const ramp = { before: { at: 20, tone: SAME_TONE }, after: { at: 120, tone: SAME_TONE } };
    expect([0, 20, 70, 120, 300].map((at) => shareAt(ramp, at))).toEqual([0, 0, 0.5, 1, 1]);
  });
});

test('seamPath goes around what differs', () => {
  const a = painted(60, 40, () => 100);
  const b = painted(60, 40, (x, y) => (x > 20 && x < 40 && y > 12 && y < 24 ? 200 : 100));
  const path = seamPath(a, b, 5, 35);
  expect(path).toHaveLength(60);
  for (const [x, y] of path.entries()) {
    expect(y).toBeGreaterThanOrEqual(5);
    expect(y).toBeLessThan(35);
    if (x > 20 && x < 40) expect(y <= 12 || y >= 24).toBe(true);
    if (x > 0) expect(Math.abs(y - (path[x - 1] ?? 0))).toBeLessThanOrEqual(1);
  }
});
