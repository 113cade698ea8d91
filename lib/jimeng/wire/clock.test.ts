import { describe, expect, it } from 'vitest';
import { createClock } from './clock';

const NOW = Date.UTC(2026, 8, 18);

describe('createClock', () => {
  it.each([
    ['trusts a small difference', NOW + 59_000, 0],
    ['takes over a large one', NOW + 61_000, 61_000],
    ['in both directions', NOW - 3_600_000, -3_600_000],
    ['ignores a time that cannot be', 0, 0],
    ['ignores no time', Number.NaN, 0],
  ])('%s', (_, learned, offset) => {
    const clock = createClock(() => NOW);
    clock.learn(learned);
    expect(clock.now() - NOW).toBe(offset);
  });

  it('drops the correction when the clock of the computer was set right', () => {
    let now = NOW - 3_600_000;
    const clock = createClock(() => now);
    clock.learn(NOW);
    now = NOW + 1000;
    clock.learn(NOW + 1000);
    expect(clock.now()).toBe(NOW + 1000);
  });
});
