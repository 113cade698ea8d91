import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lastSeen } from './last-seen';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettings,
  resetSettings,
  type Settings,
  watchSettings,
} from './settings';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('are the defaults at first', async () => {
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('change one by one', async () => {
    await changeSettings({ target: '4k' });
    await changeSettings({ detail: 0 });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, target: '4k', detail: 0 });
  });

  it('keep only what the person chose, so that later defaults reach everybody', async () => {
    await changeSettings({ target: '4k' });
    const stored = await fakeBrowser.storage.sync.get('settings');
    expect(stored).toEqual({ settings: { target: '4k' } });
  });

  it('change all, however fast one follows another', async () => {
    await Promise.all([
      changeSettings({ target: '4k' }),
      changeSettings({ theme: 'dark' }),
      changeSettings({ parallel: 3 }),
    ]);
    expect(await readSettings()).toMatchObject({ target: '4k', theme: 'dark', parallel: 3 });
  });

  it('go on changing after the browser has refused one', async () => {
    const refusal = new Error('MAX_WRITE_OPERATIONS_PER_MINUTE');
    const set = vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValueOnce(refusal);
    await expect(changeSettings({ target: '4k' })).rejects.toBe(refusal);
    await changeSettings({ theme: 'dark' });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    set.mockRestore();
  });

  it('go back to the defaults', async () => {
    await changeSettings({ target: '4k', folder: 'x' });
    await resetSettings();
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it.each<[string, unknown, Partial<Settings>]>([
    ['nothing', null, {}],
    ['a list', ['4k'], {}],
    ['a text', '4k', {}],
    ['another version’s size', { target: '8k', theme: 'dark' }, { theme: 'dark' }],
    ['numbers out of range', { detail: 7, quality: -1, parallel: 40 }, {}],
    ['numbers that are none', { detail: '0.5', quality: Number.NaN, parallel: 1.5 }, {}],
    ['a book as a template', { nameTemplate: 'x'.repeat(301), folder: 'y' }, { folder: 'y' }],
    ['objects', { language: {}, isAutoSaveOn: 'yes', conflict: ['ask'] }, {}],
    ['what nobody knows', { session: 'secret', __proto__: { target: '4k' } }, {}],
  ])('fall back field by field when %s is stored', async (_, stored, sound) => {
    await fakeBrowser.storage.sync.set({ settings: stored });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, ...sound });
  });

  it('leave the choices of a newer version where they are', async () => {
    await fakeBrowser.storage.sync.set({ settings: { target: '8k', hologram: true } });
    await changeSettings({ theme: 'dark' });
    expect(await fakeBrowser.storage.sync.get('settings')).toEqual({
      settings: { target: '8k', hologram: true, theme: 'dark' },
    });
  });

  it('are watched with their defaults until the watch is stopped', async () => {
    const seen: Settings[] = [];
    const stop = watchSettings((settings) => seen.push(settings));
    await changeSettings({ upscaler: 'fast-hd' });
    await vi.waitFor(() => expect(seen).toEqual([{ ...DEFAULT_SETTINGS, upscaler: 'fast-hd' }]));
    stop();
    await changeSettings({ upscaler: 'auto' });
    expect(seen).toHaveLength(1);
  });
});

it('when the person last looked is kept, and is long ago at first', async () => {
  expect(await lastSeen.read()).toBe(0);
  await lastSeen.write(77);
  expect(await lastSeen.read()).toBe(77);
});
