import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createMenus, type MenuClick, type MenuWords, onMenuClick, renameMenus } from './menus';

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
    update: async (id: string, { title }: { title: string }) => {
      const item = menu.find((each) => each.id === id);
      if (!item) throw new Error(`no item ${id}`);
      item.title = title;
    },
    onClicked: { addListener: (listener: Click) => listeners.push(listener) },
  });
});

const create = (words: MenuWords) => createMenus(async () => words);
const rename = (words: MenuWords) => renameMenus(async () => words);

const SIZES = [
  { target: '2k', title: '2K' },
  { target: '4k', title: '4K' },
] as const;
const MORE = { severalTitle: 'Choose several', listTitle: 'The list' };
const WORDS = { title: 'Upscale with Dreamina', targets: SIZES, ...MORE };

describe('the menu of one entry', () => {
  const direct = { title: 'Upscale with Dreamina (2K)', targets: [], ...MORE };
  const several = [
    { id: 'several', title: 'Choose several', contexts: ['action'] },
    { id: 'list', title: 'The list', contexts: ['action'] },
  ];

  it('is on images', async () => {
    await create(direct);
    expect(menu).toEqual([
      { id: 'direct', title: 'Upscale with Dreamina (2K)', contexts: ['image'] },
      ...several,
    ]);
  });

  it('is everywhere where the pointer is to be served as well, and still one', async () => {
    await create({ ...direct, pointerTitle: 'Under pointer' });
    expect(menu).toEqual([
      { id: 'direct', title: 'Upscale with Dreamina (2K)', contexts: ['all'] },
      ...several,
    ]);
  });
});

it('the menu is built once at a time', async () => {
  await Promise.all([create(WORDS), create({ ...WORDS, targets: [], ...MORE }), create(WORDS)]);
  expect(menu.map(({ id }) => id)).toEqual(['upscale', '2k', '4k', 'several', 'list']);
});

describe('new titles', () => {
  const priced = {
    ...WORDS,
    targets: [
      { target: '2k', title: '2K · about 1 credit' },
      { target: '4k', title: '4K · about 4 credits' },
    ],
  } as const;
  const titles = () => menu.map(({ title }) => title);

  it('are written on the items that are there', async () => {
    await create({ ...WORDS, pointerTitle: 'Under pointer' });
    const before = [...menu];
    await rename({ ...priced, pointerTitle: 'Below it' });
    expect(titles()).toEqual([
      WORDS.title,
      '2K · about 1 credit',
      '4K · about 4 credits',
      'Below it',
      'Choose several',
      'The list',
    ]);
    expect(menu.every((item, at) => item === before[at])).toBe(true);
  });

  it('are written on the one direct entry', async () => {
    await create({ title: 'Now', targets: [], ...MORE });
    await rename({ title: 'Now (2K · about 1 credit)', targets: [], ...MORE });
    expect(titles()).toEqual(['Now (2K · about 1 credit)', 'Choose several', 'The list']);
  });

  it('bring a menu back that is missing', async () => {
    await rename(priced);
    expect(titles()).toEqual([
      WORDS.title,
      '2K · about 1 credit',
      '4K · about 4 credits',
      'Choose several',
      'The list',
    ]);
  });

  it('come in the order in which they were asked for, however long their words take', async () => {
    let give: (words: MenuWords) => void = () => {};
    const slow = createMenus(() => new Promise((resolve) => (give = resolve)));
    const quick = rename(priced);
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    give(WORDS);
    await Promise.all([slow, quick]);
    expect(titles()).toContain('4K · about 4 credits');
  });

  it('are written although the ones before could not be', async () => {
    const lost = createMenus(() => Promise.reject(new Error('no words')));
    await expect(lost).rejects.toThrow('no words');
    await rename(priced);
    expect(titles()).toContain('2K · about 1 credit');
  });
});

describe('the menu', () => {
  it('is one entry on images with the choices below it', async () => {
    await create(WORDS);
    const [parent, ...items] = menu.filter(({ id }) => id !== 'several' && id !== 'list');
    expect(parent).toMatchObject({ title: 'Upscale with Dreamina', contexts: ['image'] });
    expect(parent?.parentId).toBeUndefined();
    expect(items).toEqual(
      SIZES.map(({ target, title }) => ({
        id: target,
        title,
        parentId: parent?.id,
        contexts: ['image'],
      })),
    );
  });

  it('has one more entry elsewhere when that is switched on, below the same one', async () => {
    await create({ ...WORDS, pointerTitle: 'Under pointer' });
    expect(menu.filter(({ parentId }) => !parentId)).toHaveLength(1);
    expect(menu[0]?.contexts).toEqual(['all']);
    expect(menu.find(({ id }) => id === 'pointer')).toMatchObject({
      title: 'Under pointer',
      contexts: ['all'],
    });
    expect(menu.filter(({ contexts }) => contexts.includes('image'))).toHaveLength(2);
  });

  it.each(['several', 'list'])('has the entry "%s" where the parent is', async (name) => {
    const entry = () => menu.find(({ id }) => id === name);
    await create(WORDS);
    expect(entry()).toMatchObject({ parentId: menu[0]?.id, contexts: ['image'] });
    await create({ ...WORDS, pointerTitle: 'Under pointer' });
    expect(entry()).toMatchObject({ parentId: menu[0]?.id, contexts: ['all'] });
  });

  it('replaces the menu of the version before', async () => {
    await create({ ...WORDS, title: 'Old' });
    await create({ title: 'New', targets: [SIZES[0]], ...MORE });
    expect(menu.map(({ title }) => title)).toEqual(['New', '2K', 'Choose several', 'The list']);
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
    onMenuClick({
      image: (itemId, place) => told.push(itemId, place),
      pointer: (place) => told.push('pointer', place),
      button: (place) => told.push('button', place),
      several: (tabId) => told.push('several', tabId),
      list: () => told.push('list'),
    });
    for (const listener of listeners) listener(details, inTab);
    return told;
  }

  it('on the entry for several images names the tab, wherever it is; but not on our own pages', () => {
    const menuItemId = 'several';
    expect(click({ ...info, menuItemId }, tab)).toEqual(['several', tab.id]);
    expect(click({ menuItemId, pageUrl: info.pageUrl }, tab)).toEqual(['several', tab.id]);
    const own = fakeBrowser.runtime.getURL('/options.html' as never);
    expect(click({ menuItemId, pageUrl: own }, tab)).toEqual([]);
  });

  it('on an image without an address is reported as well (a revoked blob in Firefox)', () => {
    const { imageUrl: _, ...place } = full;
    for (const menuItemId of ['2k', 'direct']) {
      expect(click({ ...info, menuItemId, srcUrl: '', mediaType: 'image' }, tab)).toEqual([
        menuItemId,
        place,
      ]);
    }
  });

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

  it.each([
    ['an image', { mediaType: 'image' }, 'direct'],
    ['a video', { mediaType: 'video' }, 'pointer'],
    ['nothing the browser knows', { srcUrl: undefined }, 'pointer'],
  ])('by the one entry on %s tells of %s', (_, parts, expected) => {
    const [told] = click({ ...info, menuItemId: 'direct', ...parts }, tab);
    expect(told).toBe(expected);
  });

  it('elsewhere reports the frame and the link or medium', () => {
    const { srcUrl: _, ...elsewhere } = info;
    const linkUrl = 'https://gallery.example/full.jpg';
    const { imageUrl: _url, ...place } = full;
    const told = click({ ...elsewhere, menuItemId: 'pointer', linkUrl }, tab);
    expect(told).toEqual(['pointer', { ...place, linkUrl }]);
  });

  it.each([
    ['pointer', 'Chromium', {}],
    ['direct', 'Chromium', {}],
    ['pointer', 'Firefox', { pageUrl: tab.url }],
  ])('on %s in the menu of the toolbar button tells the page, in %s', (id, _, details) => {
    const { imageUrl: _url, ...place } = full;
    const told = click({ menuItemId: id, editable: false, ...details }, tab);
    expect(told).toEqual(['button', { ...place, frameId: 0, frameUrl: tab.url }]);
  });

  it('elsewhere on a page of our own does nothing: there is nothing to find', () => {
    const pageUrl = fakeBrowser.runtime.getURL('/popup.html');
    for (const menuItemId of ['pointer', 'direct']) {
      expect(click({ menuItemId, pageUrl, frameId: 0 }, { ...tab, id: -1 })).toEqual([]);
    }
  });

  it('reports the link around an image, which tells it from others with the same address', () => {
    const linkUrl = 'https://gallery.example/full.jpg';
    expect(click({ ...info, linkUrl }, tab)).toEqual(['4k', { ...full, linkUrl }]);
  });

  it('reports the element, where the browser knows it', () => {
    const told = click({ ...info, targetElementId: 7 }, tab);
    expect(told).toEqual(['4k', { ...full, targetElementId: 7 }]);
    expect(click(info, tab)[1]).not.toHaveProperty('targetElementId');
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown> | undefined]>([
    ['without an image', { ...info, srcUrl: undefined }, tab],
    ['outside a tab', info, undefined],
    ['in a tab without an id', info, { title: 'devtools' }],
  ])('%s does nothing', (_, details, inTab) => {
    expect(click(details, inTab)).toEqual([]);
  });
});
