import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clusterMemory } from './cluster-memory';

const login = (number: number) => number.toString(16).padStart(16, '0');

beforeEach(() => fakeBrowser.reset());

it('remembers the cluster of each login', async () => {
  expect(await clusterMemory.read(login(1))).toBeUndefined();
  await Promise.all([
    clusterMemory.write(login(1), 'dreamina-us'),
    clusterMemory.write(login(2), 'dreamina-sg'),
  ]);
  expect(await clusterMemory.read(login(1))).toBe('dreamina-us');
  expect(await clusterMemory.read(login(2))).toBe('dreamina-sg');
  await clusterMemory.write(login(1), 'dreamina-sg');
  expect(await clusterMemory.read(login(1))).toBe('dreamina-sg');
});

it('keeps the newest logins only', async () => {
  for (let number = 0; number < 30; number += 1) {
    await clusterMemory.write(login(number), 'dreamina-us');
  }
  expect(await clusterMemory.read(login(9))).toBeUndefined();
  expect(await clusterMemory.read(login(10))).toBe('dreamina-us');
  expect(await clusterMemory.read(login(29))).toBe('dreamina-us');
});

it.each([
  ['text', 'odd'],
  ['entries of other kinds', [1, null, [login(1)], [login(1), 'dreamina-eu'], ['x', 'jimeng']]],
])('ignores %s in the storage', async (_, clusters) => {
  await fakeBrowser.storage.local.set({ clusters });
  expect(await clusterMemory.read(login(1))).toBeUndefined();
  expect(await clusterMemory.read('x')).toBeUndefined();
});
