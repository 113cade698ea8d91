import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, pageInView, pagesBetween, placeAt, topOf } from './strip';

const boxes = fc.array(
  fc.record({
    width: fc.integer({ min: 16, max: 3_000 }),
    height: fc.integer({ min: 16, max: 9_000 }),
  }),
  { minLength: 1, maxLength: 40 },
);
const stripOf = (all: readonly { width: number; height: number }[]) =>
  layOut(
    all,
    all.map(({ width }) => width),
  );

describe('a strip', () => {
  it('has its pages in order, without overlap; those of equal width touch', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const { tops, height } = stripOf(all);
        for (const [index, box] of all.entries()) {
          const end = (tops[index] ?? 0) + box.height;
          const next = tops[index + 1] ?? height;
          const touches = index === all.length - 1 || all[index + 1]?.width === box.width;
          expect(next === end).toBe(touches);
          expect(next).toBeGreaterThanOrEqual(end);
        }
      }),
    );
  });

  it('finds each point of a page again, also once all pages have other sizes', () => {
    fc.assert(
      fc.property(
        boxes,
        fc.nat(39),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, at, share) => {
          const index = at % all.length;
          for (const strip of [
            stripOf(all),
            stripOf(all.map(({ width, height }) => ({ width, height: height * 2 }))),
          ]) {
            const top = topOf(strip, { index, share });
            const found = placeAt(strip, top);
            expect(topOf(strip, found)).toBeCloseTo(top, 6);
            // The end of a page is also the beginning of the next one that touches it.
            expect(index - found.index === 0 || share === 1 || share > 1 - 1e-9).toBe(true);
          }
        },
      ),
    );
  });

  it('draws every page of the window, and none that is a page away from it', () => {
    fc.assert(
      fc.property(boxes, fc.nat(100_000), fc.integer({ min: 100, max: 2_000 }), (all, y, view) => {
        const strip = stripOf(all);
        const top = Math.min(y, Math.max(0, strip.height - view));
        const [first, last] = pagesBetween(strip, top, top + view);
        for (const [index, box] of all.entries()) {
          const begin = strip.tops[index] ?? 0;
          const isInSight = begin < top + view && begin + box.height > top;
          if (isInSight) expect(index >= first && index <= last).toBe(true);
          if (index < first || index > last) expect(isInSight).toBe(false);
        }
        expect(last - first).toBeLessThanOrEqual(view / 16 + 2);
      }),
    );
  });

  it('comes to every end: the first page at the top, the last at the bottom', () => {
    fc.assert(
      fc.property(boxes, fc.integer({ min: 100, max: 2_000 }), (all, view) => {
        const strip = stripOf(all);
        expect(pageInView(strip, 0, view)).toBe(0);
        const bottom = strip.height - view;
        if (bottom > 0) expect(pageInView(strip, bottom, view)).toBe(all.length - 1);
      }),
    );
  });
});
