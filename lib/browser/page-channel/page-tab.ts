import { type Browser, browser } from 'wxt/browser';
import type { SiteName } from '@/lib/jimeng/model/sites';
import { stored } from '../storage/stored';

/** A page of the service. */
export interface PageSite {
  name: SiteName;
  /** For example `https://jimeng.jianying.com`. */
  origin: string;
  /** Path of the page that is opened if none is open. */
  path: string;
}

/** The tab that was found ready, and the tab that the extension opened. Lost with the browser session. */
interface Tabs {
  ready?: number;
  own?: number;
}

const itemOf = ({ name }: Pick<PageSite, 'name'>) => stored('session', `page-tabs/${name}`);
const isId = (value: unknown): value is number => Number.isInteger(value);

async function readTabs(site: PageSite): Promise<Tabs> {
  const { ready, own } = ((await itemOf(site).read()) ?? {}) as Record<string, unknown>;
  return { ...(isId(ready) && { ready }), ...(isId(own) && { own }) };
}

async function noteTabs(site: PageSite, part: Tabs): Promise<void> {
  await itemOf(site).write({ ...(await readTabs(site)), ...part });
}

/** `frozen` is of newer Chromium, `cookieStoreId` of Firefox. */
type Tab = Browser.tabs.Tab & { frozen?: boolean; cookieStoreId?: string };

/** Requests of the extension carry the cookies of the default jar, so only its tabs will do. */
function isUsable(tab: Tab, { origin }: PageSite): boolean {
  const { url = '', incognito, discarded = false, frozen = false, status, cookieStoreId } = tab;
  const isDefaultJar =
    cookieStoreId === undefined || ['0', 'firefox-default'].includes(cookieStoreId);
  const isRunning = !discarded && !frozen && status !== 'unloaded';
  return URL.parse(url)?.origin === origin && !incognito && isRunning && isDefaultJar;
}

/** Whether a tab still shows the site and can run scripts. */
export async function isOpen(tabId: number, site: PageSite): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab !== undefined && isUsable(tab, site);
}

/** Open tabs of the site, the most promising one first. Needs access to the site, and no `tabs` permission. */
export async function openTabs(site: PageSite): Promise<number[]> {
  const { ready } = await readTabs(site);
  const tabs = await browser.tabs.query({ url: `${site.origin}/*` });
  const rank = ({ id, status }: Tab) => (id === ready ? 0 : status === 'complete' ? 1 : 2);
  return tabs
    .filter((tab) => isUsable(tab, site))
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/**
 * Opens the site in a tab in the background.
 * @returns undefined if the browser opens none, for example without a window
 */
export async function openOwnTab(site: PageSite): Promise<number | undefined> {
  const { origin, path } = site;
  const url = origin + path;
  const { own } = await readTabs(site);
  const known = own === undefined ? undefined : await browser.tabs.get(own).catch(() => undefined);
  // The browser may have unloaded it.
  const isOurs = URL.parse(known?.url ?? '')?.origin === origin && known?.active === false;
  const opening =
    own !== undefined && isOurs
      ? browser.tabs.update(own, { url })
      : browser.tabs.create({ url, active: false });
  const tab = await opening.catch(() => undefined);
  if (tab?.id === undefined) return undefined;
  await noteTabs(site, { own: tab.id });
  return tab.id;
}

/** Id of the tab that the extension opened. */
export async function ownTab(site: PageSite): Promise<number | undefined> {
  return (await readTabs(site)).own;
}

/** Id of the tab that was found ready last. */
export async function readyTab(site: PageSite): Promise<number | undefined> {
  return (await readTabs(site)).ready;
}

/** Remembers the tab that is ready. Survives the worker. */
export function noteReady(site: PageSite, tabId: number): Promise<void> {
  return noteTabs(site, { ready: tabId });
}

/** Closes the tab that the extension opened, unless the person uses it: then it is theirs from now on. */
export async function closeOwnTab(site: PageSite): Promise<void> {
  const { own } = await readTabs(site);
  await itemOf(site).remove();
  if (own === undefined) return;
  const tab = await browser.tabs.get(own).catch(() => undefined);
  const isOurs = URL.parse(tab?.url ?? '')?.origin === site.origin && tab?.active === false;
  if (isOurs) await browser.tabs.remove(own).catch(() => undefined);
}
