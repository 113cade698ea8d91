import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anyChoices } from '@/tests/support/any-choices';
import { mulberry32 } from '@/tests/support/random';
import {
  checkChoices,
  putBackSettings,
  readChoices,
  readPrevious,
  replaceChoices,
  resetSettings,
  watchPrevious,
} from './choices';
import { pickerChoices } from './picker-choices';
import { changeRetention, DEFAULT_RETENTION, readRetention } from './retention';
import { changeSettings, DEFAULT_SETTINGS, readSettings } from './settings';

beforeEach(() => fakeBrowser.reset());

const local = () => fakeBrowser.storage.local.get(null);

describe('what the person chose', () => {
  it('is what is stored in all places, and nothing else', async () => {
    expect(await readChoices()).toEqual({});
    await changeSettings({ target: '4k' });
    await changeRetention({ days: 30 });
    await fakeBrowser.storage.local.set({ picker: { start: 'all', sort: 7 }, savedCount: 5 });
    expect(await readChoices()).toEqual({
      target: '4k',
      'picker.start': 'all',
      'retention.days': 30,
      'retention.rows': DEFAULT_RETENTION.rows,
      'retention.bytes': DEFAULT_RETENTION.bytes,
      'retention.includesUnsaved': false,
    });
  });

  it('is the same after it was replaced by itself, whatever it is', async () => {
    const random = mulberry32(19);
    for (let round = 0; round < 100; round++) {
      const chosen = anyChoices(random);
      await replaceChoices(chosen, 'file', round);
      expect(await readChoices()).toEqual(chosen);
    }
  });

  it('reaches those who use it', async () => {
    await replaceChoices(
      { theme: 'dark', 'picker.sort': 'bytes', 'retention.rows': 200 },
      'sync',
      1,
    );
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(await readRetention()).toEqual({ ...DEFAULT_RETENTION, rows: 200 });
    const usual = { start: 'none', sort: 'page', width: {}, height: {}, hasIcons: true } as const;
    expect(await pickerChoices.read(usual)).toEqual({ ...usual, sort: 'bytes' });
  });
});

it('values from outside are sorted into valid, damaged and unknown ones', () => {
  const outside = JSON.parse(
    '{"target":"4k","parallel":9,"session":"x","picker.width":{"from":1,"to":-2},' +
      '"picker.height":{"from":1,"evil":2},"retention":{},"__proto__":{"theme":"dark"},"constructor":1}',
  );
  expect(checkChoices(outside)).toEqual({
    chosen: { target: '4k', 'picker.height': { from: 1 } },
    damaged: ['parallel', 'picker.width'],
    unknown: ['session', 'retention', '__proto__', 'constructor'],
  });
});

describe('the previous settings', () => {
  it('are kept by every replacement, and come back whole, again and again', async () => {
    expect(await readPrevious()).toBeUndefined();
    // A field of a newer version is kept as well.
    await fakeBrowser.storage.local.set({ settings: { target: '4k', hologram: true } });
    await changeRetention({ rows: 200 });
    const before = await local();
    await replaceChoices({ theme: 'dark' }, 'file', 5);
    expect(await readPrevious()).toEqual({ at: 5, by: 'file' });
    const after = await local();
    await putBackSettings(6);
    expect(await local()).toMatchObject({ ...before, picker: {} });
    expect(await readPrevious()).toEqual({ at: 6, by: 'put-back' });
    await putBackSettings(7);
    const { previousSettings: _, ...settings } = await local();
    expect(after).toMatchObject(settings);
  });

  it('of a reset are the settings alone', async () => {
    await changeSettings({ target: '4k' });
    await changeRetention({ rows: 200 });
    await resetSettings(5);
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    expect(await readRetention()).toMatchObject({ rows: 200 });
    await changeRetention({ rows: 1_000 });
    await putBackSettings(6);
    expect(await readSettings()).toMatchObject({ target: '4k' });
    expect(await readRetention()).toMatchObject({ rows: 1_000 });
  });

  it('are replaced together with the settings, or not at all', async () => {
    await changeSettings({ target: '4k' });
    await replaceChoices({ theme: 'dark' }, 'file', 5);
    const before = await local();
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    await expect(replaceChoices({ theme: 'light' }, 'sync', 6)).rejects.toThrow('full');
    expect(set).toHaveBeenCalledOnce();
    set.mockRestore();
    expect(await local()).toEqual(before);
  });

  it('that are damaged change nothing', async () => {
    for (const damaged of [7, { at: 'x', by: 'file' }, { at: 1, by: 'file', parts: 'x' }]) {
      await fakeBrowser.storage.local.set({
        previousSettings: damaged,
        settings: { theme: 'dark' },
      });
      await putBackSettings(9);
      expect(await readSettings()).toMatchObject({ theme: 'dark' });
    }
    await fakeBrowser.storage.local.set({
      previousSettings: { at: 1, by: 'file', parts: { settings: { parallel: 99, target: '4k' } } },
    });
    await putBackSettings(9);
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, target: '4k' });
  });

  it('are told of until the watch is stopped', async () => {
    const seen: unknown[] = [];
    const stop = watchPrevious((previous) => seen.push(previous));
    await resetSettings(5);
    await vi.waitFor(() => expect(seen).toEqual([{ at: 5, by: 'reset' }]));
    stop();
    await resetSettings(6);
    expect(seen).toHaveLength(1);
  });

  it('change in turn with other changes', async () => {
    await Promise.all([
      changeSettings({ target: '4k' }),
      replaceChoices({ theme: 'dark' }, 'file', 5),
      changeSettings({ parallel: 1 }),
    ]);
    expect(await readChoices()).toEqual({ theme: 'dark', parallel: 1 });
    await putBackSettings(6);
    expect(await readChoices()).toEqual({ target: '4k' });
  });
});
