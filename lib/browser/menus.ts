import { browser } from 'wxt/browser';
import type { Target } from '@/lib/jimeng/tools';

/** What was right-clicked, as far as the browser tells. */
export interface MenuClick {
  imageUrl: string;
  pageUrl: string;
  frameUrl: string;
  pageTitle: string;
  tabId: number;
  frameId: number;
}

/** A right click elsewhere: there may be an image below or behind. */
export interface PointerClick extends Omit<MenuClick, 'imageUrl'> {
  srcUrl?: string;
  linkUrl?: string;
}

export interface MenuWords {
  /** Title of the one entry at the top level. */
  title: string;
  targets: readonly { target: Target; title: string }[];
  /** Title of the entry where no plain image was clicked; absent when it is switched off. */
  pointerTitle?: string;
}

const PARENT = 'upscale';
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
export async function createMenus({ title, targets, pointerTitle }: MenuWords): Promise<void> {
  await browser.contextMenus.removeAll();
  const isPointerOn = pointerTitle !== undefined;
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
    };
    if (menuItemId === POINTER) {
      listeners.pointer({ ...place, ...(srcUrl && { srcUrl }), ...(linkUrl && { linkUrl }) });
    } else if (srcUrl) {
      listeners.image(String(menuItemId), { ...place, imageUrl: srcUrl });
    }
  });
}
