import { browser } from 'wxt/browser';
import type { Target } from '@/lib/jimeng/model/tools';

/** What was right-clicked, as far as the browser tells. */
export interface MenuClick {
  /** Absent where Firefox tells none, as of a `blob:` that the page has revoked. */
  imageUrl?: string;
  pageUrl: string;
  frameUrl: string;
  pageTitle: string;
  tabId: number;
  frameId: number;
  /** Firefox's name for the clicked element, good for `menus.getTargetElement` in its frame. */
  targetElementId?: number;
}

/** A right click elsewhere: there may be an image below or behind. */
export interface PointerClick extends Omit<MenuClick, 'imageUrl'> {
  srcUrl?: string;
  linkUrl?: string;
}

export interface MenuWords {
  /** Title of the one entry at the top level. */
  title: string;
  /** Sizes to choose from; none makes the entry itself upscale, to the usual size. */
  targets: readonly { target: Target; title: string }[];
  /** Title of the entry where no plain image was clicked; absent when it is switched off. */
  pointerTitle?: string;
}

const PARENT = 'upscale';
/** The one entry that upscales at once, instead of a parent with sizes. */
export const DIRECT = 'direct';
const POINTER = 'pointer';
/**
 * Where an image may be that the browser does not call one. Not `page`, `link`, `video` and
 * `frame`: Chromium counts a canvas as none of them (seen in 156).
 */
const EVERYWHERE = ['all'] as const;

/**
 * (Re)creates the menu. Menus persist, so this belongs into `onInstalled` and changes of settings.
 * Everything hangs below one entry: two at the top level would be nested by the browser wherever
 * both are visible, such as on an image inside a link.
 */
export function createMenus(read: () => Promise<MenuWords>): Promise<void> {
  return inTurn(async () => build(await read()));
}

/**
 * Writes new titles on the menu that is there. Nothing is removed: a worker that dies in between
 * would leave the person without a menu.
 */
export function renameMenus(read: () => Promise<MenuWords>): Promise<void> {
  return inTurn(async () => {
    const words = await read();
    try {
      await rename(words);
    } catch {
      // There is another menu, or none.
      await build(words);
    }
  });
}

let building: Promise<void> = Promise.resolve();

/**
 * Menus one after the other, words included: two at once would both create what both have removed,
 * and older words could come last.
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
    // It serves the pointer too, where that is wanted: a second entry would nest them both.
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
  /** @param itemId the target of the entry */
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

/** Present where the `menus` permission exists, and absent from the types of the others. */
function targetOf(info: object): Pick<MenuClick, 'targetElementId'> {
  const { targetElementId } = info as Pick<MenuClick, 'targetElementId'>;
  return targetElementId === undefined ? {} : { targetElementId };
}
