import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS } from './choices';
import { fromLeft, spreadsOf, stepTo } from './spreads';

const TALL = { width: 200, height: 300 };
const WIDE = { width: 400, height: 300 };
const pages = fc.array(fc.constantFrom(TALL, TALL, TALL, WIDE), { maxLength: 30 });

describe('pages beside each other', () => {
  it('are each shown once, in order, a wide one alone, and no more than two at a time', () => {
    fc.assert(
      fc.property(pages, fc.boolean(), (all, hasCover) => {
        const spreads = spreadsOf(all, { layout: 'double', hasCover });
        expect(spreads.flat()).toEqual(all.map((_, index) => index));
        for (const [at, spread] of spreads.entries()) {
          expect(spread.length).toBeLessThanOrEqual(2);
          if (spread.some((index) => all[index] === WIDE)) expect(spread).toHaveLength(1);
          // No two pages stand alone that could stand together.
          const [own, next] = [spread, spreads[at + 1] ?? []];
          const isLone = own.length === 1 && next.length === 1;
          const isCover = hasCover && at === 0;
          if (isLone && !isCover) {
            expect([...own, ...next].some((index) => all[index] === WIDE)).toBe(true);
          }
        }
        if (hasCover && all.length > 0) expect(spreads[0]).toEqual([0]);
      }),
    );
  });

  it('are one by one in the other layouts', () => {
    for (const layout of ['single', 'strip'] as const) {
      expect(spreadsOf([TALL, TALL, WIDE], { layout, hasCover: false })).toEqual([[0], [1], [2]]);
    }
  });

  it('go on to the side that is read towards, and the first of two is on the other', () => {
    for (const direction of DIRECTIONS) {
      const [left, right] = fromLeft([4, 5], direction);
      const onward = stepTo('right', direction) === 1 ? right : left;
      expect(onward).toBe(5);
      expect(stepTo('left', direction)).toBe(-stepTo('right', direction));
    }
    expect(fromLeft([4, 5], 'rtl')).toEqual([5, 4]);
  });
});
