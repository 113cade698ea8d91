import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPicker, pickedTabs, pickerPath, tabsToRightOf } from './picker';

const create = vi.fn();
const update = vi.fn();
let asked: unknown;
let page: string;
let open: { id?: number; windowId?: number }[];

beforeEach(() => {
  fakeBrowser.reset();
  create.mockReset();
  update.mockReset();
  open = [];
  page = 'https://gallery.example/';
  Object.assign(fakeBrowser.tabs, {
    create,
    get: async () => ({ url: page, windowId: 2 }),
    update,
    query: async (query: unknown) => {
      asked = query;
      return open;
    },
  });
});

it('names its tabs in its address, and reads them back, each once', () => {
  expect(pickedTabs(pickerPath([5, 12]).replace(/^.*\?/, '?'))).toEqual([5, 12]);
  expect(pickedTabs('?tab=5&tab=5&tab=x&tab=-1&tab=1e3&tab=')).toEqual([5]);
  expect(pickedTabs('')).toEqual([]);
});

it('opens as the child of the tab', async () => {
  await openPicker(7);
  expect(create).toHaveBeenCalledWith({
    url: expect.stringMatching(/\/picker\.html\?tab=7$/),
    openerTabId: 7,
    windowId: 2,
  });
});

it('comes to the front instead if it is open already, also with more tabs', async () => {
  open = [{ id: 30, windowId: 2 }];
  await openPicker(7);
  expect(create).not.toHaveBeenCalled();
  expect(update).toHaveBeenCalledWith(30, { active: true });
  expect(asked).toEqual({
    url: [expect.stringMatching(/\?tab=7$/), expect.stringMatching(/\?tab=7&\*$/)],
  });
});

it('does not open for a page of ours', async () => {
  page = fakeBrowser.runtime.getURL('/picker.html?tab=7' as never);
  expect(await openPicker(7)).toBe(false);
  expect(create).not.toHaveBeenCalled();
});

it('counts the tabs to the right without pages of ours', async () => {
  const own = fakeBrowser.runtime.getURL('/picker.html' as never);
  Object.assign(fakeBrowser.tabs, {
    get: async () => ({ index: 1, windowId: 3 }),
    query: async () => [
      { id: 1, index: 0 },
      { id: 2, index: 1 },
      { id: 3, index: 2, url: `${own}?tab=2` },
      { id: 4, index: 3 },
      { id: 5, index: 4, url: 'https://gallery.example/' },
    ],
  });
  expect(await tabsToRightOf(2)).toEqual([4, 5]);
});
