import { listedCluster, SITE_NAMES, type SiteName } from '../wire/clusters';
import { clusterOf, type Home } from './homes';
import { cookiesOf, type SiteCookie } from './session-cookies';
import type { World } from './world';

/** Sessions of a sign-in that names none. */
const SESSION: Readonly<Record<SiteName, string>> = {
  jimeng: 'session-1',
  dreamina: 'dreamina-session-1',
};

/** The cookie jar of the simulated browser: for each site one session, or none. */
export interface Browser {
  /**
   * Signs in at a site, by default at Jimeng, with this session.
   * @param account keeps accounts apart; default the main one of the cluster
   */
  signIn(session?: string, account?: string, home?: Home): void;
  /** Removes the cookies of a site, by default of every site. The sessions themselves stay valid. */
  signOut(site?: SiteName): void;
  /** Session at Jimeng. */
  readonly session: string | undefined;
  sessionAt(site: SiteName): string | undefined;
  /** The cookies of a site as they are in the jar. */
  cookies(site: SiteName): SiteCookie[];
  /** Value of the `Cookie` header for a host; undefined if it has none. */
  cookieHeader(host: string): string | undefined;
}

/** A browser without a session. */
export function createBrowser(world: World): Browser {
  const sessions = new Map<SiteName, string>();
  const cookies = (site: SiteName): SiteCookie[] => {
    const session = sessions.get(site);
    return session === undefined ? [] : cookiesOf(world, site, session);
  };
  return {
    signIn(given, account, home = {}) {
      const { site } = clusterOf(home);
      const session = given ?? SESSION[site];
      world.signIn(session, account, home);
      sessions.set(site, session);
    },
    signOut(site) {
      for (const each of site === undefined ? SITE_NAMES : [site]) sessions.delete(each);
    },
    get session() {
      return sessions.get('jimeng');
    },
    sessionAt: (site) => sessions.get(site),
    cookies,
    cookieHeader(host) {
      const own = SITE_NAMES.flatMap(cookies).filter(({ domain }) => `.${host}`.endsWith(domain));
      if (own.length > 0) return own.map(({ name, value }) => `${name}=${value}`).join('; ');
      // In a real browser other hosts of the service have cookies, too, which must not be sent.
      const isOther = listedCluster(host) && !/\.(?:jianying|capcut)\.com$/.test(host);
      return isOther ? 'ttwid=simulated' : undefined;
    },
  };
}
