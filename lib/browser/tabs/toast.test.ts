import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ToastData } from '@/lib/page/ui/toast-data';
import { onToastPress, pageVisibility, pauseToasts, showToast, type ToastPress } from './toast';

const DATA: Omit<ToastData, 'id'> = {
  tone: 'good',
  title: 'Done',
  detail: 'boat',
  buttons: [],
  close: 'Close',
  label: 'Upscale',
  orphaned: { title: 'Updated', detail: 'Open it again.' },
  language: 'en',
  theme: 'auto',
};
const OURS = 'our-extension';
const PAGE = { tabId: 5, pageUrl: 'https://gallery.example/7' };

let injected: Record<string, unknown>[];
let isReachable: boolean;
let tab: Record<string, unknown>;
let isFocused: boolean;
let hear: (message: unknown, sender: Record<string, unknown>) => void;

beforeEach(() => {
  fakeBrowser.reset();
  injected = [];
  isReachable = true;
  isFocused = true;
  tab = { active: true, windowId: 1, url: 'https://gallery.example/8' };
  Object.assign(fakeBrowser, {
    scripting: {
      executeScript: async (injection: Record<string, unknown>) => {
        if (!isReachable) throw new Error('Cannot access contents of the page');
        injected.push(injection);
        return [{ result: true }];
      },
    },
  });
  Object.assign(fakeBrowser.tabs, { get: async () => tab });
  Object.assign(fakeBrowser.windows, { get: async () => ({ focused: isFocused }) });
  Object.assign(fakeBrowser.runtime, {
    id: OURS,
    onMessage: { addListener: (listener: typeof hear) => (hear = listener) },
  });
});

afterEach(() => {
  vi.useRealTimers();
});

const idOf = (at: number) =>
  (injected.filter(({ args }) => args)[at]?.args as [ToastData] | undefined)?.[0].id ?? '';

async function press(message: unknown, sender: Record<string, unknown> = {}) {
  const pressed: ToastPress[] = [];
  onToastPress((each) => pressed.push(each));
  hear(message, { id: OURS, tab: { id: 5 }, frameId: 0, ...sender });
  await new Promise((resolve) => setTimeout(resolve));
  return pressed;
}

describe('where a toast can be', () => {
  it.each<[string, Record<string, unknown>, boolean, string]>([
    ['the page of the click', {}, true, 'in-front'],
    ['it in a window behind', {}, false, 'behind'],
    ['it in a tab behind', { active: false }, true, 'behind'],
    ['another site', { url: 'https://other.example/' }, true, 'gone'],
    ['a page that may not be known', { url: undefined }, true, 'gone'],
  ])('%s', async (_, parts, focused, expected) => {
    Object.assign(tab, parts);
    isFocused = focused;
    expect(await pageVisibility({ tabId: 5, pageUrl: 'https://gallery.example/7' })).toBe(expected);
  });

  it('not a tab that was closed', async () => {
    Object.assign(fakeBrowser.tabs, { get: () => Promise.reject(new Error('No tab')) });
    expect(await pageVisibility({ tabId: 5, pageUrl: 'https://gallery.example/7' })).toBe('gone');
  });
});

describe('showing', () => {
  it('puts the script and then the words into the top frame', async () => {
    expect(await showToast(PAGE, ['a'], DATA)).toBe(true);
    expect(injected).toMatchObject([
      { target: { tabId: 5, frameIds: [0] }, files: ['/toast.js'] },
      { target: { tabId: 5, frameIds: [0] }, args: [DATA, 'https://gallery.example'] },
    ]);
    expect(idOf(0)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is for the site of the click only, wherever the tab has gone meanwhile', async () => {
    await showToast(PAGE, ['a'], DATA);
    const { func, args } = injected.find((each) => each.func) as {
      func: (...args: unknown[]) => unknown;
      args: unknown[];
    };
    const shown: unknown[] = [];
    vi.stubGlobal('upscaleToasts', { show: (data: unknown) => shown.push(data) > 0 });
    for (const href of ['https://bank.example/', 'https://gallery.example.evil.example/7']) {
      vi.stubGlobal('window', { location: { href } });
      expect(func(...args)).toBe(false);
    }
    expect(shown).toEqual([]);
    vi.stubGlobal('window', { location: { href: 'https://gallery.example/9' } });
    expect(func(...args)).toBe(true);
    expect(shown).toHaveLength(1);
  });

  it('waits three seconds for a page that is frozen, and no longer', async () => {
    vi.useFakeTimers();
    Object.assign(fakeBrowser.scripting, { executeScript: () => new Promise(() => {}) });
    const ended: unknown[] = [];
    void showToast(PAGE, ['a'], DATA).then((isShown) => ended.push(isShown));
    void pauseToasts(5).then(() => ended.push('cleared'));
    await vi.advanceTimersByTimeAsync(2_900);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(ended.sort()).toEqual(['cleared', false]);
  });

  it('is silent about a page that cannot be reached', async () => {
    isReachable = false;
    expect(await showToast(PAGE, ['a'], DATA)).toBe(false);
  });
});

describe('a press', () => {
  const pressed = (id: string) => ({ type: 'toast-pressed', id, action: 'save' });

  it('stands for the rows that the toast was about, also after the worker has died', async () => {
    await showToast(PAGE, ['a', 'b'], DATA);
    expect(await press(pressed(idOf(0)))).toEqual([{ action: 'save', jobIds: ['a', 'b'] }]);
  });

  it('may be one of an earlier toast that is still on the screen', async () => {
    await Promise.all([showToast(PAGE, ['a'], DATA), showToast(PAGE, ['b'], DATA)]);
    const told = await Promise.all([press(pressed(idOf(0))), press(pressed(idOf(1)))]);
    expect(
      told
        .flat()
        .map(({ jobIds }) => jobIds[0])
        .sort(),
    ).toEqual(['a', 'b']);
  });

  it.each<[string, (id: string) => unknown, Record<string, unknown>]>([
    ['with an id that was never given', () => pressed('guessed'), {}],
    ['of another tab', pressed, { tab: { id: 6 } }],
    ['of another extension', pressed, { id: 'other-extension' }],
    ['of a frame', pressed, { frameId: 3 }],
    ['outside a tab', pressed, { tab: undefined }],
    ['of another kind', (id) => ({ type: 'finder-chose', id, action: 'save' }), {}],
    ['without an action', (id) => ({ type: 'toast-pressed', id }), {}],
    ['of nothing', () => null, {}],
  ])('%s is not heard', async (_, messageFor, sender) => {
    await showToast(PAGE, ['a'], DATA);
    expect(await press(messageFor(idOf(0)), sender)).toEqual([]);
  });
});
