import { CLUSTERS_OF, type SiteName } from '../wire/clusters';
import { abroad } from './abroad-options';
import { otherCluster } from './homes';
import type { Account, World } from './world';

/** A cookie of a site. */
export interface SiteCookie {
  name: string;
  value: string;
  /** With its dot: it goes to every host below. */
  domain: string;
  isSession: boolean;
}

/** Names of the session cookie at Dreamina; all of them carry the same value. */
const DREAMINA_COOKIES = ['sessionid', 'sessionid_ss', 'sid_tt'] as const;

/** Country that the cookies name where they are wrong: one of the other cluster. */
const WRONG_COUNTRY: Readonly<Record<string, string>> = {
  'dreamina-us': 'jp',
  'dreamina-sg': 'us',
};

/** Names under which a site sets and accepts the session. */
export function sessionNames(world: World, site: SiteName): readonly string[] {
  return site === 'jimeng' ? world.options.sessionCookies : DREAMINA_COOKIES;
}

/**
 * The cookies that a site sets when a session begins: the session under each name, and at Dreamina those that hint at
 * the cluster, as far as `cookieHints` lets them.
 */
export function cookiesOf(world: World, site: SiteName, session: string): SiteCookie[] {
  const domain = CLUSTERS_OF[site][0].cookieDomain;
  const sessions = sessionNames(world, site).map((name) => ({
    ...{ name, value: session, domain, isSession: true },
  }));
  const account = world.sessions.get(session);
  const hints = account?.cluster.site === 'dreamina' ? hintsOf(world, account, session) : {};
  const told = Object.entries(hints).map(([name, value]) => ({
    ...{ name, value, domain, isSession: false },
  }));
  return [...sessions, ...told];
}

function hintsOf(world: World, { cluster, country }: Account, session: string) {
  const how = abroad(world, 'cookieHints', session);
  const isWrong = how === 'wrong';
  const idc = isWrong ? otherCluster(cluster).idc : cluster.idc;
  const place = isWrong ? (WRONG_COUNTRY[cluster.id] ?? country) : country;
  return {
    ...(how !== 'missing' && how !== 'country-only' && { 'store-idc': idc }),
    ...(how !== 'missing' && how !== 'idc-only' && { 'store-country-code': place }),
  };
}
