import { describe, expect, it } from 'vitest';
import { creditsDelayMs, unreadCreditsDelayMs } from './back-off';

const MINUTE = 60_000;

/** The pauses between readings, minutes, of a wait in which every reading says the same. */
function pauses(delayMs: (waitedMs: number) => number, count: number): number[] {
  let waited = 0;
  return Array.from({ length: count }, () => {
    const pause = delayMs(waited);
    waited += pause;
    return pause / MINUTE;
  });
}

describe('the balance of a row that waits for credits is read again', () => {
  it('after 5 minutes, doubling to an hour', () => {
    expect(pauses(creditsDelayMs, 7)).toEqual([5, 10, 20, 40, 60, 60, 60]);
  });

  it('after 5 minutes where the clock was set back', () => {
    expect(creditsDelayMs(-MINUTE)).toBe(5 * MINUTE);
  });

  it('soon at first where it could not be read, and as seldom in the long run', () => {
    const all = pauses(unreadCreditsDelayMs, 14);
    expect(all[0]).toBeLessThan(0.1);
    expect(all.filter((pause) => pause < 5).length).toBeLessThan(10);
    expect(all.at(-1)).toBe(60);
  });
});
