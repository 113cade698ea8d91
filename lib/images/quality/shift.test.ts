import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pixels } from './fidelity-structure';
import { estimateShift } from './shift';

const SIZE = { width: 160, height: 120 };

/** A picture of waves of all directions, displaced by a fraction of a px: it is drawn there, and not resampled. */
function waves(
  { x: dx, y: dy }: { x: number; y: number },
  { seed = 1, noise = 0, stretch = 1 } = {},
): Pixels {
  const random = randomFrom(seed);
  const parts = Array.from({ length: 24 }, () => {
    const angle = random() * 2 * Math.PI;
    const speed = 0.05 + random() * 0.5;
    return {
      x: Math.cos(angle) * speed,
      y: Math.sin(angle) * speed,
      at: random() * 6.3,
      height: 3 + random() * 8,
    };
  });
  const grain = randomFrom(seed + 1000);
  const data = new Uint8ClampedArray(SIZE.width * SIZE.height * 4);
  for (let v = 0; v < SIZE.height; v += 1) {
    for (let u = 0; u < SIZE.width; u += 1) {
      const [x, y] = [u * stretch - dx, v * stretch - dy];
      const value =
        128 +
        parts.reduce(
          (sum, part) => sum + part.height * Math.sin(part.x * x + part.y * y + part.at),
          0,
        ) +
        noise * (grain() - 0.5);
      const at = (v * SIZE.width + u) * 4;
      data.fill(value, at, at + 3);
      data[at + 3] = 255;
    }
  }
  return { data, ...SIZE };
}

function randomFrom(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const within = fc.double({ min: -3.5, max: 3.5, noNaN: true });

describe('the shift of a picture', () => {
  it('is found to a tenth of a px, with grain on one of the two', () => {
    fc.assert(
      fc.property(within, within, fc.integer({ min: 1, max: 50 }), (x, y, seed) => {
        fc.pre(Math.hypot(x, y) > 0.3 && Math.hypot(x, y) < 4.5);
        const found = estimateShift(
          waves({ x: 0, y: 0 }, { seed }),
          waves({ x, y }, { seed, noise: 12 }),
        );
        expect(found?.x).toBeCloseTo(x, 1);
        expect(found?.y).toBeCloseTo(y, 1);
      }),
      { numRuns: 25 },
    );
  });

  it('is none where nothing moved', () => {
    const still = estimateShift(waves({ x: 0, y: 0 }), waves({ x: 0, y: 0 }, { noise: 12 }));
    // Whether it is worth a correction is the caller's choice; grain alone must not look like a shift.
    expect(Math.hypot(still?.x ?? 0, still?.y ?? 0)).toBeLessThan(0.05);
  });

  it('is not told of another picture, of one that is stretched, and of a plain one', () => {
    const first = waves({ x: 0, y: 0 });
    expect(estimateShift(first, waves({ x: 0, y: 0 }, { seed: 7 }))).toBeUndefined();
    expect(estimateShift(first, waves({ x: 0, y: 0 }, { stretch: 1.03 }))).toBeUndefined();
    const plain = { data: new Uint8ClampedArray(first.data.length).fill(200), ...SIZE };
    expect(estimateShift(plain, plain)).toBeUndefined();
  });

  it('is not guessed along stripes', () => {
    const stripes = {
      data: new Uint8ClampedArray(SIZE.width * SIZE.height * 4).fill(255),
      ...SIZE,
    };
    for (let at = 0; at < SIZE.width * SIZE.height; at += 1) {
      stripes.data.fill(128 + 100 * Math.sin((at % SIZE.width) / 5), at * 4, at * 4 + 3);
    }
    expect(estimateShift(stripes, stripes)).toBeUndefined();
  });

  it('needs two pictures of one size', () => {
    const small = { data: new Uint8ClampedArray(4 * 64 * 64), width: 64, height: 64 };
    expect(() => estimateShift(small, waves({ x: 0, y: 0 }))).toThrow(RangeError);
  });
});
