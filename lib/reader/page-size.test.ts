import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDED, RUNNING, sampleJob } from '@/tests/stories/jobs';
import { SOURCE } from '@/tests/support/job-facts';
import { FITS } from './choices';
import { boxOf, pixelsOf, type Size, sizesOf } from './page-size';

const sides = fc.integer({ min: 1, max: 20_000 });
const size = fc.record({ width: sides, height: sides });
const room = fc.record({
  width: fc.integer({ min: 200, max: 4_000 }),
  height: fc.integer({ min: 200, max: 3_000 }),
});
const fitting = fc.record({
  room,
  fit: fc.constantFrom(...FITS),
  zoom: fc.constantFrom(0.25, 0.5, 1, 1.5, 4),
  isCapped: fc.boolean(),
  ratio: fc.constantFrom(1, 1.25, 1.5, 2, 3),
});
const sourceOf = ({ width, height }: Size) => ({
  ...SOURCE,
  width,
  height,
  sentWidth: width,
  sentHeight: height,
});

describe('the box of a page', () => {
  it('is whole device pixels, and never larger than the pixels of the page where it is capped', () => {
    fc.assert(
      fc.property(size, fitting, (page, how) => {
        const box = boxOf(page, how);
        for (const side of ['width', 'height'] as const) {
          const device = box[side] * how.ratio;
          const smallest = 16 * how.ratio;
          expect(Math.abs(device - Math.round(device)) < 1e-6 || device <= smallest).toBe(true);
          if (how.isCapped) {
            expect(device).toBeLessThanOrEqual(Math.max(page[side] + 0.5, smallest));
          }
        }
      }),
    );
  });

  it('fits what was chosen, times the zoom', () => {
    fc.assert(
      fc.property(size, fitting, (page, how) => {
        const box = boxOf(page, { ...how, isCapped: false });
        const wanted = {
          width: [box.width, how.room.width * how.zoom],
          height: [box.height, how.room.height * how.zoom],
          actual: [box.width, (page.width / how.ratio) * how.zoom],
        }[how.fit];
        const [is = 0, expected = 0] = wanted;
        if (expected >= 16)
          expect(Math.abs(is - expected)).toBeLessThanOrEqual(0.5 / how.ratio + 1e-6);
      }),
    );
  });
});

describe('the size of a page', () => {
  it('is that of the result, and before it the one that is to be expected, so that nothing moves', () => {
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 100, max: 2_000 }),
          height: fc.integer({ min: 100, max: 2_000 }),
        }),
        (source) => {
          const running = { ...(RUNNING.generating ?? sampleJob()), source: sourceOf(source) };
          const expected = pixelsOf(running);
          // As the service makes it: whole pixels.
          const factor = (expected?.width ?? 0) / source.width;
          const result = {
            ...(ENDED.done?.result ?? { url: '' }),
            width: Math.round(source.width * factor),
            height: Math.round(source.height * factor),
          };
          const done = pixelsOf({ ...(ENDED.done ?? sampleJob()), source: running.source, result });
          const shapes = [expected, done].map((each) => (each?.height ?? 0) / (each?.width ?? 1));
          expect(shapes[1]).toBeCloseTo(shapes[0] ?? 0, 6);
          expect(done?.width).toBeCloseTo(expected?.width ?? 0, -1);
        },
      ),
    );
  });

  it('has the shape of a result that has another shape than its source', () => {
    const done = ENDED.done ?? sampleJob();
    const result = { ...(done.result ?? { url: '' }), width: 1_000, height: 1_000 };
    expect(pixelsOf({ ...done, source: sourceOf({ width: 300, height: 400 }), result })).toEqual(
      result,
    );
  });

  it('of a row that nobody has read is the one that the page named, else unknown', () => {
    const job = sampleJob();
    const { source: _, ...unread } = { ...job, stage: 'queued' as const };
    const origin = { ...job.origin, size: { width: 200, height: 300 } } as typeof job.origin;
    const sized = pixelsOf({ ...unread, origin });
    expect((sized?.height ?? 0) / (sized?.width ?? 1)).toBeCloseTo(1.5);
    const file = { kind: 'file', blobKey: 'b', name: 'n' } as const;
    expect(pixelsOf({ ...unread, origin: file })).toBeUndefined();
  });

  it('that is unknown is the usual one of the others', () => {
    const tall = { width: 100, height: 300 };
    const usual = { width: 100, height: 150 };
    const known = [tall, usual, usual, undefined];
    expect(sizesOf(known)).toEqual([tall, usual, usual, usual]);
    const [alone] = sizesOf([undefined]);
    expect((alone?.height ?? 0) > (alone?.width ?? 0)).toBe(true);
  });
});
