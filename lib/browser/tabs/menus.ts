import { browser } from 'wxt/browser';
import type { Target } from '@/lib/jimeng/model/tools';

/** What was right-clicked, as far as the browser reports it. */
export interface MenuClick {
  /** Absent if Firefox reports none, for example for a revoked `blob:`. */
  imageUrl?: string;
  pageUrl: string;
  frameUrl: string;
  pageTitle: string;
  tabId: number;
  frameId: number;
  /** Firefox's id of the clicked element, for `menus.getTargetElement` in its frame. */
  targetElementId?: number;
}

/** A right-click elsewhere: there may be an image underneath. */
export interface PointerClick extends Omit<MenuClick, 'imageUrl'> {
  srcUrl?: string;
  linkUrl?: string;
}

export interface MenuWords {
  /** Title of the top-level entry. */
  title: string;
  /** Sizes to choose from; without any, the entry itself upscales to the default size. */
  targets: readonly { target: Target; title: string }[];
  /** Title of the "under pointer" entry; absent if it is off. */
  pointerTitle?: string;
}

const PARENT = 'upscale';
/** The single entry that upscales right away, instead of a parent with sizes. */
export const DIRECT = 'direct';
const POINTER = 'pointer';
/**
 * Contexts with images that the browser does not report as such. Not `page`, `link`, `video` and
 * `frame`: Chromium counts a canvas as none of them (seen in 156).
 */
const EVERYWHERE = ['all'] as const;

/**
 * Creates the menu again. Menus persist, so call this in `onInstalled` and after settings changes.
 * Everything is under one entry: the browser would nest two top-level entries wherever
 * both are visible, such as on an image inside a link.
 */
export function createMenus(read: () => Promise<MenuWords>): Promise<void> {
  return inTurn(async () => build(await read()));
}

/**
 * Updates the titles of the existing menu. Removes nothing: a worker that died in between
 * would leave the person without a menu.
 */
export function renameMenus(read: () => Promise<MenuWords>): Promise<void> {
  return inTurn(async () => {
    const words = await read();
    try {
      await rename(words);
    } catch {
      // The menu is missing or has other entries.
      await build(words);
    }
  });
}

let building: Promise<void> = Promise.resolve();

/**
 * Serialises menu updates, including reading their titles: two at once would both remove and create entries,
 * and older titles could win.
 */
function inTurn(work: () => Promise<void>): Promise<void> {
  building = building.catch(() => undefined).then(work);
  return building;
}

async function rename({ title, targets, pointerTitle }: MenuWords): Promise<void> {
  const update = (id: string, label: string) => browser.contextMenus.update(id, { title: label });
  await update(targets.length === 0 ? DIRECT : PARENT, title);
  for (const { target, title: label } of targets) await update(target, label);
  if (targets.length > 0 && pointerTitle !== undefined) {
    await update(POINTER, pointerTitle);
  }
}

async function build({ title, targets, pointerTitle }: MenuWords): Promise<void> {
  await browser.contextMenus.removeAll();
  const isPointerOn = pointerTitle !== undefined;
  if (targets.length === 0) {
    // Also handles "under pointer" if that is on: a second entry would nest them both.
    browser.contextMenus.create({
      id: DIRECT,
      title,
      contexts: isPointerOn ? [...EVERYWHERE] : ['image'],
    });
    return;
  }
  browser.contextMenus.create({
    id: PARENT,
    title,
    contexts: isPointerOn ? [...EVERYWHERE] : ['image'],
  });
  for (const { target, title: label } of targets) {
    browser.contextMenus.create({
      id: target,
      title: label,
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
}

/** Registers the listeners. Call it in the first synchronous turn. */
export function onMenuClick(listeners: {
  /** @param itemId the id of the entry, which is its target */
  image(itemId: string, click: MenuClick): void;
  pointer(click: PointerClick): void;
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
    };
    const isElsewhere = menuItemId === DIRECT && info.mediaType !== 'image';
    if (menuItemId === POINTER || isElsewhere) {
      listeners.pointer({ ...place, ...(srcUrl && { srcUrl }), ...(linkUrl && { linkUrl }) });
    } else if (srcUrl || info.mediaType === 'image') {
      listeners.image(String(menuItemId), { ...place, ...(srcUrl && { imageUrl: srcUrl }) });
    }
  });
}

/** Present only with the `menus` permission; Chrome's types lack it. */
function targetOf(info: object): Pick<MenuClick, 'targetElementId'> {
  const { targetElementId } = info as Pick<MenuClick, 'targetElementId'>;
  return targetElementId === undefined ? {} : { targetElementId };
}
