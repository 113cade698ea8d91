import { describe, expect, it } from 'vitest';
import { firstLookAt, median, nextConfirmationAt, nextLookAt, remember } from './pace';

const AT = 5_000_000;
const MINUTE = 60_000;

describe('the first look', () => {
  it.each([
    ['just before the expected end', 10_000, 9_700],
    ['after two seconds when nothing is known', undefined, 1_940],
    ['not at once even if the task is expected to be', 0, 300],
  ])('comes %s', (_, expectedMs, afterMs) => {
    expect(firstLookAt(AT, expectedMs) - AT).toBe(afterMs);
  });
});

describe('the next look', () => {
  it.each([
    [0, 300],
    [2_000, 300],
    [3_000, 300],
    [20_000, 2_000],
    [150_000, 15_000],
    [5 * MINUTE, 15_000],
    [5 * MINUTE + 1, 30_000],
    [20 * MINUTE, 2 * MINUTE],
    [10 * 60 * MINUTE, 5 * MINUTE],
  ])('after %i ms of waiting comes %i ms later', (waited, step) => {
    const now = AT + waited;
    expect(nextLookAt(AT, now) - now).toBe(step);
  });

  it('is soon even if the clock was set back', () => {
    expect(nextLookAt(AT, AT - 60_000)).toBe(AT - 60_000 + 300);
  });

  it('costs at most a tenth of the time and few requests for a day', () => {
    let now = firstLookAt(AT, undefined);
    let looks = 1;
    while (now - AT < 24 * 60 * MINUTE) {
      now = nextLookAt(AT, now);
      looks += 1;
    }
    expect(looks).toBeLessThan(400);
    expect(looks).toBeGreaterThan(200);
  });
});

describe('the search for an unanswered order', () => {
  it('waits twice as long each time and then ends', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 6].map((looks) => nextConfirmationAt(looks, AT));
    expect(pauses).toEqual([
      AT + 3_000,
      AT + 6_000,
      AT + 12_000,
      AT + 24_000,
      AT + 48_000,
      AT + 60_000,
      undefined,
    ]);
  });
});

describe('learned durations', () => {
  it('are the nine newest, and the list given stays as it is', () => {
    const nine = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(remember(nine, 10)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(remember([], 4)).toEqual([4]);
  });

  it.each([
    [[], undefined],
    [[5], 5],
    [[9, 1, 5], 5],
    [[1, 100, 2, 3, 10_000], 3],
    [[2, 100, 20], 20],
  ])('of %j have the median %s', (durations, expected) => {
    expect(median(Object.freeze(durations))).toBe(expected);
  });
});
