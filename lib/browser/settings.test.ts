import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { seenAt } from './seen';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettings,
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
  expect(await seenAt.read()).toBe(0);
  await seenAt.write(77);
  expect(await seenAt.read()).toBe(77);
});
