import { createJimeng, type Jimeng } from '@/lib/jimeng/client';
import type { ClusterMemory } from '@/lib/jimeng/cluster/choose-cluster';
import { createSiteClient } from '@/lib/jimeng/cluster/site-client';
import { SITE_NAMES, SITES, type SiteId, type SiteName } from '@/lib/jimeng/model/sites';
import type { Job } from '@/lib/jobs/model/job';
import type { Session } from '@/lib/jobs/model/session';
import { forgettingSession } from '@/lib/jobs/steps/accounts';
import { noteCost } from '@/lib/jobs/steps/credits';
import type { JobDeps, SiteDeps } from '@/lib/jobs/steps/deps';
import { atSite } from '@/lib/jobs/steps/site';
import type { Home } from '@/simulator/service/homes';
import { createSimulator, type Simulator, type SimulatorOptions } from '@/simulator/simulator';
import type { JobWorld, WorldOptions } from './job-world-types';
import type { Effects, Life } from './worker-life';
import { worldPage } from './world-page';

/** One value for each site. */
export type PerSite<T> = Record<SiteName, T>;

export function perSite<T>(make: (name: SiteName) => T): PerSite<T> {
  return Object.fromEntries(SITE_NAMES.map((name) => [name, make(name)])) as PerSite<T>;
}

/** The service of a world, with a browser that is signed in where the world has an account. */
export function worldSimulator(
  options: SimulatorOptions,
  site: WorldOptions['site'],
  home: Home = { site: 'dreamina' },
): Simulator {
  const simulator = createSimulator({
    processingMs: 4_000,
    enlarge: async (bytes) => ({
      bytes: Buffer.from(bytes),
      width: 2880,
      height: 2160,
      type: 'png',
    }),
    ...options,
  });
  if (isUsed(site, 'jimeng')) simulator.browser.signIn();
  if (isUsed(site, 'dreamina')) simulator.browser.signIn(undefined, undefined, home);
  return simulator;
}

/** Who is signed in at a site when a world begins. */
export function firstSession(site: WorldOptions['site'], name: SiteName): Session {
  if (!isUsed(site, name)) return noAccess(name);
  const isOther = site === 'both' && name === 'dreamina';
  return { state: 'signed-in', account: isOther ? 'account-d' : 'account-1' };
}

/** What the background does after an order: the balance may show what it cost. */
export async function noteOrder(job: Job, deps: JobDeps): Promise<void> {
  const { service, session } = atSite(deps, job);
  const found = await session();
  if (found.state !== 'signed-in') return;
  const balance = await service.credits().catch(() => undefined);
  if (balance) await noteCost(job.id, { ...balance, login: found.account }, deps);
}

/** The session of a site that the extension has no access to. */
function noAccess(site: SiteName): Session {
  const { domain } = SITES[site][0];
  return { state: 'no-access', site, pattern: `https://*.${domain}/*`, host: domain };
}

/** Whether a world begins with an account at a site. */
function isUsed(site: WorldOptions['site'] = 'jimeng', name: SiteName): boolean {
  return site === 'both' || site === name;
}

interface SitesDeps {
  world: JobWorld;
  /** The site of effects with plain names. Those of another site end with its name. */
  site: WorldOptions['site'];
  /** Sends without an effect of its own. */
  network: typeof fetch;
  effect: Effects['effect'];
  owner: Life;
  /** Cluster of each login; outlives the workers. */
  clusters: Map<string, SiteId>;
  now: () => number;
  uuid: () => string;
}

/** The logins as one worker of the virtual world reaches them, put together like those of the background. */
export function worldLogins(
  deps: SitesDeps,
): Pick<JobDeps, 'sites' | 'inContainer' | 'containers'> {
  const { world, owner } = deps;
  const contained = new Map<string, SiteDeps>();
  return {
    sites: worldSites(deps),
    containers: async () => [...world.containers.keys()],
    inContainer(name, container) {
      const key = `${name} ${container}`;
      const known = contained.get(key);
      if (known) return known;
      const effect: Effects['effect'] = (what, life, work) =>
        deps.effect(`${what}.${name}.${container}`, life, work);
      const read = async (): Promise<Session> =>
        world.containers.get(container)?.[name] ?? { state: 'signed-out' };
      const fetch = deps.effect('fetch', owner, deps.network) as typeof globalThis.fetch;
      const service = client(name, effect, fetch, deps, read);
      const session = forgettingSession(effect('session', owner, read), service);
      contained.set(key, { service, session });
      return { service, session };
    },
  };
}

function worldSites(deps: SitesDeps): PerSite<SiteDeps> {
  const { world, site = 'jimeng', owner } = deps;
  const fetch = deps.effect('fetch', owner, deps.network) as typeof globalThis.fetch;
  const plain = site === 'both' ? 'jimeng' : site;
  return perSite((name) => {
    // Of a site that nobody uses nothing is counted: its session is no moment to die at.
    const isCounted = isUsed(site, name);
    const effect: Effects['effect'] = (what, life, work) =>
      isCounted ? deps.effect(name === plain ? what : `${what}.${name}`, life, work) : work;
    const service = client(name, effect, fetch, deps);
    const session = effect('session', owner, async () => world.sessions[name]);
    return { service, session: forgettingSession(session, service) };
  });
}

function client(
  name: SiteName,
  effect: Effects['effect'],
  fetch: typeof globalThis.fetch,
  { world, network, owner, clusters, now, uuid }: SitesDeps,
  inContainer?: () => Promise<Session>,
): Jimeng {
  const page = worldPage(world, name, network, effect, owner);
  const memory: ClusterMemory = {
    read: async (login) => clusters.get(login),
    write: effect('clusters.write', owner, async (login: string, id: SiteId) => {
      clusters.set(login, id);
    }),
  };
  const hints = async () => hintsIn(world, name);
  return createSiteClient({
    clusters: SITES[name],
    client: (site) =>
      createJimeng({
        site,
        page,
        isPageOnly: inContainer !== undefined,
        fetch,
        now,
        uuid,
        mayReach: async (host) => world.granted.has(`https://${host}/*`),
        country: async () => cookiesIn(world.simulator, name).country,
      }),
    async login() {
      const session = (await inContainer?.()) ?? world.sessions[name];
      return session.state === 'signed-in' ? session.account : undefined;
    },
    hints,
    memory,
  });
}

/** Hints at the other cluster, by the country of the account. */
const OTHER_CLUSTER: Readonly<Record<string, { idc: string; country: string }>> = {
  us: { idc: 'alisg', country: 'sg' },
  sg: { idc: 'useast5', country: 'us' },
};

/** What the cookies of the simulated browser say about the cluster. */
function hintsIn(
  { simulator, hints: how }: JobWorld,
  name: SiteName,
): { idc?: string; country?: string } {
  const right = cookiesIn(simulator, name);
  if (how === 'missing') return {};
  return how === 'wrong' && right.country ? (OTHER_CLUSTER[right.country] ?? {}) : right;
}

/** What the cookies of a site name. */
function cookiesIn({ browser }: Simulator, name: SiteName): { idc?: string; country?: string } {
  const [{ idcCookie, countryCookie }] = SITES[name];
  const cookies = browser.cookies(name);
  const readCookie = (wanted: string | undefined) =>
    cookies.find((cookie) => cookie.name === wanted)?.value;
  const [idc, country] = [readCookie(idcCookie), readCookie(countryCookie)];
  return { ...(idc && { idc }), ...(country && { country }) };
}
