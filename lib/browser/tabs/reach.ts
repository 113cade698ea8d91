import { browser } from 'wxt/browser';
import { EVERYWHERE, mayAccess } from '../access/permissions';

/**
 * Why a tab cannot be read. `closed`: it is no more. `no-access`: the person can allow it. `forbidden`: no access
 * helps, as with pages of the browser, its store for extensions, and error pages.
 */
export type OutOfReach = 'closed' | 'no-access' | 'forbidden';

/** Tells why a tab cannot be read. Call it after an attempt has failed. */
export async function whyOutOfReach(tabId: number): Promise<OutOfReach> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!tab) return 'closed';
  // The browser names the address only of tabs that we may access.
  if (tab.url !== undefined) return 'forbidden';
  const allowed = await Promise.all(EVERYWHERE.map(mayAccess));
  return allowed.every(Boolean) ? 'forbidden' : 'no-access';
}
