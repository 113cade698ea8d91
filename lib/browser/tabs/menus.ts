import { browser } from 'wxt/browser';
import { createTurns } from '@/lib/async/turns';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { Target } from '@/lib/jimeng/model/tools';
import { inContainer } from '../access/containers';

/** A right click on an image, as the browser reports it. */
export interface MenuClick {
  /** Absent where Firefox reports none, for example for a revoked `blob:`. */
  imageUrl?: string;
  /** Address of the link around the image. */
  linkUrl?: string;
  pageUrl: string;
  frameUrl: string;
  pageTitle: string;
  tabId: number;
  frameId: number;
  /** Firefox's id of the clicked element, for `menus.getTargetElement` in its frame. */
  targetElementId?: number;
  /** Firefox container of the tab. */
  container?: string;
}

/** A right click elsewhere; an image may lie below or behind. */
export interface PointerClick extends Omit<MenuClick, 'imageUrl'> {
  srcUrl?: string;
}

export interface MenuWords {
  /** Title of the top-level entry. */
  title: string;
  /** Sizes to choose from, of one site or of each; if empty, the entry itself upscales to the default size. */
  targets: readonly { target: Target; site?: SiteName; title: string }[];
  /** Title of the entry for clicks elsewhere than on an image; absent if switched off. */
  pointerTitle?: string;
  /** Title of the entry that opens the picker. */
  severalTitle: string;
  /** Title of the entry that opens the list in a tab. */
  listTitle: string;
}

/** The entry at the top, with the sizes below it. */
export const PARENT = 'upscale';
/** The single entry that upscales at once, without a submenu of sizes. */
export const DIRECT = 'direct';
/** The entry below it for a place where the browser sees no image. */
export const POINTER = 'pointer';
const SEVERAL = 'several';
const LIST = 'list';
/** Stands between the size and the site in the id of an entry. */
export const AT = '@';
const idOf = ({ target, site }: MenuWords['targets'][number]) =>
  site ? `${target}${AT}${site}` : target;
/**
 * Contexts that may hold an image without the context `image`. Not `page`, `link`, `video` and `frame`:
 * in Chromium a canvas has none of them (seen in 156).
 */
const EVERYWHERE = ['all'] as const;
/** Two changes of the menu at once would create the same entries twice, and older titles could win. */
const inTurn = createTurns();

/**
 * (Re)creates the menu. Menus persist, so call this in `onInstalled` and on changes of settings.
 * There is one entry at the top level: the browser would nest two of them wherever both are visible,
 * for example on an image inside a link.
 */
export function createMenus(read: () => Promise<MenuWords>): Promise<void> {
  return inTurn(async () => build(await read()));
}

/**
 * Updates the titles of the existing menu. It removes nothing: if the worker died in between, there would
 * be no menu.
 */
export function renameMenus(read: () => Promise<MenuWords>): Promise<void> {
  return inTurn(async () => {
    const words = await read();
    try {
      await rename(words);
    } catch {
      // The menu has other entries, or does not exist.
      await build(words);
    }
  });
}

async function rename(words: MenuWords): Promise<void> {
  const { title, targets, pointerTitle, severalTitle, listTitle } = words;
  const update = (id: string, label: string) => browser.contextMenus.update(id, { title: label });
  await update(targets.length === 0 ? DIRECT : PARENT, title);
  for (const entry of targets) await update(idOf(entry), entry.title);
  if (targets.length > 0 && pointerTitle !== undefined) {
    await update(POINTER, pointerTitle);
  }
  await update(SEVERAL, severalTitle);
  await update(LIST, listTitle);
}

async function build(words: MenuWords): Promise<void> {
  const { title, targets, pointerTitle, severalTitle, listTitle } = words;
  await browser.contextMenus.removeAll();
  const isPointerOn = pointerTitle !== undefined;
  if (targets.length === 0) {
    // It also serves clicks elsewhere: a second entry would nest both.
    browser.contextMenus.create({
      id: DIRECT,
      title,
      contexts: isPointerOn ? [...EVERYWHERE] : ['image'],
    });
    // On a page the browser would nest both, and the one entry is there to be alone.
    browser.contextMenus.create({ id: SEVERAL, title: severalTitle, contexts: ['action'] });
    browser.contextMenus.create({ id: LIST, title: listTitle, contexts: ['action'] });
    return;
  }
  browser.contextMenus.create({
    id: PARENT,
    title,
    contexts: isPointerOn ? [...EVERYWHERE] : ['image'],
  });
  for (const entry of targets) {
    browser.contextMenus.create({
      id: idOf(entry),
      title: entry.title,
      parentId: PARENT,
      contexts: ['image'],
    });
  }
  if (isPointerOn) {
    browser.contextMenus.create({
      id: POINTER,
      title: pointerTitle,
      parentId: PARENT,
      contexts: [...EVERYWHERE],
    });
  }
  for (const [id, label] of [
    [SEVERAL, severalTitle],
    [LIST, listTitle],
  ] as const) {
    browser.contextMenus.create({
      id,
      title: label,
      parentId: PARENT,
      contexts: isPointerOn ? [...EVERYWHERE] : ['image'],
    });
  }
}

/** Registers the listeners. Call it in the first synchronous turn. */
export function onMenuClick(listeners: {
  /** @param itemId the id of the entry: its target, and its site if it names one */
  image(itemId: string, click: MenuClick): void;
  pointer(click: PointerClick): void;
  /** The menu of the toolbar button. It tells no place. */
  button(page: PointerClick): void;
  /** The entry that opens the picker for a tab. */
  several(tabId: number): void;
  /** The entry that opens the list in a tab. */
  list(): void;
}): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    const { srcUrl, linkUrl, menuItemId } = info;
    const pageUrl = info.pageUrl ?? tab.url ?? '';
    const place = {
      pageUrl,
      frameUrl: info.frameUrl ?? pageUrl,
      pageTitle: tab.title ?? '',
      tabId: tab.id,
      frameId: info.frameId ?? 0,
      ...targetOf(info),
      ...inContainer(tab),
    };
    if (menuItemId === LIST) {
      listeners.list();
      return;
    }
    if (menuItemId === SEVERAL) {
      // Our own pages show no pictures of others.
      if (!pageUrl.startsWith(browser.runtime.getURL('/'))) listeners.several(tab.id);
      return;
    }
    const isElsewhere = menuItemId === DIRECT && info.mediaType !== 'image';
    if (menuItemId === POINTER || isElsewhere) {
      // The context `all` puts the entry there too, and only the missing frame tells so (Chromium 156, Firefox 153).
      if (info.frameId === undefined) listeners.button(place);
      // Our own pages have the entry as well, and nothing to find: no browser can leave pages out.
      else if (!pageUrl.startsWith(browser.runtime.getURL('/'))) {
        listeners.pointer({ ...place, ...(srcUrl && { srcUrl }), ...(linkUrl && { linkUrl }) });
      }
    } else if (srcUrl || info.mediaType === 'image') {
      listeners.image(String(menuItemId), {
        ...place,
        ...(srcUrl && { imageUrl: srcUrl }),
        ...(linkUrl && { linkUrl }),
      });
    }
  });
}

/** Exists where the `menus` permission does; the types of Chrome lack it. */
function targetOf(info: object): Pick<MenuClick, 'targetElementId'> {
  const { targetElementId } = info as Pick<MenuClick, 'targetElementId'>;
  return targetElementId === undefined ? {} : { targetElementId };
}
