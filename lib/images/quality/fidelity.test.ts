import { describe, expect, it } from 'vitest';
import { compareFidelity } from './fidelity';
import { labOf } from './fidelity-colour';
import type { Pixels } from './fidelity-structure';

const WIDTH = 24;
const HEIGHT = 16;

type Rgb = readonly [number, number, number];
type Colour = (x: number, y: number) => Rgb | readonly [...Rgb, number];

function paint(colour: Colour, width = WIDTH, height = HEIGHT): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const [r, g, b, alpha = 255] = colour(at % width, Math.floor(at / width));
    data.set([r, g, b, alpha], at * 4);
  }
  return { data, width, height };
}

/** Bytes of the generator that the independent computation used as well. */
function noise(seed: number): number[] {
  let state = BigInt(seed);
  return Array.from({ length: WIDTH * HEIGHT * 3 }, () => {
    state = (state * 1103515245n + 12345n) % 2n ** 31n;
    return Number((state >> 16n) & 255n);
  });
}

function fromBytes(bytes: readonly number[]): Pixels {
  const at = (x: number, y: number, channel: number) => bytes[(y * WIDTH + x) * 3 + channel] ?? 0;
  return paint((x, y) => [at(x, y, 0), at(x, y, 1), at(x, y, 2)]);
}

const ramp = Array.from({ length: WIDTH * HEIGHT * 3 }, (_, at) => {
  const pixel = Math.floor(at / 3);
  return ((pixel % WIDTH) * 9 + Math.floor(pixel / WIDTH) * 3 + (at % 3) * 20) % 256;
});
const grain = noise(7);
const mirrored = ramp.map((_, at) => {
  const pixel = Math.floor(at / 3);
  const from = Math.floor(pixel / WIDTH) * WIDTH + (WIDTH - 1 - (pixel % WIDTH));
  return ramp[from * 3 + (at % 3)] ?? 0;
});
const flat = (value: number) => paint(() => [value, value, value]);

describe('structure', () => {
  // Computed once with numpy: sliding 8 x 8 windows, BT.601 luma, population moments.
  it.each<[string, readonly number[], readonly number[], number]>([
    ['noise against other noise', noise(1), noise(2), 0.037785],
    [
      'a ramp with grain',
      ramp,
      ramp.map((value, at) =>
        Math.floor(Math.min(255, Math.max(0, value + ((grain[at] ?? 0) - 128) / 4)) + 0.5),
      ),
      0.878701,
    ],
    ['a ramp half as bright', ramp, ramp.map((value) => Math.floor(value / 2)), 0.652121],
    ['a ramp inverted', ramp, ramp.map((value) => 255 - value), -0.677625],
    ['a ramp mirrored', ramp, mirrored, -0.410251],
    ['noise against itself', noise(1), noise(1), 1],
  ])('of %s', (_, before, after, expected) => {
    const { structure } = compareFidelity(fromBytes(before), fromBytes(after));
    expect(structure).toBeCloseTo(expected, 5);
  });

  it('of two flat pictures is what the formula leaves: the likeness of their means', () => {
    const c1 = (0.01 * 255) ** 2;
    const expected = (2 * 100 * 150 + c1) / (100 ** 2 + 150 ** 2 + c1);
    expect(compareFidelity(flat(100), flat(150)).structure).toBeCloseTo(expected, 5);
  });

  it('is the same in both directions', () => {
    const forth = compareFidelity(fromBytes(ramp), fromBytes(noise(3))).structure;
    expect(compareFidelity(fromBytes(noise(3)), fromBytes(ramp)).structure).toBeCloseTo(forth, 10);
  });
});

describe('colour', () => {
  // Computed once with numpy from the inverse matrix and the 6/29 form of the curve.
  it.each<[[number, number, number], [number, number, number]]>([
    [
      [255, 255, 255],
      [100, 0, 0],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [255, 0, 0],
      [53.241, 80.092, 67.203],
    ],
    [
      [0, 128, 0],
      [46.227, -51.698, 49.897],
    ],
    [
      [18, 52, 86],
      [21.042, 1.054, -24.101],
    ],
    [
      [250, 200, 10],
      [82.732, 3.678, 83.038],
    ],
    [
      [5, 5, 5],
      [1.371, 0, 0],
    ],
  ])('of %j is %j', (rgb, lab) => {
    for (const [at, value] of labOf(rgb).entries()) expect(value).toBeCloseTo(lab[at] ?? 0, 2);
  });

  it('differs by the distance in L*a*b*', () => {
    const { colour } = compareFidelity(
      paint(() => [255, 255, 255]),
      paint(() => [255, 0, 0]),
    );
    expect(colour).toBeCloseTo(Math.hypot(100 - 53.241, 80.092, 67.203), 1);
  });
});

describe('the map', () => {
  const SIDE = 512;
  const stripes = (x: number, y: number): Rgb => {
    const value = (Math.floor(x / 5) + Math.floor(y / 7)) % 2 === 0 ? 220 : 40;
    return [value, value, value];
  };
  const inBox = (x: number, y: number) => x >= 320 && x < 352 && y >= 64 && y < 96;

  it('of the same picture is empty', () => {
    const picture = paint(stripes, SIDE, SIDE / 2);
    expect(compareFidelity(picture, picture)).toMatchObject({
      verdict: 'faithful',
      structure: 1,
      colour: 0,
      share: 0,
      map: { columns: 32, rows: 16, across: 32, down: 16, levels: new Array(32 * 16).fill(0) },
    });
  });

  it.each<[string, Colour]>([
    ['shifted', (x, y) => stripes(inBox(x, y) ? x + 5 : x, y)],
    ['tinted', (x, y) => (inBox(x, y) ? [240, 60, 60] : stripes(x, y))],
  ])('shows where something was %s, and leads there', (_, changed) => {
    const { verdict, worst, share, map } = compareFidelity(
      paint(stripes, SIDE, SIDE / 2),
      paint(changed, SIDE, SIDE / 2),
    );
    expect(verdict).toBe('differs');
    // The box is four cells; windows reach over its edge by less than one.
    expect(share * 32 * 16).toBeGreaterThanOrEqual(4);
    expect(share * 32 * 16).toBeLessThanOrEqual(16);
    expect((worst?.x ?? 0) * SIDE).toBeGreaterThan(304);
    expect((worst?.x ?? 0) * SIDE).toBeLessThan(368);
    expect((worst?.y ?? 0) * (SIDE / 2)).toBeGreaterThan(48);
    expect((worst?.y ?? 0) * (SIDE / 2)).toBeLessThan(112);
    expect(map.levels[0]).toBe(0);
  });

  it('ignores transparent pixels', () => {
    const hole: Colour = (x, y) => [...stripes(x, y), x < 256 ? 0 : 255];
    const filled: Colour = (x, y) => (x < 256 ? [0, 0, 0] : stripes(x, y));
    const { verdict, map } = compareFidelity(
      paint(hole, SIDE, SIDE / 2),
      paint(filled, SIDE, SIDE / 2),
    );
    expect(map.levels.slice(0, 15)).toEqual(new Array(15).fill(0));
    expect(verdict).toBe('faithful');
  });

  it('covers narrow pictures to their last px', () => {
    const tall = paint(stripes, 9, 500);
    const { map } = compareFidelity(tall, tall);
    expect(map).toMatchObject({ columns: 1, rows: 32, across: 9 / 16, down: 500 / 16 });
    const end: Colour = (x, y) => stripes(x, y < 492 ? y : y + 7);
    expect(compareFidelity(tall, paint(end, 9, 500)).map.levels.at(-1)).toBeGreaterThan(0.5);
  });
});

it.each<[string, Pixels, Pixels]>([
  ['of two sizes', flat(0), paint(() => [0, 0, 0], 8, 8)],
  ['narrower than a window', paint(() => [0, 0, 0], 7, 90), paint(() => [0, 0, 0], 7, 90)],
])('refuses pictures %s', (_, before, after) => {
  expect(() => compareFidelity(before, after)).toThrow(RangeError);
});
