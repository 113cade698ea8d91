import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stored } from './stored';

beforeEach(() => fakeBrowser.reset());

it('is undefined until it is written, and again when it was removed', async () => {
  const item = stored('local', 'a');
  expect(await item.read()).toBeUndefined();
  await item.write({ b: 1 });
  expect(await item.read()).toEqual({ b: 1 });
  expect(await stored('sync', 'a').read()).toBeUndefined();
  await item.remove();
  expect(await item.read()).toBeUndefined();
});

it('reads null as undefined', async () => {
  await fakeBrowser.storage.local.set({ a: null });
  expect(await stored('local', 'a').read()).toBeUndefined();
});

it('reports only changes of its own key and area', async () => {
  const seen: unknown[] = [];
  const stop = stored('local', 'a').watch((value) => seen.push(value));
  await fakeBrowser.storage.local.set({ other: 1 });
  await fakeBrowser.storage.sync.set({ a: 2 });
  await fakeBrowser.storage.local.set({ a: 3 });
  await fakeBrowser.storage.local.remove('a');
  await vi.waitFor(() => expect(seen).toEqual([3, undefined]));
  stop();
  await fakeBrowser.storage.local.set({ a: 4 });
  expect(seen).toHaveLength(2);
});
