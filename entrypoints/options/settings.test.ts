// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, readSettings } from '@/lib/browser/storage/settings';
import { createSettingsWriter } from './settings';

let told: unknown[];
beforeEach(async () => {
  fakeBrowser.reset();
  // The page has read them by then.
  await readSettings();
  vi.useFakeTimers();
  told = [];
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const create = () => createSettingsWriter((kept) => told.push(kept));
const calm = () => vi.advanceTimersByTimeAsync(400);

it('writes what somebody types in one go, and says so for a while', async () => {
  const set = vi.spyOn(fakeBrowser.storage.local, 'set');
  const writer = create();
  for (const nameTemplate of ['a', 'ab', 'abc']) writer.change({ nameTemplate });
  writer.change({ theme: 'dark' });
  expect(writer.pending()).toEqual({ nameTemplate: 'abc', theme: 'dark' });
  await calm();
  expect(set).toHaveBeenCalledOnce();
  expect(await readSettings()).toEqual({
    ...DEFAULT_SETTINGS,
    nameTemplate: 'abc',
    theme: 'dark',
  });
  expect(writer.pending()).toEqual({});
  expect(told).toEqual(['saved']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual(['saved', undefined]);
});

it('keeps what the browser refused, says so until something else is said, and writes it later', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('quota'));
  const writer = create();
  writer.change({ theme: 'dark' });
  await calm();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual(['failed']);
  writer.change({ parallel: 1 });
  await calm();
  expect(await readSettings()).toMatchObject({ theme: 'dark', parallel: 1 });
  expect(told).toEqual(['failed', 'saved']);
});

it('does not take what was chosen during a write for written', async () => {
  const writer = create();
  writer.change({ theme: 'dark' });
  vi.advanceTimersByTime(300);
  writer.change({ theme: 'light' });
  await calm();
  expect(await readSettings()).toMatchObject({ theme: 'light' });
});

it('writes at once when the page is closed', async () => {
  const writer = create();
  writer.change({ theme: 'dark' });
  window.dispatchEvent(new Event('pagehide'));
  await vi.advanceTimersByTimeAsync(0);
  expect(await readSettings()).toMatchObject({ theme: 'dark' });
});

it('resets, and nothing unwritten comes after it', async () => {
  const writer = create();
  writer.change({ theme: 'dark' });
  await calm();
  writer.change({ folder: 'x' });
  writer.reset();
  await calm();
  expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  expect(writer.pending()).toEqual({});
});
