import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { consent } from './consent';
import { privateValue } from './private-value';

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB('upscale-with-dreamina-private');
});

it('is not there until it is given, and can be taken back', async () => {
  expect(await consent.read()).toBeUndefined();
  await consent.grant(77);
  expect(await consent.read()).toBe(77);
  await consent.revoke();
  expect(await consent.read()).toBeUndefined();
});

it.each([true, 'yes', 0, {}])('is not read out of %j', async (stored) => {
  await privateValue('consent').write(stored);
  expect(await consent.read()).toBeUndefined();
});

it('cannot be given or taken back by what is in a storage area, where scripts in pages may write', async () => {
  const forge = async (value: unknown) => {
    for (const area of ['local', 'sync', 'session'] as const) {
      const kept = await fakeBrowser.storage[area].get();
      const keys = ['consent', 'changed/consent', ...Object.keys(kept)];
      await fakeBrowser.storage[area].set(Object.fromEntries(keys.map((key) => [key, value])));
    }
  };
  await forge(1);
  expect(await consent.read()).toBeUndefined();
  await consent.grant(5);
  await forge(0);
  for (const area of ['local', 'sync', 'session'] as const) await fakeBrowser.storage[area].clear();
  expect(await consent.read()).toBe(5);
});

it('reports changes until the watch is stopped', async () => {
  const seen: (number | undefined)[] = [];
  const stop = consent.watch((at) => seen.push(at));
  await consent.grant(5);
  await vi.waitFor(() => expect(seen).toEqual([5]));
  await consent.revoke();
  await vi.waitFor(() => expect(seen).toEqual([5, undefined]));
  stop();
  await consent.grant(6);
  expect(seen).toHaveLength(2);
});
