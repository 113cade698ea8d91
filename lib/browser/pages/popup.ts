import { browser } from 'wxt/browser';
import { openedIn } from '../access/containers';

/**
 * Opens the popup. Needs no gesture.
 * @returns whether it opened: no window may have the focus, or one may show a popup already
 */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a page in a tab beside the current one.
 * @param container the Firefox container to open it in, if it still exists; default: a normal tab
 */
export async function openTab(url: string, container?: string): Promise<void> {
  const open = (jar?: string) => browser.tabs.create({ url, ...openedIn(jar) });
  await (container === undefined ? open() : open(container).catch(() => open()));
}

/** Opens the popup, or its page in a tab if the popup does not open, such as in a window without a toolbar. */
export async function openPopupOrTab(): Promise<void> {
  if (!(await openPopup())) await openList();
}

/** Opens the popup's page in a tab, or brings the tab that shows it to the front. */
export async function openList(): Promise<void> {
  const url = browser.runtime.getURL('/popup.html');
  const [tab] = await browser.tabs.query({ url }).catch(() => []);
  if (tab?.id === undefined) {
    await openTab(url);
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  // Android has no windows.
  if (tab.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true });
}

/** Opens the welcome page, or activates its tab. */
export async function openWelcome(): Promise<void> {
  const url = browser.runtime.getURL('/welcome.html');
  // The page adds its screen after a #, which match patterns ignore.
  // Where the browser cannot list our pages, open another one.
  const [tab] = await browser.tabs.query({ url }).catch(() => []);
  if (tab?.id === undefined) await openTab(url);
  else await browser.tabs.update(tab.id, { active: true });
}

/** Closes the tab of this page. */
export async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/** Opens the options page. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

/** Opens the options page at its connection check, in the tab that shows it if there is one. */
export function openConnectionCheck(): Promise<void> {
  return openOptionsAt('connection');
}

/** Opens the options page at the sites that show results. */
export function openReplaceSites(): Promise<void> {
  return openOptionsAt('replace');
}

async function openOptionsAt(anchor: string): Promise<void> {
  const page = browser.runtime.getURL('/options.html');
  const url = `${page}#${anchor}`;
  const [tab] = await browser.tabs.query({ url: page }).catch(() => []);
  if (tab?.id === undefined) await openTab(url);
  else await browser.tabs.update(tab.id, { active: true, url });
}
