import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { hardCut, seamFigures } from '@/tests/support/images/seam-figures';
import { FAULTS, type Faults, resultsOf, wholeStrip } from '@/tests/support/images/strips';
import { bandsOf, type Raster, type RowSource, rowsOf } from '../bands/raster';
import { joinParts } from './join-parts';
import { transposed } from './oriented';
import { planJoin } from './plan-join';
import { planParts, RESULT_LIMITS, type StripPlan } from './plan-parts';

// Sampling the pictures takes the time.
vi.setConfig({ testTimeout: 120_000 });

const NONE: Faults = { tone: 0, sharpness: 0, shift: 0, noise: 0 };

function planOf(width: number, height: number): StripPlan {
  const plan = planParts({ width, height }, '2k', { longSide: 4096 });
  if (plan.kind !== 'parts') throw new Error(plan.kind);
  return plan;
}

const overlapsOf = (parts: readonly { start: number; length: number }[]) =>
  parts.slice(1).map(({ start }, index) => {
    const before = parts[index];
    return [start, (before?.start ?? 0) + (before?.length ?? 0)] as const;
  });

async function all(bands: AsyncIterable<Raster>): Promise<Uint8ClampedArray> {
  const read: Uint8Array<ArrayBuffer>[] = [];
  for await (const { data } of bands) read.push(Uint8Array.from(data));
  return new Uint8ClampedArray(await new Blob(read).arrayBuffer());
}

describe.each([
  ['a webtoon', 120, 1300],
  ['a panorama', 1300, 120],
])('%s', (_, width, height) => {
  const plan = planOf(width, height);

  test('of perfect results is the perfect whole, to the level', async () => {
    const results = resultsOf(plan, 3, NONE);
    const joined = await joinParts(plan, results);
    expect(joined).toMatchObject({ width: width * 3, height: height * 3 });
    const [found, truth] = await Promise.all([
      all(joined.bands),
      all(bandsOf(wholeStrip(plan, joined))),
    ]);
    let worst = 0;
    for (let at = 0; at < truth.length; at += 1) {
      worst = Math.max(worst, Math.abs((found[at] ?? 0) - (truth[at] ?? 0)));
    }
    expect(worst).toBeLessThanOrEqual(1);
  });

  test.each([1, 2])('shows no seam where results differ, seed %i', async (seed) => {
    const results = resultsOf(plan, 3, { ...FAULTS, shift: 0 }, seed);
    const joined = await joinParts(plan, results);
    const seams = overlapsOf(planJoin(plan, results).parts);
    const { axis } = plan;
    const figures = await seamFigures(joined.bands, wholeStrip(plan, joined), axis, seams);
    expect(figures.steps.seam).toBeLessThan(1.15 * figures.steps.elsewhere);
    expect(figures.sharpness.seam).toBeLessThan(1.15 * figures.sharpness.elsewhere);
    // Levels at middle grey, in the worst eighth of the side.
    expect(figures.tone.seam).toBeLessThan(5.5);
  });
});

test('a hard cut would show: the figures see what joining hides', async () => {
  const plan = planOf(120, 1300);
  let sum = { ours: 0, hard: 0, elsewhere: 0 };
  for (const seed of [1, 3]) {
    const results = resultsOf(plan, 3, { ...FAULTS, shift: 0 }, seed);
    const { parts } = planJoin(plan, results);
    const joined = await joinParts(plan, results);
    const truth = wholeStrip(plan, joined);
    const ours = await seamFigures(joined.bands, truth, 'y', overlapsOf(parts));
    const hard = await seamFigures(hardCut(results, parts), truth, 'y', overlapsOf(parts));
    sum = {
      ours: sum.ours + ours.tone.seam,
      hard: sum.hard + hard.tone.seam,
      elsewhere: sum.elsewhere + ours.tone.elsewhere,
    };
  }
  expect(sum.hard).toBeGreaterThan(1.7 * sum.ours);
  expect(sum.ours).toBeLessThan(sum.elsewhere);
});

/** Everything is shown further right and further down. */
async function displaced(source: RowSource, right: number, down: number): Promise<RowSource> {
  const { data, width, height } = await source.read(0, source.height);
  const moved = data.slice();
  moved.copyWithin((down * width + right) * 4, 0);
  return rowsOf({ data: moved, width, height });
}

test('a result that lies a pixel off is put back', async () => {
  const plan = planOf(300, 2500);
  const [first, second, third] = resultsOf(plan, 2, NONE);
  if (!first || !second || !third) throw new Error('three parts');
  const joined = await joinParts(plan, [first, await displaced(second, 1, 2), third]);
  expect(joined.shifts).toEqual([
    { x: 1, y: 2 },
    { x: -1, y: -2 },
  ]);
  const [found, truth] = await Promise.all([
    all(joined.bands),
    all(bandsOf(wholeStrip(plan, joined))),
  ]);
  // The border of the moved part repeats, and the whole may lie a pixel off.
  let wrong = 0;
  const row = joined.width * 4;
  for (let at = 2 * row; at < truth.length - 2 * row; at += 4) {
    const isNear = [-1, 0, 1].some((dy) =>
      [-4, 0, 4].some((dx) => Math.abs((found[at] ?? 0) - (truth[at + dy * row + dx] ?? 0)) < 12),
    );
    if (!isNear) wrong += 1;
  }
  expect(wrong / (truth.length / 4)).toBeLessThan(0.002);
});

test('results of other sizes are brought to the smallest', async () => {
  const plan = planOf(300, 1700);
  const results = resultsOf(plan, 2, NONE);
  const [larger] = resultsOf(plan, 2.5, NONE);
  if (larger) results[0] = larger;
  const joined = await joinParts(plan, results);
  expect(joined).toMatchObject({ width: 600, height: 3400 });
  const truth = wholeStrip(plan, joined);
  const [found, real] = await Promise.all([all(joined.bands), all(bandsOf(truth))]);
  let sum = 0;
  for (let at = 0; at < real.length; at += 1) sum += Math.abs((found[at] ?? 0) - (real[at] ?? 0));
  expect(sum / real.length).toBeLessThan(1.5);
});

test('every row is opaque, and results are closed when they are done', async () => {
  const plan = planOf(300, 1700);
  const open = new Set<number>();
  let most = 0;
  const results = resultsOf(plan, 2, FAULTS).map((source, index) => ({
    ...source,
    read(top: number, rows: number) {
      open.add(index);
      most = Math.max(most, open.size);
      return source.read(top, rows);
    },
    close: () => open.delete(index),
  }));
  const joined = await joinParts(plan, results);
  expect(open.size).toBe(0);
  for await (const { data } of joined.bands) {
    for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) throw new Error('a hole');
  }
  expect(open.size).toBe(0);
  expect(most).toBeLessThanOrEqual(2);
});

describe('planJoin', () => {
  test('covers everything, within the limits, whatever size the results have', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 250, max: 1500 }),
        fc.integer({ min: 32, max: 120 }),
        fc.double({ min: 1, max: 8, noNaN: true }),
        fc.boolean(),
        (short, ratio, scale, isWide) => {
          const long = Math.min(24_000, Math.round((short * ratio) / 10));
          const size = isWide ? { width: long, height: short } : { width: short, height: long };
          const plan = planParts(size, '2k', { longSide: 4096 });
          if (plan.kind !== 'parts') return;
          const results = plan.parts.map(({ width, height }) => ({
            width: Math.round(width * scale),
            height: Math.round(height * scale),
          }));
          const join = planJoin(plan, results);
          const [along, across] = isWide ? [join.width, join.height] : [join.height, join.width];
          expect(join.parts[0]?.start).toBe(0);
          const last = join.parts.at(-1);
          expect((last?.start ?? 0) + (last?.length ?? 0)).toBe(along);
          expect(Math.max(along, across)).toBeLessThanOrEqual(RESULT_LIMITS.side + 1);
          expect(along * across).toBeLessThan(RESULT_LIMITS.pixels * 1.003);
          for (const [from, end] of overlapsOf(join.parts)) expect(end - from).toBeGreaterThan(12);
          expect(along / across / (long / short)).toBeCloseTo(1, 2);
        },
      ),
    );
  });

  test('refuses a result of another shape, and a missing one', () => {
    const plan = planOf(300, 1700);
    const results = plan.parts.map(({ width, height }) => ({
      width: width * 2,
      height: height * 2,
    }));
    const [, ...rest] = results;
    expect(() => planJoin(plan, rest)).toThrow(RangeError);
    expect(() => planJoin(plan, [{ width: 600, height: 600 }, ...rest])).toThrow('image-broken');
  });
});

test('transposing twice changes nothing', async () => {
  const picture = await rowsOf({
    data: Uint8ClampedArray.from({ length: 7 * 5 * 4 }, (_, at) => at),
    width: 7,
    height: 5,
  }).read(0, 5);
  const turned = transposed(picture);
  expect([turned.width, turned.height]).toEqual([5, 7]);
  expect([...turned.data.slice(4, 8)]).toEqual([...picture.data.slice(28, 32)]);
  expect([...transposed(turned).data]).toEqual([...picture.data]);
});
