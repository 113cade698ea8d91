import { browser } from 'wxt/browser';
import { withTimeout } from '../tabs/with-timeout';

/** A page that takes longer to load is left to itself, ms. */
const LOAD_MS = 30_000;

/** Brings a tab to the front, and its window. */
export async function bringToFront(tabId: number): Promise<void> {
  const { windowId } = (await browser.tabs.update(tabId, { active: true })) ?? {};
  // Firefox for Android has no windows API.
  if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true });
}

/**
 * Opens a page in a tab of its own.
 * @returns id of the tab once the page is loaded, or after 30 s; undefined if it was closed
 */
export async function openAndLoad(url: string): Promise<number | undefined> {
  const { id } = await browser.tabs.create({ url });
  if (id === undefined) return undefined;
  let stop = () => {};
  const loaded = new Promise<number | undefined>((resolve) => {
    const onUpdated = (tabId: number, { status }: { status?: string | undefined }) => {
      if (tabId === id && status === 'complete') resolve(id);
    };
    const onRemoved = (tabId: number) => {
      if (tabId === id) resolve(undefined);
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onRemoved.addListener(onRemoved);
    stop = () => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
    };
  });
  try {
    return await withTimeout<number | undefined>(LOAD_MS, id, loaded);
  } finally {
    stop();
  }
}

/** Ids of the tabs that show a page of a host that the extension may access. */
export async function tabsOn(pattern: string): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: pattern }).catch(() => []);
  return tabs.flatMap(({ id }) => id ?? []);
}

/** Address of the page of a tab; undefined if it is closed, or the extension may not know it. */
export async function pageOfTab(tabId: number): Promise<string | undefined> {
  return (await browser.tabs.get(tabId).catch(() => undefined))?.url;
}
