import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { consent } from './consent';

beforeEach(() => fakeBrowser.reset());

it('is not there until it is given, and can be taken back', async () => {
  expect(await consent.read()).toBeUndefined();
  await consent.give(77);
  expect(await consent.read()).toBe(77);
  await consent.takeBack();
  expect(await consent.read()).toBeUndefined();
});

it.each([true, 'yes', 0, {}])('is not read out of %j', async (stored) => {
  await fakeBrowser.storage.local.set({ consent: stored });
  expect(await consent.read()).toBeUndefined();
});

it('tells when it changes, until nobody wants to know', async () => {
  const seen: (number | undefined)[] = [];
  const stop = consent.watch((at) => seen.push(at));
  await consent.give(5);
  await vi.waitFor(() => expect(seen).toEqual([5]));
  await consent.takeBack();
  await vi.waitFor(() => expect(seen).toEqual([5, undefined]));
  stop();
  await consent.give(6);
  expect(seen).toHaveLength(2);
});
