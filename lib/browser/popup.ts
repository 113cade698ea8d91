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

/** Opens the options page. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}
