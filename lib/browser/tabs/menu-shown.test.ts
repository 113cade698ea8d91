import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hideWhereNothingIs } from './menu-shown';
import type { PointerClick } from './menus';

type Listener = (shown: object, tab?: object) => void;

let listeners: Listener[];
let done: string[];
let asked: PointerClick[];

const SHOWN = {
  contexts: ['page', 'all'],
  menuIds: ['upscale', 'pointer'],
  frameId: 3,
  pageUrl: 'https://gallery.example/',
  frameUrl: 'https://gallery.example/frame',
  targetElementId: 9,
};
const TAB = { id: 5, title: 'Gallery' };

beforeEach(() => {
  vi.useFakeTimers();
  listeners = [];
  done = [];
  asked = [];
  Object.assign(fakeBrowser, {
    menus: {
      onShown: { addListener: (listener: Listener) => listeners.push(listener) },
      refresh: async () => void done.push('refresh'),
    },
  });
  Object.assign(fakeBrowser.contextMenus, {
    update: async (id: string, { visible }: { visible: boolean }) =>
      void done.push(`${id} ${visible}`),
  });
  return () => {
    vi.useRealTimers();
    Object.assign(fakeBrowser, { menus: undefined });
  };
});

async function open(
  hasImage: () => Promise<boolean>,
  shown: object = {},
  tab: object | undefined = TAB,
) {
  hideWhereNothingIs((click) => {
    asked.push(click);
    return hasImage();
  });
  expect(listeners).toEqual([]);
  await vi.advanceTimersByTimeAsync(300);
  for (const listener of listeners) listener({ ...SHOWN, ...shown }, tab);
  await vi.advanceTimersByTimeAsync(1_000);
}

const nothing = async () => false;

describe('our entry', () => {
  it('is hidden for this one menu where nothing can be found', async () => {
    await open(nothing);
    expect(done).toEqual(['pointer false', 'refresh', 'pointer true']);
    expect(asked).toEqual([
      {
        tabId: 5,
        frameId: 3,
        pageUrl: SHOWN.pageUrl,
        frameUrl: SHOWN.frameUrl,
        pageTitle: 'Gallery',
        targetElementId: 9,
      },
    ]);
  });

  it('is hidden in the menu of one entry as well', async () => {
    await open(nothing, { menuIds: ['direct'] });
    expect(done).toEqual(['direct false', 'refresh', 'direct true']);
  });

  it.each<[string, () => Promise<boolean>]>([
    ['there is something', async () => true],
    ['the page cannot be asked', () => Promise.reject(new Error('Missing host permission'))],
    ['the page is slow', () => new Promise((give) => setTimeout(give, 200, false))],
  ])('stays where %s', async (_, hasImage) => {
    await open(hasImage);
    expect(asked).toHaveLength(1);
    expect(done).toEqual([]);
  });

  it.each<[string, object, object | undefined]>([
    ['on an image', { contexts: ['image', 'all'] }, TAB],
    ['where the extension may not look', { pageUrl: undefined }, TAB],
    ['where Firefox names no element', { targetElementId: undefined }, TAB],
    ['on the toolbar button', { frameId: undefined }, TAB],
    ['in a menu of no tab', {}, {}],
    ['where it is not in the menu', { menuIds: [] }, TAB],
  ])('stays %s, and the page is not asked', async (_, shown, tab) => {
    await open(nothing, shown, tab);
    expect(asked).toEqual([]);
    expect(done).toEqual([]);
  });
});

it('other browsers have no such event', async () => {
  Object.assign(fakeBrowser, { menus: undefined });
  hideWhereNothingIs(nothing);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(listeners).toEqual([]);
});
