import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Concurrency } from '../model/queue-state';
import { afterAccepted, afterBusy, widthOf } from './concurrency';

function learned(answers: readonly boolean[], account = 'a'): Concurrency | undefined {
  let known: Concurrency | undefined;
  for (const isAccepted of answers)
    known = isAccepted ? afterAccepted(account, known) : afterBusy(account, known);
  return known;
}
const accepted = (count: number) => Array<boolean>(count).fill(true);

describe('orders at the same time', () => {
  it('are two before anything is known', () => {
    expect(widthOf(undefined, 3)).toBe(2);
  });

  it('become more while the service accepts them, and half as many once it is busy', () => {
    expect(widthOf(learned(accepted(3)), 8)).toBe(2);
    expect(widthOf(learned(accepted(4)), 8)).toBe(3);
    expect(widthOf(learned(accepted(10)), 8)).toBe(4);
    expect(widthOf(learned([...accepted(10), false]), 8)).toBe(2);
  });

  it('begin anew with another account', () => {
    expect(widthOf(afterAccepted('b', learned(accepted(10))), 8)).toBe(2);
  });

  it('are at least one, and never more than the person allows', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), fc.integer({ min: 1, max: 8 }), (answers, allowed) => {
        const width = widthOf(learned(answers), allowed);
        expect(width).toBeGreaterThanOrEqual(1);
        expect(width).toBeLessThanOrEqual(allowed);
      }),
    );
  });
});
