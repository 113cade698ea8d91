import { browser } from 'wxt/browser';

/**
 * Firefox containers: tabs with cookies of their own. The browser sends the cookies of normal tabs with all requests of
 * the extension (measured in Firefox 153), so only a page in a tab of a container can use its login.
 */

/** A container, by its cookie store id; undefined: the cookies of normal tabs. */
export type CookieJar = string | undefined;

const CONTAINER = /^firefox-container-\d{1,9}$/;

/** The jar that a cookie store id names. Those of private windows, which the extension is not in, count as normal. */
export function jarOf(cookieStoreId: string | undefined): CookieJar {
  return cookieStoreId !== undefined && CONTAINER.test(cookieStoreId) ? cookieStoreId : undefined;
}

/** The part of a call of `cookies` that names the jar. */
export function inJar(jar: CookieJar): { storeId?: string } {
  return jar === undefined ? {} : { storeId: jar };
}

/** `cookieStoreId` is of Firefox; the types of Chrome lack it. */
interface ContainedTab {
  cookieStoreId?: string;
}

/** The container of a tab. */
export function containerOf(tab: object): CookieJar {
  return jarOf((tab as ContainedTab).cookieStoreId);
}

/** The same as a part of what a click asks for. */
export function inContainer(tab: object): { container?: string } {
  const container = containerOf(tab);
  return container === undefined ? {} : { container };
}

/** The same of a tab by its id; a tab that is gone was in none. */
export async function containerOfTab(tabId: number): Promise<{ container?: string }> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab ? inContainer(tab) : {};
}

/** The part of `tabs.create` that opens a tab in the jar. */
export function openedIn(jar: CookieJar): { cookieStoreId?: string } {
  return jar === undefined ? {} : { cookieStoreId: jar };
}

/** The containers that have open tabs: the browser lists no others. */
export async function containersWithTabs(): Promise<string[]> {
  const stores = await browser.cookies.getAllCookieStores();
  return stores.map(({ id }) => jarOf(id)).filter((jar) => jar !== undefined);
}

/** Whether this browser has containers at all. */
export async function mayHaveContainers(): Promise<boolean> {
  const stores = await browser.cookies.getAllCookieStores();
  return stores.some(({ id }) => id.startsWith('firefox-'));
}
