import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { resetSettings } from './choices';
import { lastSeen } from './last-seen';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  followFormerSettings,
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
    await readSettings();
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

  describe('where earlier versions kept them', () => {
    const { local, sync } = fakeBrowser.storage;
    const FORMER = { target: '4k', hologram: true };
    const storedIn = async () => (await local.get('settings')).settings;
    afterEach(() => vi.restoreAllMocks());

    it('are used, and the first change takes them along', async () => {
      await sync.set({ settings: FORMER });
      expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, target: '4k' });
      await changeSettings({ theme: 'dark' });
      expect(await storedIn()).toEqual({ ...FORMER, theme: 'dark' });
      await sync.set({ settings: { target: '2k' } });
      expect(await readSettings()).toMatchObject({ target: '4k', theme: 'dark' });
    });

    it.each([
      ['nothing', undefined],
      ['something', FORMER],
      ['something damaged', ['4k']],
    ])('are looked for once if there is %s: afterwards one call reads all', async (_, former) => {
      if (former) await sync.set({ settings: former });
      const first = await readSettings();
      const [reads, syncReads] = [vi.spyOn(local, 'get'), vi.spyOn(sync, 'get')];
      expect(await readSettings()).toEqual(first);
      expect(reads).toHaveBeenCalledOnce();
      expect(syncReads).not.toHaveBeenCalled();
    });

    it('stay there', async () => {
      await sync.set({ settings: FORMER });
      await readSettings();
      await changeSettings({ target: '2k' });
      await resetSettings(1);
      expect(await sync.get(null)).toEqual({ settings: FORMER });
    });

    it('undo no change that another page makes while they are looked for', async () => {
      await sync.set({ settings: FORMER });
      const get = vi.spyOn(sync, 'get').mockImplementationOnce(async () => {
        await local.set({ settings: { theme: 'dark' } });
        return { settings: FORMER };
      });
      await readSettings();
      expect(get).toHaveBeenCalledOnce();
      expect(await storedIn()).toEqual({ theme: 'dark' });
      expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    });

    it('are found as soon as the sync of the browser works', async () => {
      await sync.set({ settings: FORMER });
      vi.spyOn(sync, 'get').mockRejectedValueOnce(new Error('disabled'));
      expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
      expect(await readSettings()).toMatchObject({ target: '4k' });
    });

    it('are used also while nothing can be written', async () => {
      await sync.set({ settings: FORMER });
      vi.spyOn(local, 'set').mockRejectedValue(new Error('disk full'));
      expect(await readSettings()).toMatchObject({ target: '4k' });
      expect(await readSettings()).toMatchObject({ target: '4k' });
    });

    it('are followed if they arrive later, and no longer once something was chosen here', async () => {
      followFormerSettings();
      expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
      await sync.set({ settings: FORMER });
      await vi.waitFor(async () => expect(await readSettings()).toMatchObject({ target: '4k' }));
      await changeSettings({ theme: 'dark' });
      await sync.set({ settings: { target: '2k' } });
      await vi.waitFor(async () =>
        expect(await local.get('formerSettings')).toEqual({ formerSettings: { target: '2k' } }),
      );
      expect(await readSettings()).toMatchObject({ target: '4k', theme: 'dark' });
    });
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
