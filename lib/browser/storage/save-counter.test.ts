import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { nextFileNumber } from './save-counter';

beforeEach(() => fakeBrowser.reset());

it('counts from one, and gives no number twice', async () => {
  const numbers = await Promise.all([nextFileNumber(), nextFileNumber(), nextFileNumber()]);
  expect(numbers).toEqual([1, 2, 3]);
  expect(await fakeBrowser.storage.local.get('savedCount')).toEqual({ savedCount: 3 });
});

it.each(['7', -3, null, Number.NaN])('begins anew where %j is stored', async (stored) => {
  await fakeBrowser.storage.local.set({ savedCount: stored });
  expect(await nextFileNumber()).toBe(1);
});
