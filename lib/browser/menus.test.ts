import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createImageMenu, type MenuClick, onImageMenuClick } from './menus';

interface Item {
  id: string;
  title: string;
  parentId?: string;
  contexts: string[];
}
type Click = (info: Record<string, unknown>, tab?: Record<string, unknown>) => void;

let menu: Item[];
let listeners: Click[];

beforeEach(() => {
  menu = [];
  listeners = [];
  Object.assign(fakeBrowser.contextMenus, {
    removeAll: async () => {
      menu = [];
    },
    create: (item: Item) => {
      if (menu.some(({ id }) => id === item.id)) throw new Error(`duplicate id ${item.id}`);
      menu.push(item);
    },
    onClicked: { addListener: (listener: Click) => listeners.push(listener) },
  });
});

const SIZES = [
  { id: '2k', title: '2K' },
  { id: '4k', title: '4K' },
] as const;

describe('the menu', () => {
  it('is one entry on images with the choices below it', async () => {
    await createImageMenu('Upscale with Dreamina', SIZES);
    const [parent, ...items] = menu;
    expect(parent).toMatchObject({ title: 'Upscale with Dreamina', contexts: ['image'] });
    expect(parent?.parentId).toBeUndefined();
    expect(items).toEqual(
      SIZES.map((item) => ({ ...item, parentId: parent?.id, contexts: ['image'] })),
    );
  });

  it('replaces the menu of the version before', async () => {
    await createImageMenu('Old', SIZES);
    await createImageMenu('New', [{ id: '2k', title: '2K' }]);
    expect(menu.map(({ title }) => title)).toEqual(['New', '2K']);
  });
});

describe('a click', () => {
  const info = {
    menuItemId: '4k',
    srcUrl: 'https://cdn.example.com/a.jpg',
    pageUrl: 'https://gallery.example/7',
    frameUrl: 'https://frame.example/x',
    frameId: 3,
  };
  const tab = { id: 9, url: 'https://gallery.example/7', title: 'Gallery' };
  const full: MenuClick = {
    imageUrl: info.srcUrl,
    pageUrl: info.pageUrl,
    frameUrl: info.frameUrl,
    pageTitle: 'Gallery',
    tabId: 9,
    frameId: 3,
  };

  function click(details: Record<string, unknown>, inTab?: Record<string, unknown>): unknown[] {
    const told: unknown[] = [];
    onImageMenuClick((itemId, place) => told.push(itemId, place));
    for (const listener of listeners) listener(details, inTab);
    return told;
  }

  it.each<[string, Record<string, unknown>, Record<string, unknown>, MenuClick]>([
    ['what and where', info, tab, full],
    [
      'the top frame when no frame is named',
      { ...info, frameId: undefined, frameUrl: undefined },
      tab,
      { ...full, frameId: 0, frameUrl: info.pageUrl },
    ],
    [
      'the page of the tab when no page is named',
      { menuItemId: '4k', srcUrl: info.srcUrl },
      tab,
      { ...full, frameId: 0, frameUrl: tab.url, pageUrl: tab.url },
    ],
    [
      'nothing it was not told',
      { menuItemId: '4k', srcUrl: info.srcUrl },
      { id: 9 },
      { ...full, frameId: 0, frameUrl: '', pageUrl: '', pageTitle: '' },
    ],
    ['a tab with id 0', info, { ...tab, id: 0 }, { ...full, tabId: 0 }],
  ])('tells %s', (_, details, inTab, expected) => {
    expect(click(details, inTab)).toEqual(['4k', expected]);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown> | undefined]>([
    ['without an image', { ...info, srcUrl: undefined }, tab],
    ['outside a tab', info, undefined],
    ['in a tab without an id', info, { title: 'devtools' }],
  ])('%s does nothing', (_, details, inTab) => {
    expect(click(details, inTab)).toEqual([]);
  });
});
