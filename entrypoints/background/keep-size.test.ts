import { expect, it, vi } from 'vitest';
import { createKeepSize } from './keep-size';

it('checks at once, then after a pause, and again when the clock was set back', async () => {
  let now = 1_000_000;
  const enforce = vi.fn(async () => {});
  const keepSize = createKeepSize(enforce, () => now);
  for (let result = 0; result < 12; result += 1) await keepSize();
  expect(enforce).toHaveBeenCalledTimes(1);
  now += 30_000;
  await keepSize();
  expect(enforce).toHaveBeenCalledTimes(2);
  now -= 500_000;
  await keepSize();
  expect(enforce).toHaveBeenCalledTimes(3);
});
