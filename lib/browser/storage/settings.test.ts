import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { resetSettings } from './choices';
import { lastSeen } from './last-seen';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettings,
  type Settings,
  watchSettings,
} from './settings';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('have defaults', async () => {
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('change one by one', async () => {
    await changeSettings({ target: '4k' });
    await changeSettings({ detail: 0 });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, target: '4k', detail: 0 });
  });

  it('store only what the person chose, so that new defaults apply', async () => {
    await changeSettings({ target: '4k' });
    const stored = await fakeBrowser.storage.local.get('settings');
    expect(stored).toEqual({ settings: { target: '4k' } });
  });

  it('apply simultaneous changes one after the other', async () => {
    await Promise.all([
      changeSettings({ target: '4k' }),
      changeSettings({ theme: 'dark' }),
      changeSettings({ parallel: 3 }),
    ]);
    expect(await readSettings()).toMatchObject({ target: '4k', theme: 'dark', parallel: 3 });
  });

  it('can change after the browser refused a change', async () => {
    const refusal = new Error('MAX_WRITE_OPERATIONS_PER_MINUTE');
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(refusal);
    await expect(changeSettings({ target: '4k' })).rejects.toBe(refusal);
    await changeSettings({ theme: 'dark' });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    set.mockRestore();
  });

  it('can be reset', async () => {
    await changeSettings({ target: '4k', folder: 'x' });
    await resetSettings(1);
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it.each<[string, unknown, Partial<Settings>]>([
    ['nothing', null, {}],
    ['a list', ['4k'], {}],
    ['a text', '4k', {}],
    ['a site that is unknown', { site: 'mars', theme: 'dark' }, { theme: 'dark' }],
    ['a site', { site: 'dreamina' }, { site: 'dreamina' }],
    ['another version’s size', { target: '8k', theme: 'dark' }, { theme: 'dark' }],
    ['numbers out of range', { detail: 7, quality: -1, parallel: 40 }, {}],
    ['invalid numbers', { detail: '0.5', quality: Number.NaN, parallel: 1.5 }, {}],
    [
      'a template that is too long',
      { nameTemplate: 'x'.repeat(301), folder: 'y' },
      { folder: 'y' },
    ],
    [
      'templates that are no list, and a text for the menu that is too long',
      { savedTemplates: 'x', menuText: 'y'.repeat(61), theme: 'dark' },
      { theme: 'dark' },
    ],
    ['too many templates', { savedTemplates: Array(101).fill('x') }, {}],
    ['objects', { language: {}, isAutoSaveOn: 'yes', conflict: ['ask'] }, {}],
    ['unknown fields', { session: 'secret', __proto__: { target: '4k' } }, {}],
  ])('use the default of each invalid field when %s is stored', async (_, stored, valid) => {
    await fakeBrowser.storage.local.set({ settings: stored });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, ...valid });
  });

  it('keep the fields of a newer version', async () => {
    await fakeBrowser.storage.local.set({ settings: { target: '8k', hologram: true } });
    await changeSettings({ theme: 'dark' });
    expect(await fakeBrowser.storage.local.get('settings')).toEqual({
      settings: { target: '8k', hologram: true, theme: 'dark' },
    });
  });

  it('are read where earlier versions kept them, until the first change moves them', async () => {
    await fakeBrowser.storage.sync.set({ settings: { target: '4k', hologram: true } });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, target: '4k' });
    await changeSettings({ theme: 'dark' });
    expect(await fakeBrowser.storage.local.get('settings')).toEqual({
      settings: { target: '4k', hologram: true, theme: 'dark' },
    });
    await fakeBrowser.storage.sync.set({ settings: { target: '2k' } });
    expect(await readSettings()).toMatchObject({ target: '4k', theme: 'dark' });
  });

  it('are read also where the browser has no sync', async () => {
    const get = vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValue(new Error('disabled'));
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    get.mockRestore();
  });

  it('are reported with their defaults until the watch is stopped', async () => {
    const seen: Settings[] = [];
    const stop = watchSettings((settings) => seen.push(settings));
    await changeSettings({ upscaler: 'fast-hd' });
    await vi.waitFor(() => expect(seen).toEqual([{ ...DEFAULT_SETTINGS, upscaler: 'fast-hd' }]));
    stop();
    await changeSettings({ upscaler: 'auto' });
    expect(seen).toHaveLength(1);
  });
});

it('the time of the last visit is stored, and 0 at first', async () => {
  expect(await lastSeen.read()).toBe(0);
  await lastSeen.write(77);
  expect(await lastSeen.read()).toBe(77);
});
