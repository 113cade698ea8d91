import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { JobError } from '@/lib/jobs/model/failure';
import { storageFull } from './storage-full';

beforeEach(() => fakeBrowser.reset());

const refused = async (): Promise<number> => {
  throw new JobError('storage-full');
};

it('is noted when there is no room, and forgotten when there is', async () => {
  expect(await storageFull.read()).toBe(false);
  expect(await storageFull.noting(refused)).toBeUndefined();
  expect(await storageFull.read()).toBe(true);
  expect(await storageFull.noting(async () => 7)).toBe(7);
  expect(await storageFull.read()).toBe(false);
});

it('is kept where the disk is not needed', async () => {
  await storageFull.noting(refused);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  expect(await fakeBrowser.storage.session.get(null)).toEqual({ storageFull: true });
});

it('passes every other rejection on, and notes nothing', async () => {
  const bug = new JobError('internal');
  await expect(storageFull.noting(() => Promise.reject(bug))).rejects.toBe(bug);
  expect(await storageFull.read()).toBe(false);
});

it('reports when it starts and ends', async () => {
  const seen: boolean[] = [];
  storageFull.watch((isFull) => seen.push(isFull));
  await storageFull.noting(refused);
  await storageFull.forget();
  await vi.waitFor(() => expect(seen).toEqual([true, false]));
});
