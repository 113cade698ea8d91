import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn } from '@/tests/support/drawn';
import { afterAccepted, afterBusy, type Learned, widthOf } from './concurrency';

function learned(answers: readonly boolean[], account = 'a', before: Learned = []): Learned {
  let known = before;
  for (const isAccepted of answers)
    known = isAccepted ? afterAccepted(account, known, 8) : afterBusy(account, known);
  return known;
}
/** So many accepted orders of an account at a service that bears so many at once; each ends in its turn. */
function ordersAt(bears: number, allowed: number, count: number, before: Learned = []) {
  let [known, running, refused, most] = [before, 0, 0, 0];
  for (let sent = 0; sent < count; ) {
    while (running >= widthOf('a', known, allowed)) running -= 1;
    if (running >= bears) {
      known = afterBusy('a', known);
      refused += 1;
      running -= 1;
    } else {
      known = afterAccepted('a', known, allowed);
      running += 1;
      sent += 1;
    }
    most = Math.max(most, running);
  }
  return { known, refused, most };
}
const accepted = (count: number) => Array<boolean>(count).fill(true);

describe('orders at the same time', () => {
  it('are two before anything is known', () => {
    expect(widthOf('a', undefined, 3)).toBe(2);
  });

  it('become more while the service accepts them, and half as many once it is busy', () => {
    expect(widthOf('a', learned(accepted(3)), 8)).toBe(2);
    expect(widthOf('a', learned(accepted(4)), 8)).toBe(3);
    expect(widthOf('a', learned(accepted(10)), 8)).toBe(4);
    expect(widthOf('a', learned([...accepted(10), false]), 8)).toBe(2);
  });

  it('are halved from what is allowed, not from what was never tried', () => {
    let known: Learned = [];
    for (let sent = 0; sent < 99; sent += 1) known = afterAccepted('a', known, 3);
    expect(widthOf('a', known, 8)).toBe(3);
    expect(widthOf('a', afterBusy('a', known), 3)).toBe(1);
  });

  it('are learned for each account, and remembered while another one is signed in', () => {
    const both = learned([false], 'b', learned(accepted(10)));
    expect(['a', 'b', 'c'].map((account) => widthOf(account, both, 8))).toEqual([4, 1, 2]);
  });

  it('are remembered of a few accounts only', () => {
    let known: Learned = [];
    for (let at = 0; at < 100; at += 1) known = afterBusy(`account-${at}`, known);
    expect(known.length).toBeLessThan(10);
    expect(widthOf('account-99', known, 8)).toBe(1);
  });

  it('converge to what the service bears, with ever fewer refusals, and grow again later', () => {
    const size = fc.integer({ min: 1, max: 6 });
    const allowance = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(size, size, allowance, (bears, bearsLater, allowed) => {
        const first = ordersAt(bears, allowed, 200);
        const steady = ordersAt(bears, allowed, 200, first.known);
        const least = Math.min(bears, allowed);
        expect(steady.most).toBe(least);
        expect(steady.refused).toBeLessThanOrEqual(first.refused);
        expect(steady.refused).toBeLessThanOrEqual(10);
        const later = ordersAt(bearsLater, allowed, 400, steady.known);
        expect(later.most).toBe(Math.min(bearsLater, allowed));
      }),
      drawn(300),
    );
  });

  it('are at least one, and never more than the person allows', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), fc.integer({ min: 1, max: 8 }), (answers, allowed) => {
        const width = widthOf('a', learned(answers), allowed);
        expect(width).toBeGreaterThanOrEqual(1);
        expect(width).toBeLessThanOrEqual(allowed);
      }),
    );
  });
});
