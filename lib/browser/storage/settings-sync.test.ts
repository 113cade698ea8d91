import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anyChoices } from '@/tests/support/any-choices';
import { limitSync } from '@/tests/support/limited-sync';
import { mulberry32 } from '@/tests/support/random';
import type { Choices } from './choices';
import { fetchChoices, readSyncMark, sendChoices, watchSyncMark } from './settings-sync';

let unlimit: () => void;
beforeEach(() => {
  fakeBrowser.reset();
  unlimit = limitSync({ writes: 10_000 });
});
afterEach(() => {
  vi.restoreAllMocks();
  unlimit();
});

const { sync } = fakeBrowser.storage;
/** The storage without limits. */
const store = sync.set.bind(sync);
const all = () => sync.get(null);
/** 100 templates of 120 characters: 12 kB. */
const templates = Array.from({ length: 100 }, (_, at) => `${at}`.padEnd(120, 'x'));

describe('sending and fetching', () => {
  it('brings what was chosen, whatever it is, as long as it fits', async () => {
    const random = mulberry32(3);
    for (let round = 0; round < 100; round++) {
      const { savedTemplates: _, ...chosen } = anyChoices(random);
      expect(await sendChoices(chosen, '1.2.3', round)).toEqual({ state: 'sent', at: round });
      expect(await fetchChoices()).toEqual({
        state: 'fetched',
        at: round,
        version: '1.2.3',
        chosen,
        damaged: [],
        unknown: [],
      });
      expect(await readSyncMark()).toEqual({ at: round, version: '1.2.3' });
    }
  });

  it('has a key for each setting, and leaves what is not ours', async () => {
    await sync.set({ settings: { theme: 'dark' }, other: 1 });
    await sendChoices({ target: '4k', folder: 'x' }, '1.2.3', 5);
    await sendChoices({ target: '2k' }, '1.2.3', 6);
    expect(Object.keys(await all()).sort()).toEqual([
      'other',
      'settings',
      'settings/at',
      'settings/target',
    ]);
  });

  it('takes a whole set of settings, with the longest text of each', async () => {
    const long = 'ü'.repeat(300);
    const chosen = { menuText: '字'.repeat(60), nameTemplate: long, folder: long };
    expect(await sendChoices(chosen, '1.2.3', 5)).toMatchObject({ state: 'sent' });
  });
});

describe('what does not fit', () => {
  beforeEach(() => sendChoices({ target: '4k', folder: 'before' }, '1.0.0', 1));

  it('is named, and nothing is written', async () => {
    const before = await all();
    const set = vi.mocked(sync.set).mockClear();
    const chosen: Partial<Choices> = { savedTemplates: templates, theme: 'dark' };
    expect(await sendChoices(chosen, '1.2.3', 5)).toEqual({
      state: 'too-large',
      names: ['savedTemplates'],
    });
    expect(set).not.toHaveBeenCalled();
    expect(await all()).toEqual(before);
  });

  it('is named also where only the browser finds it too long', async () => {
    const before = await all();
    // Chrome writes each "<" as six bytes.
    const chosen = {
      savedTemplates: [
        '<'.repeat(300),
        '<'.repeat(300),
        '<'.repeat(300),
        '<'.repeat(300),
        '<'.repeat(300),
      ],
    };
    expect(await sendChoices(chosen, '1.2.3', 5)).toEqual({
      state: 'too-large',
      names: ['savedTemplates'],
    });
    expect(await all()).toEqual(before);
  });

  it('is refused as a whole where something else has filled the storage', async () => {
    for (let at = 0; at < 13; at++) await sync.set({ [`other${at}`]: 'x'.repeat(7_800) });
    const before = await all();
    expect(
      await sendChoices(
        {
          folder: 'x'.repeat(300),
          nameTemplate: 'y'.repeat(300),
          savedTemplates: templates.slice(0, 50),
        },
        '1.2.3',
        5,
      ),
    ).toEqual({ state: 'full' });
    expect(await all()).toEqual(before);
  });

  it('is said after too many writes', async () => {
    unlimit();
    unlimit = limitSync({ writes: 0 });
    const before = await all();
    expect(await sendChoices({ theme: 'dark' }, '1.2.3', 5)).toEqual({ state: 'too-often' });
    expect(await all()).toEqual(before);
  });
});

describe('a browser that refuses', () => {
  beforeEach(() => sendChoices({ target: '4k', folder: 'before' }, '1.0.0', 1));
  const chosen = { target: '2k', theme: 'dark' } as const;

  /** Lets a write through in part, as a browser without transactions might. */
  function breakOff(words = 'disk I/O error') {
    return vi.spyOn(sync, 'set').mockImplementationOnce(async (values) => {
      const [first] = Object.entries(values as Record<string, unknown>);
      if (first) await store({ [first[0]]: first[1] });
      throw new Error(words);
    });
  }

  it('is quoted, and what it had stored of it is taken back', async () => {
    const before = await all();
    breakOff();
    expect(await sendChoices(chosen, '1.2.3', 5)).toEqual({
      state: 'refused',
      words: 'disk I/O error',
    });
    expect(await all()).toEqual(before);
  });

  it('is quoted where it takes nothing back either, and sending again repairs it', async () => {
    breakOff().mockRejectedValueOnce(new Error('still broken'));
    expect(await sendChoices(chosen, '1.2.3', 5)).toEqual({
      state: 'mixed',
      words: 'still broken',
    });
    expect(await sendChoices(chosen, '1.2.3', 6)).toMatchObject({ state: 'sent' });
    expect(await fetchChoices()).toMatchObject({ chosen });
  });

  it('names no limit: Firefox', async () => {
    const words = 'storage.sync API call exceeded its quota limitations.';
    vi.spyOn(sync, 'set').mockRejectedValueOnce(new Error(`QuotaExceededError: ${words}`));
    expect(await sendChoices(chosen, '1.2.3', 5)).toEqual({ state: 'full' });
  });

  it('has no sync at all', async () => {
    vi.spyOn(sync, 'get').mockRejectedValue(new Error('disabled'));
    expect(await sendChoices(chosen, '1.2.3', 5)).toEqual({ state: 'refused', words: 'disabled' });
    expect(await fetchChoices()).toEqual({ state: 'refused', words: 'disabled' });
    expect(await readSyncMark()).toBeUndefined();
  });
});

describe('what is in the sync', () => {
  it('may be nothing, or not ours', async () => {
    expect(await fetchChoices()).toEqual({ state: 'nothing' });
    expect(await readSyncMark()).toBeUndefined();
    await sync.set({ settings: { theme: 'dark' }, 'settings/at': 'x', 'settings/theme': 'dark' });
    expect(await fetchChoices()).toEqual({ state: 'nothing' });
    expect(await readSyncMark()).toBeUndefined();
  });

  it('may be of a newer form, or may not have arrived whole', async () => {
    await sendChoices({ theme: 'dark', target: '4k' }, '1.2.3', 5);
    await sync.remove('settings/theme');
    expect(await fetchChoices()).toEqual({ state: 'incomplete' });
    const { 'settings/at': mark } = await sync.get('settings/at');
    await sync.set({ 'settings/at': { ...(mark as object), formatVersion: 2 } });
    expect(await fetchChoices()).toEqual({ state: 'newer' });
  });

  it('may be damaged or unknown in parts, which are named', async () => {
    await sendChoices({ theme: 'dark', target: '4k' }, '1.2.3', 5);
    const { 'settings/at': mark } = await sync.get('settings/at');
    const names = ['theme', 'target', 'hologram'];
    await sync.set({
      'settings/theme': 'pink',
      'settings/hologram': 1,
      'settings/at': { ...(mark as object), names },
    });
    expect(await fetchChoices()).toMatchObject({
      chosen: { target: '4k' },
      damaged: ['theme'],
      unknown: ['hologram'],
    });
  });

  it('is told of when it changes, until the watch is stopped', async () => {
    const seen: unknown[] = [];
    const stop = watchSyncMark((mark) => seen.push(mark));
    await sendChoices({}, '1.2.3', 5);
    await vi.waitFor(() => expect(seen).toEqual([{ at: 5, version: '1.2.3' }]));
    stop();
    await sendChoices({}, '1.2.3', 6);
    expect(seen).toHaveLength(1);
  });
});
