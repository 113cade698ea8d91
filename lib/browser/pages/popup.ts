import { browser } from 'wxt/browser';

/**
 * Opens the popup on a row that needs the person. Needs no gesture.
 * @returns whether it opened: there may be no focused window, or one that shows a popup already
 */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/** Opens a page in a tab beside the current one. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Opens the popup, or the same page in a tab where the browser does not let it open. */
export async function openPopupOrTab(): Promise<void> {
  if (!(await openPopup())) await openTab(browser.runtime.getURL('/popup.html'));
}

/** Opens the welcome page, or comes back to it where it is open. */
export async function openWelcome(): Promise<void> {
  const url = browser.runtime.getURL('/welcome.html');
  // The page names its screen behind a #, which a pattern takes no notice of.
  // A browser that cannot be asked for our own pages gets another one.
  const [tab] = await browser.tabs.query({ url }).catch(() => []);
  if (tab?.id === undefined) await openTab(url);
  else await browser.tabs.update(tab.id, { active: true });
}

/** Closes the tab in which this page is. */
export async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/** Opens the options page. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}
