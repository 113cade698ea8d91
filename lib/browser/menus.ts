import { browser } from 'wxt/browser';

/** What was right-clicked, as far as the browser tells. */
export interface MenuClick {
  imageUrl: string;
  pageUrl: string;
  frameUrl: string;
  pageTitle: string;
  tabId: number;
  frameId: number;
}

export interface MenuItem<Id extends string> {
  id: Id;
  title: string;
}

const PARENT_ID = 'upscale';

/** (Re)creates the menu. Menus persist, so this belongs into `onInstalled` and language changes only. */
export async function createImageMenu<Id extends string>(
  title: string,
  items: readonly MenuItem<Id>[],
): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: PARENT_ID, title, contexts: ['image'] });
  for (const item of items) {
    browser.contextMenus.create({ ...item, parentId: PARENT_ID, contexts: ['image'] });
  }
}

/** Registers the listener. Call it in the first synchronous turn. */
export function onImageMenuClick(listener: (itemId: string, click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (!info.srcUrl || tab?.id === undefined) return;
    const pageUrl = info.pageUrl ?? tab.url ?? '';
    listener(String(info.menuItemId), {
      imageUrl: info.srcUrl,
      pageUrl,
      frameUrl: info.frameUrl ?? pageUrl,
      pageTitle: tab.title ?? '',
      tabId: tab.id,
      frameId: info.frameId ?? 0,
    });
  });
}
