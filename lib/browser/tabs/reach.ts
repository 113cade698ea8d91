import { browser } from 'wxt/browser';
import { EVERYWHERE, mayAccess } from '../access/permissions';

/**
 * Why a tab cannot be read. `closed`: it is no more. `no-access`: the person can allow it. `forbidden`: no access
 * helps, as with pages of the browser, its store for extensions, and error pages.
 */
export type OutOfReach = 'closed' | 'no-access' | 'forbidden';

/** What Chrome says of pages that it closes to all extensions, also where it does not tell us their addresses. */
const CLOSED_TO_ALL = /\b(?:chrome|edge|brave|about|view-source):|gallery|error page/i;

/**
 * Tells why a tab cannot be read.
 * @param error with which an attempt has failed
 */
export async function whyOutOfReach(tabId: number, error: unknown): Promise<OutOfReach> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!tab) return 'closed';
  if (error instanceof Error && CLOSED_TO_ALL.test(error.message)) return 'forbidden';
  // The browser names the address only of tabs that we may access.
  if (tab.url !== undefined) return 'forbidden';
  const allowed = await Promise.all(EVERYWHERE.map(mayAccess));
  return allowed.every(Boolean) ? 'forbidden' : 'no-access';
}
