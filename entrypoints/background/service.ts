import { browser } from 'wxt/browser';
import { readClusterHints } from '@/lib/browser/access/cluster-hints';
import { containersWithTabs } from '@/lib/browser/access/containers';
import { mayAccess } from '@/lib/browser/access/permissions';
import { clearRefererRules } from '@/lib/browser/access/referer-rule';
import { ensureServiceHeaders } from '@/lib/browser/access/service-headers';
import { readSession, readWebId } from '@/lib/browser/access/session';
import { createUnnamedFetch, createUnnamedGate } from '@/lib/browser/access/unnamed-fetch';
import { pageAlarm } from '@/lib/browser/alarm';
import { uploadByXhr } from '@/lib/browser/files/xhr-upload';
import {
  type ClosablePageChannel,
  createPageChannel,
} from '@/lib/browser/page-channel/page-channel';
import { usedContainers } from '@/lib/browser/page-channel/page-tab';
import { clusterMemory } from '@/lib/browser/storage/cluster-memory';
import { pageLogin } from '@/lib/browser/storage/page-login';
import { readVersions, watchOverrides } from '@/lib/browser/storage/version-overrides';
import type { Ways, WaysAt } from '@/lib/jimeng/check/check';
import { createJimeng, type Jimeng } from '@/lib/jimeng/client';
import { createSiteClient } from '@/lib/jimeng/cluster/site-client';
import { perSite, SITE_NAMES, SITES, type Site, type SiteName } from '@/lib/jimeng/model/sites';
import { type Versions, versionsOf } from '@/lib/jimeng/model/versions';
import { createPageFallback } from '@/lib/jimeng/page-fallback';
import type { UploadSend } from '@/lib/jimeng/upload/put';
import { placeKey } from '@/lib/jobs/model/site';
import { forgettingSession } from '@/lib/jobs/steps/accounts';
import type { SiteDeps } from '@/lib/jobs/steps/deps';
import { createConnection } from './connection';
import { mayUsePage } from './engine';
import { createRecording } from './recording';

/** Time after which an unused page of the service that we opened is closed, ms. */
const PAGE_IDLE_MS = 5 * 60_000;

/** A site as the background reaches it. */
interface ConnectedSite extends SiteDeps {
  page: ClosablePageChannel;
}

/** How a client reaches the login. */
interface Reach {
  /** The Firefox container that has it; default: normal tabs. */
  container?: string;
  /** Whether only the page's requests carry it. */
  isPageOnly?: boolean;
}

/** Digest of the login that the cookies show. Never rejects. */
async function readLogin(name: SiteName, container?: string): Promise<string | undefined> {
  const { cookie } = SITES[name][0];
  const session = await readSession(cookie, name, container).catch(() => undefined);
  return session?.state === 'signed-in' ? session.account : undefined;
}

/**
 * The ways from the background to the sites: their clients, their own pages, and what watches them.
 * Call it in the first synchronous turn: the header rules are set before any request leaves.
 */
export function connectService({ onRecordingTurn }: { onRecordingTurn: () => void }) {
  const headersReady = Promise.all([
    ensureServiceHeaders(Object.values(SITES).flat()),
    clearRefererRules(),
  ]);
  const unnamed = { ready: headersReady, mayAccess };
  const unnamedFetch = createUnnamedFetch({
    fetch: (input, init) => fetch(input, init),
    ...unnamed,
  });
  const mayUpload = createUnnamedGate(unnamed);
  // Chrome's worker has no XMLHttpRequest, and the key of an upload is in no message to a document that has.
  const send: UploadSend | undefined = import.meta.env.FIREFOX
    ? async (request) => {
        await mayUpload(request.url);
        return uploadByXhr(request);
      }
    : undefined;
  // Read while the worker starts, and kept: the first request must not wait for it.
  const versions = new Map<SiteName, Promise<Versions>>();
  for (const name of SITE_NAMES) {
    versions.set(name, readVersions(name));
    watchOverrides(name, (overrides) => {
      versions.set(name, Promise.resolve({ ...versionsOf(name), ...overrides }));
    });
  }
  const clusterClient = (site: Site, ways: Ways, { container, isPageOnly }: Reach): Jimeng =>
    createJimeng({
      ...ways,
      site,
      isPageOnly: isPageOnly === true,
      now: Date.now,
      uuid: () => crypto.randomUUID(),
      mayReach: (host) => mayAccess(`https://${host}/*`),
      versions: () => versions.get(site.name) ?? readVersions(site.name),
      webId: () => readWebId(site.cookie.url, container),
      country: async () => (await readClusterHints(site, container)).country,
    });
  const client = (name: SiteName, waysAt: WaysAt, reach: Reach = {}): Jimeng =>
    createSiteClient({
      clusters: SITES[name],
      client: (site) => clusterClient(site, waysAt({ site: name, cluster: site.id }), reach),
      results: () => clusterClient(SITES[name][0], waysAt({ site: name }), reach),
      login: () => readLogin(name, reach.container),
      hints: () => readClusterHints(SITES[name][0], reach.container),
      memory: clusterMemory,
    });
  const ways: Ways = { fetch: unnamedFetch, ...(send && { send }) };
  const recording = createRecording({
    ...ways,
    now: Date.now,
    onTurn: onRecordingTurn,
    onExchange: () => connection.publish(),
  });
  const connect = (name: SiteName, container?: string): ConnectedSite => {
    const [site] = SITES[name];
    const inContainer = container !== undefined && { container };
    const page = createPageChannel({
      site: { name, origin: site.origin, ...site.page, ...inContainer },
      mayUse: () => mayUsePage(name),
      onUse: () => pageAlarm.arm(PAGE_IDLE_MS),
    });
    const own: WaysAt = (at) => ({
      ...recording.ways(at),
      page: recording.throughPage(page, at),
    });
    const throughPage = () => client(name, own, { ...inContainer, isPageOnly: true });
    const service = inContainer
      ? throughPage()
      : createPageFallback({
          direct: client(name, own),
          throughPage,
          login: () => readLogin(name),
          mayUsePage: () => mayUsePage(name),
          memory: pageLogin[name],
        });
    const session = forgettingSession(() => readSession(site.cookie, name, container), service);
    return { page, service, session };
  };
  const sites = perSite((name) => connect(name));
  const contained = new Map<string, ConnectedSite>();
  const inContainer = (site: SiteName, container: string): ConnectedSite => {
    const key = placeKey({ site, container });
    const known = contained.get(key) ?? connect(site, container);
    contained.set(key, known);
    return known;
  };
  const connection = createConnection({
    ...ways,
    client,
    session: (name) => readSession(SITES[name][0].cookie, name),
    recording,
    version: browser.runtime.getManifest().version,
  });
  return {
    unnamedFetch,
    sites,
    recording,
    connection,
    /** Where the logins are that the engine can use. */
    logins: {
      sites,
      inContainer,
      ...(import.meta.env.FIREFOX && { containers: containersWithTabs }),
    },
    /** Closes the pages of a site that we opened, in all containers. */
    async closePages(name: SiteName): Promise<void> {
      const used = await usedContainers(name);
      const pages = [sites[name], ...used.map((container) => inContainer(name, container))];
      await Promise.all(pages.map(({ page }) => page.close()));
    },
  };
}
