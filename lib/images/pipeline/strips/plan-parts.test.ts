import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../bands/raster';
import { activityOf } from './activity';
import { largestScale, planParts, RESULT_LIMITS, type StripPlan } from './plan-parts';

const LIMITS = { longSide: 4096 };

function cut(width: number, height: number, target: '2k' | '4k' = '2k'): StripPlan {
  const plan = planParts({ width, height }, target, LIMITS);
  if (plan.kind !== 'parts') throw new Error(`${width} x ${height}: ${plan.kind}`);
  return plan;
}

/** Start and end of each part along the axis. */
const spans = ({ axis, parts }: StripPlan) =>
  parts.map(({ left, top, width, height }) =>
    axis === 'y' ? ([top, top + height] as const) : ([left, left + width] as const),
  );

describe('planParts', () => {
  test.each([
    [300, 9000, 11, 1000, 30_000],
    [800, 12_000, 6, 1460, 21_909],
    [12_000, 700, 6, 23_422, 1366],
    [720, 9000, 5, 1600, 20_000],
    [1080, 20_000, 7, 1314, 24_343],
    [3840, 1280, 2, 6480, 2160],
  ])('%i x %i: %i parts, at most %i x %i', (width, height, count, wide, high) => {
    const plan = cut(width, height);
    expect(plan.parts).toHaveLength(count);
    expect(plan.result.width).toBeCloseTo(wide, -1);
    expect(plan.result.height).toBeCloseTo(high, -1);
  });

  test.each([
    [300, 900, 'whole'],
    [800, 600, 'whole'],
    [4096, 2304, 'whole'],
    // A photo above the limits costs one order.
    [4560, 3421, 'whole'],
    [5000, 2000, 'whole'],
    [6000, 5000, 'whole'],
    [2000, 40_000, 'result-too-large'],
    [300, 27_000, 'result-too-large'],
    [60, 12_000, 'too-many-parts'],
  ] as const)('%i x %i: %s', (width, height, expected) => {
    const plan = planParts({ width, height }, '2k', LIMITS);
    expect(plan).toEqual(
      expected === 'whole' ? { kind: 'whole' } : { kind: 'refused', reason: expected },
    );
  });

  const anySize = fc.record({
    width: fc.integer({ min: 16, max: 30_000 }),
    height: fc.integer({ min: 16, max: 30_000 }),
  });
  const anyTarget = fc.constantFrom('2k' as const, '4k' as const);
  /** Most of these are strips that can be cut. */
  const anyStrip = fc
    .record({
      short: fc.integer({ min: 250, max: 2500 }),
      ratio: fc.integer({ min: 30, max: 300 }),
      isWide: fc.boolean(),
    })
    .map(({ short, ratio, isWide }) => {
      const long = Math.min(24_000, Math.round((short * ratio) / 10));
      return isWide ? { width: long, height: short } : { width: short, height: long };
    });
  const anyActivity = fc.uint8Array({ minLength: 16, maxLength: 400 });

  test('covers everything, with the overlap, within the limits, in as few parts as possible', () => {
    fc.assert(
      fc.property(
        fc.oneof(anySize, anyStrip),
        anyTarget,
        fc.option(anyActivity, { nil: undefined }),
        (size, target, pattern) => {
          const long = Math.max(size.width, size.height);
          const activity =
            pattern &&
            Uint8Array.from({ length: long }, (_, at) => pattern[at % pattern.length] ?? 0);
          const plan = planParts(size, target, LIMITS, activity);
          if (plan.kind !== 'parts') return;
          const short = Math.min(size.width, size.height);
          const all = spans(plan);
          expect(all[0]?.[0]).toBe(0);
          expect(all.at(-1)?.[1]).toBe(long);
          let longest = 0;
          for (const [index, [start, end]] of all.entries()) {
            longest = Math.max(longest, end - start);
            expect(end - start).toBeLessThanOrEqual(Math.min(4096, 3 * short));
            expect(3 * (end - start)).toBeGreaterThanOrEqual(short);
            expect(end - start).toBeGreaterThan(plan.overlap);
            const next = all[index + 1];
            if (next) expect(end - next[0]).toBe(plan.overlap);
            // Three parts never meet.
            const afterNext = all[index + 2];
            if (afterNext) expect(afterNext[0]).toBeGreaterThanOrEqual(end);
          }
          expect(plan.overlap).toBeGreaterThanOrEqual(16);
          expect(plan.result.width * plan.result.height).toBeLessThanOrEqual(RESULT_LIMITS.pixels);
          expect(Math.max(plan.result.width, plan.result.height)).toBeLessThanOrEqual(
            RESULT_LIMITS.side,
          );
          // The same again, and one part fewer would not reach.
          expect(planParts(size, target, LIMITS, activity)).toEqual(plan);
          const equal = planParts(size, target, LIMITS);
          expect(equal.kind === 'parts' && equal.parts.length).toBe(all.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('equal parts differ by a pixel, and one part fewer would be too long', () => {
    fc.assert(
      fc.property(anyStrip, anyTarget, (size, target) => {
        const plan = planParts(size, target, LIMITS);
        if (plan.kind !== 'parts') return;
        const lengths = spans(plan).map(([start, end]) => end - start);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
        const short = Math.min(size.width, size.height);
        const long = Math.max(size.width, size.height);
        const fewer = plan.parts.length - 1;
        const length = (long - plan.overlap) / fewer + plan.overlap;
        const [shortTarget, longTarget] = target === '2k' ? [2160, 3840] : [3840, 4096];
        const gain = Math.max(1, Math.min(1.5, shortTarget / short, largestScale(size)));
        expect(length).toBeGreaterThan(Math.floor(Math.min(4096, 3 * short, longTarget / gain)));
      }),
    );
  });

  test('cuts where nothing happens', async () => {
    // Panels of noise, 500 px each, with 60 px of white between.
    const [width, height] = [400, 8200];
    const data = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let at = 0; at < width * height; at += 1) {
      const y = Math.floor(at / width);
      if (y % 560 < 500) data.fill((at * 7919) % 251, at * 4, at * 4 + 3);
    }
    const activity = await activityOf(rowsOf({ data, width, height }), 'y');
    expect(activity[530]).toBe(0);
    expect(activity[300]).toBeGreaterThan(10);
    const plan = planParts({ width, height }, '2k', LIMITS, activity);
    if (plan.kind !== 'parts') throw new Error('not cut');
    const even = cut(width, height);
    const noise = ({ parts, overlap }: StripPlan) =>
      parts.slice(1).map(({ top }) => {
        const rows = Array.from({ length: overlap }, (_, at) => activity[top + at] ?? 0);
        return rows.filter((row) => row > 1).length;
      });
    expect(plan.parts).toHaveLength(even.parts.length);
    const sum = (rows: number[]) => rows.reduce((a, b) => a + b, 0);
    expect(sum(noise(plan))).toBeLessThan(sum(noise(even)) / 2);
  });

  test('columns are measured as rows are', async () => {
    const data = new Uint8ClampedArray(90 * 40 * 4).fill(200);
    for (let y = 0; y < 40; y += 1) data.fill(20, (y * 90 + 50) * 4, (y * 90 + 60) * 4);
    const activity = await activityOf(rowsOf({ data, width: 90, height: 40 }), 'x');
    expect([...activity.keys()].filter((at) => (activity[at] ?? 0) > 1)).toEqual([50, 60]);
  });
});
