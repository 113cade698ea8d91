import type { ReplaceCounts } from '@/lib/browser/replace/frames';
import type { ReplaceOverview, ShowOutcome } from '@/lib/browser/replace/outcome';
import { replaceSites } from '@/lib/browser/replace/sites';
import { type ReplaceTab, replaceTabs } from '@/lib/browser/replace/tabs';
import { type ReplaceWish, replaceWish } from '@/lib/browser/replace/wish';
import type { OutOfReach } from '@/lib/browser/tabs/reach';
import type { Job } from '@/lib/jobs/model/job';
import { isKept } from '@/lib/jobs/model/selectors';
import { hostOfPattern, sitePatternOf } from '@/lib/jobs/model/site-pattern';
import type { JobStore } from '@/lib/jobs/store/jobs';
import type { PageOrigin } from '@/lib/sources/origin';

/** What showing results in pages needs. */
export interface ShowDeps {
  store(): Promise<Pick<JobStore, 'show' | 'rowsOfBatch' | 'doneOn'>>;
  /** Registrable domain of an address. */
  siteOf(url: string): string | undefined;
  mayAccess(pattern: string): Promise<boolean>;
  isSameSite(a: string, b: string): boolean;
  /** Whether a tab still shows the page of a row. */
  isOnPage(page: { tabId: number; pageUrl: string }): Promise<boolean>;
  activePage(): Promise<{ tabId: number; pageUrl: string } | undefined>;
  pageOfTab(tabId: number): Promise<string | undefined>;
  bringToFront(tabId: number): Promise<void>;
  /** Id of the new tab once it has loaded. */
  openAndLoad(url: string): Promise<number | undefined>;
  tabsOn(pattern: string): Promise<number[]>;
  /** Puts the replacer into a tab. @throws if it is out of reach */
  inject(tabId: number): Promise<void>;
  whyOutOfReach(tabId: number, error: unknown): Promise<OutOfReach>;
  tell(tabId: number): Promise<void>;
  askAgain(tabId: number): Promise<void>;
  stop(tabId: number): Promise<void>;
  counts(tabId: number): Promise<ReplaceCounts>;
  /** Registers the script for the sites that are on. */
  register(): Promise<void>;
  setBudget(batchId: string, budget: number): Promise<void>;
  sleep(ms: number): Promise<void>;
  /** Unix ms. */
  now(): number;
}

/** How long an answer waits for the first picture, and how often it looks, ms. */
const WAIT_MS = 4_000;
const LOOK_MS = 200;
/** Most rows of a site that a key shows, the newest. */
const MOST_OF_SITE = 200;
/** A wish is forgotten if the access comes later, ms. */
const WISH_MS = 2 * 60_000;

/** Shows results in pages, and takes that back. */
export interface ShowResults {
  /** Shows the results of rows on their page: where it is open, else in a new tab. */
  show(jobIds: readonly string[]): Promise<ShowOutcome>;
  /** The same for all rows of a batch that are done. */
  showBatch(batchId: string): Promise<ShowOutcome>;
  /** Shows the originals of these rows again, wherever they were asked for. */
  hide(jobIds: readonly string[]): Promise<void>;
  hideBatch(batchId: string): Promise<void>;
  /**
   * For a key: shows what the history has of the site of a page in that page, or its originals again.
   * @returns whether there was anything to turn
   */
  turn(page: { tabId: number; pageUrl: string }): Promise<boolean>;
  /** What waits for access is done at once where it is allowed already, and else when the person allows it. */
  want(wish: Omit<ReplaceWish, 'at'>): Promise<void>;
  /** For our pages: what is shown where. */
  overview(): Promise<ReplaceOverview>;
  accessChanged(): Promise<void>;
  /** The sites that are on have changed, or the browser has started: follows them. */
  sitesChanged(): Promise<void>;
}

export function createShowResults(deps: ShowDeps): ShowResults {
  async function show(jobIds: readonly string[]): Promise<ShowOutcome> {
    const rows = (await (await deps.store()).show(jobIds)).filter(isShowable);
    const [first] = rows;
    if (!first) return { state: 'gone' };
    const pattern = sitePatternOf(first.origin.pageUrl);
    if (pattern === undefined) return { state: 'forbidden' };
    const host = hostOfPattern(pattern);
    const opened = await openTabOf(first.origin);
    if (opened === undefined && !(await deps.mayAccess(pattern))) {
      return { state: 'no-access', pattern, host, jobIds: rows.map(({ id }) => id) };
    }
    const tabId = opened?.tabId ?? (await deps.openAndLoad(first.origin.pageUrl));
    if (tabId === undefined) return { state: 'gone' };
    const page = opened?.pageUrl ?? (await deps.pageOfTab(tabId)) ?? first.origin.pageUrl;
    const onPage = rows.filter(({ origin }) => deps.isSameSite(origin.pageUrl, page));
    if (onPage.length === 0) return { state: 'gone' };
    return showIn(
      tabId,
      sitePatternOf(page) ?? pattern,
      onPage.map(({ id }) => id),
    );
  }

  /** The tab that the row came from if it still shows that page, else the active one if it is of the same site. */
  async function openTabOf(
    origin: PageOrigin,
  ): Promise<{ tabId: number; pageUrl: string } | undefined> {
    if (await deps.isOnPage(origin)) {
      return {
        tabId: origin.tabId,
        pageUrl: (await deps.pageOfTab(origin.tabId)) ?? origin.pageUrl,
      };
    }
    const active = await deps.activePage();
    return active && deps.isSameSite(active.pageUrl, origin.pageUrl) ? active : undefined;
  }

  async function showIn(
    tabId: number,
    pattern: string,
    ids: readonly string[],
  ): Promise<ShowOutcome> {
    await replaceTabs.change(tabId, (before) => withAsked(before, pattern, ids));
    try {
      await deps.inject(tabId);
    } catch (error) {
      await replaceTabs.change(tabId, (tab) => tab && withoutAsked(tab, new Set(ids)));
      const reason = await deps.whyOutOfReach(tabId, error);
      if (reason === 'closed') return { state: 'gone' };
      if (reason === 'forbidden') return { state: 'forbidden' };
      return { state: 'no-access', pattern, host: hostOfPattern(pattern), jobIds: ids };
    }
    await deps.tell(tabId);
    await deps.askAgain(tabId);
    const counts = await firstCounts(tabId);
    // Last: it may close the popup, which is to hear the answer.
    void deps.bringToFront(tabId).catch(() => undefined);
    return { state: 'shown', ...counts };
  }

  /** Pictures are fetched and decoded first. */
  async function firstCounts(tabId: number): Promise<ReplaceCounts> {
    for (let waited = 0; ; waited += LOOK_MS) {
      const counts = await deps.counts(tabId);
      if (counts.replaced + counts.impossible > 0 || waited >= WAIT_MS) return counts;
      await deps.sleep(LOOK_MS);
    }
  }

  async function hide(jobIds: readonly string[]): Promise<void> {
    const hidden = new Set(jobIds);
    const sites = await replaceSites.read();
    for (const [tabId, { asked }] of await replaceTabs.all()) {
      if (!asked.some((id) => hidden.has(id))) continue;
      const tab = await replaceTabs.change(
        tabId,
        (before) => before && withoutAsked(before, hidden),
      );
      if (tab && tab.asked.length === 0 && !sites[tab.pattern]) await end(tabId);
      else await deps.askAgain(tabId);
    }
  }

  async function end(tabId: number): Promise<void> {
    await replaceTabs.change(tabId, () => undefined);
    await deps.stop(tabId);
  }

  async function turn({ tabId, pageUrl }: { tabId: number; pageUrl: string }): Promise<boolean> {
    const pattern = sitePatternOf(pageUrl);
    const site = deps.siteOf(pageUrl);
    if (pattern === undefined || site === undefined) return false;
    const [known, sites] = await Promise.all([replaceTabs.of(tabId), replaceSites.read()]);
    const isKnown = known?.pattern === pattern && (known.asked.length > 0 || sites[pattern]);
    if (isKnown) {
      await replaceTabs.change(tabId, (tab) => tab && { ...tab, isShown: !tab.isShown });
      await deps.tell(tabId);
      return true;
    }
    const store = await deps.store();
    const rows = (await store.show(await store.doneOn(site, MOST_OF_SITE))).filter(isShowable);
    if (rows.length === 0) return false;
    const ids = rows.map(({ id }) => id);
    return (await showIn(tabId, pattern, ids)).state === 'shown';
  }

  const rowsOf = async (batchId: string) => (await deps.store()).rowsOfBatch(batchId);

  async function fulfil({ pattern, jobIds, at }: ReplaceWish): Promise<void> {
    if (!(await replaceWish.take(at))) return;
    if (jobIds) await show(jobIds);
    else await replaceSites.switchOn(pattern, deps.now());
  }

  async function sitesChanged(): Promise<void> {
    await deps.register();
    const sites = await replaceSites.read();
    for (const [tabId, { pattern, asked, visit }] of await replaceTabs.all()) {
      const site = sites[pattern];
      if (!site && asked.length === 0) await end(tabId);
      else await deps.tell(tabId);
      if (site && visit && site.limit > 0 && site.limit !== visit.limit) {
        const { limit } = site;
        // The visit of another page may have begun meanwhile.
        await replaceTabs.change(tabId, (tab) =>
          tab?.visit?.batchId === visit.batchId ? { ...tab, visit: { ...visit, limit } } : tab,
        );
        await deps.setBudget(visit.batchId, limit);
      }
    }
    // Pages that are open already show results, too.
    for (const pattern of Object.keys(sites)) {
      if (!(await deps.mayAccess(pattern))) continue;
      for (const tabId of await deps.tabsOn(pattern)) {
        await deps.inject(tabId).catch(() => undefined);
      }
    }
  }

  return {
    show,
    showBatch: async (batchId) => show(await rowsOf(batchId)),
    hide,
    hideBatch: async (batchId) => hide(await rowsOf(batchId)),
    turn,

    async want(wish) {
      const noted = { ...wish, at: deps.now() };
      await replaceWish.write(noted);
      if (await deps.mayAccess(wish.pattern)) await fulfil(noted);
    },

    async overview() {
      const [store, tabs, sites] = await Promise.all([
        deps.store(),
        replaceTabs.all(),
        replaceSites.read(),
      ]);
      const jobIds = [...tabs.values()].flatMap(({ asked, isShown }) => (isShown ? asked : []));
      const batchIds = (await store.show(jobIds)).flatMap(({ batch }) => batch?.id ?? []);
      return { jobIds, batchIds: [...new Set(batchIds)], sites: Object.keys(sites) };
    },

    async accessChanged() {
      await deps.register();
      const wish = await replaceWish.read();
      if (!wish) return;
      if (Math.abs(deps.now() - wish.at) > WISH_MS) await replaceWish.forget();
      else if (await deps.mayAccess(wish.pattern)) await fulfil(wish);
    },

    sitesChanged,
  };
}

function isShowable(job: Job): job is Job & { origin: PageOrigin } {
  const { stage, origin, isImported } = job;
  return stage === 'done' && origin.kind === 'page' && !isImported && !isKept(job);
}

function withAsked(
  before: ReplaceTab | undefined,
  pattern: string,
  ids: readonly string[],
): ReplaceTab {
  const kept = before?.pattern === pattern ? before : undefined;
  const asked = [...(kept?.asked ?? []).filter((id) => !ids.includes(id)), ...ids];
  return { isReading: false, isPart: false, ...kept, pattern, asked, isShown: true };
}

function withoutAsked(tab: ReplaceTab, ids: ReadonlySet<string>): ReplaceTab {
  return { ...tab, asked: tab.asked.filter((id) => !ids.has(id)) };
}
