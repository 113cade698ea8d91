import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterAccepted, afterBusy, type Learned, widthOf } from './concurrency';

function learned(answers: readonly boolean[], account = 'a', before: Learned = []): Learned {
  let known = before;
  for (const isAccepted of answers)
    known = isAccepted ? afterAccepted(account, known) : afterBusy(account, known);
  return known;
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
