import { type Browser, browser } from 'wxt/browser';
import { createTurns } from '@/lib/async/turns';
import type { SiteName } from '@/lib/jimeng/model/sites';
import { containerOf, openedIn } from '../access/containers';
import { stored } from '../storage/stored';

/** A page of the service. */
export interface PageSite {
  name: SiteName;
  /** For example `https://jimeng.jianying.com`. */
  origin: string;
  /** Path of the page that is opened if none is open. */
  path: string;
  /** The Firefox container whose tabs are meant; default: normal tabs. */
  container?: string;
}

/** The tab that was found ready, and the tab that the extension opened. Lost with the browser session. */
interface Tabs {
  ready?: number;
  own?: number;
}

/** Key of normal tabs in the record of a site; the others are those of containers. */
const NORMAL = 'normal';
const keyOf = ({ container = NORMAL }: PageSite) => container;
const itemOf = (name: SiteName) => stored('session', `page-tabs/${name}`);
const isId = (value: unknown): value is number => Number.isInteger(value);
const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

async function readAll(name: SiteName): Promise<Record<string, unknown>> {
  const found = await itemOf(name).read();
  return isFields(found) ? found : {};
}

async function readTabs(site: PageSite): Promise<Tabs> {
  const found = (await readAll(site.name))[keyOf(site)];
  const { ready, own } = isFields(found) ? found : {};
  return { ...(isId(ready) && { ready }), ...(isId(own) && { own }) };
}

/** Writes one after the other: the tabs of all containers of a site share a record. */
const inTurn = createTurns();

function changeTabs(site: PageSite, change: (tabs: Tabs) => Tabs | undefined): Promise<void> {
  return inTurn(async () => {
    const { [keyOf(site)]: _, ...others } = await readAll(site.name);
    const tabs = change(await readTabs(site));
    await itemOf(site.name).write({ ...others, ...(tabs && { [keyOf(site)]: tabs }) });
  });
}

function noteTabs(site: PageSite, part: Tabs): Promise<void> {
  return changeTabs(site, (tabs) => ({ ...tabs, ...part }));
}

/** The containers in which a tab of the site was used. */
export async function usedContainers(name: SiteName): Promise<string[]> {
  return Object.keys(await readAll(name)).filter((key) => key !== NORMAL);
}

/** `frozen` is of newer Chromium. */
type Tab = Browser.tabs.Tab & { frozen?: boolean };

/** Only a tab with the cookies of the login will do: requests of the extension carry those of normal tabs. */
function isUsable(tab: Tab, { origin, container }: PageSite): boolean {
  const { url = '', incognito, discarded = false, frozen = false, status } = tab;
  const isRunning = !discarded && !frozen && status !== 'unloaded';
  const isAtSite = URL.parse(url)?.origin === origin && !incognito;
  return isAtSite && isRunning && containerOf(tab) === container;
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
  const { origin, path, container } = site;
  const url = origin + path;
  const { own } = await readTabs(site);
  const known = own === undefined ? undefined : await browser.tabs.get(own).catch(() => undefined);
  // The browser may have unloaded it.
  const isOurs = URL.parse(known?.url ?? '')?.origin === origin && known?.active === false;
  const opening =
    own !== undefined && isOurs
      ? browser.tabs.update(own, { url })
      : browser.tabs.create({ url, active: false, ...openedIn(container) });
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
  await changeTabs(site, () => undefined);
  if (own === undefined) return;
  const tab = await browser.tabs.get(own).catch(() => undefined);
  const isOurs = URL.parse(tab?.url ?? '')?.origin === site.origin && tab?.active === false;
  if (isOurs) await browser.tabs.remove(own).catch(() => undefined);
}
