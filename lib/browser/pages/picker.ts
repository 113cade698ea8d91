import { browser } from 'wxt/browser';

/** The picker. Its address has the ids of the tabs whose pictures it shows, and nothing of their pages. */
const PAGE = '/picker.html';

/** Address of the picker for tabs, without the origin. */
export function pickerPath(tabIds: readonly number[]): string {
  return `${PAGE}?${new URLSearchParams(tabIds.map((id) => ['tab', String(id)]))}`;
}

/** Ids of the tabs in the query of a picker, each once. */
export function pickedTabs(search: string): number[] {
  const ids = new URLSearchParams(search).getAll('tab').filter((id) => /^\d{1,15}$/.test(id));
  return [...new Set(ids.map(Number))];
}

/**
 * Opens the picker for a tab, or brings the one that is open for it to the front.
 * @returns false for a page of ours, which has no pictures to choose
 */
export async function openPicker(tabId: number): Promise<boolean> {
  const { url: page, windowId } = await browser.tabs.get(tabId);
  if (page?.startsWith(browser.runtime.getURL('/'))) return false;
  const url = browser.runtime.getURL(pickerPath([tabId]) as '/picker.html');
  // With `&*`, a picker that was opened for this tab and shows others as well.
  const [open] = await browser.tabs.query({ url: [url, `${url}&*`] }).catch(() => []);
  if (open?.id === undefined) {
    // As the child of the tab: closed, it gives the focus back.
    await browser.tabs.create({
      url,
      openerTabId: tabId,
      ...(windowId !== undefined && { windowId }),
    });
    return true;
  }
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows?.update(open.windowId, { focused: true });
  return true;
}

/** Ids of the tabs to the right of a tab in its window, without pages of ours. */
export async function tabsToRightOf(tabId: number): Promise<number[]> {
  const { index, windowId } = await browser.tabs.get(tabId);
  const tabs = await browser.tabs.query({ ...(windowId !== undefined && { windowId }) });
  const root = browser.runtime.getURL('/');
  return tabs
    .filter((tab) => tab.index > index && !tab.url?.startsWith(root))
    .flatMap(({ id }) => id ?? []);
}
