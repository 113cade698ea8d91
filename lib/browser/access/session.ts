import { browser } from 'wxt/browser';
import { accessOf, type SiteName } from '@/lib/jimeng/model/sites';
import { type CookieJar, inJar, jarOf, mayHaveContainers } from './containers';
import { mayAccess, mayAccessAll } from './permissions';

/** The session as the browser's cookies show it. */
export type BrowserSession =
  | { state: 'signed-in'; account: string }
  | { state: 'signed-out'; otherJars?: OtherJars }
  /** Access to `site` is missing; `pattern` is a part of it. */
  | { state: 'no-access'; site: SiteName; pattern: string; host: string };

/**
 * Other cookie jars than that of normal tabs, which may hold a session: Firefox's containers, which rows of their tabs
 * use, or one jar per site (first-party isolation), which nothing of the extension can use.
 */
export type OtherJars = 'containers' | 'isolated';

/** The session cookie, under any of its names. The first that has a value identifies the session. */
export interface LoginCookie {
  names: readonly string[];
  url: string;
}

function domainOf({ url }: Pick<LoginCookie, 'url'>): string {
  return new URL(url).hostname.split('.').slice(-2).join('.');
}

/**
 * Reads the session of a site from its cookie. The value of the cookie never leaves this file: callers get a
 * digest that identifies the session.
 * @param container the Firefox container whose cookies are meant; default: those of normal tabs
 */
export async function readSession(
  cookie: LoginCookie,
  site: SiteName,
  container?: string,
): Promise<BrowserSession> {
  const pattern = await missingPattern(site);
  // Without access the cookie appears missing, which is not the same as signed out.
  if (pattern !== undefined) {
    return { state: 'no-access', site, pattern, host: new URL(cookie.url).hostname };
  }
  try {
    const account = await digestOf(cookie, container);
    if (account !== undefined) return { state: 'signed-in', account };
  } catch {
    // Firefox with first-party isolation requires the jar. No request of the extension carries cookies
    // of those jars (measured in Firefox 153).
    return { state: 'signed-out', otherJars: 'isolated' };
  }
  const hasContainers = await mayHaveContainers();
  return { state: 'signed-out', ...(hasContainers && { otherJars: 'containers' }) };
}

/** The first match pattern of the site's login that is not granted; the person may allow a single scheme. */
async function missingPattern(site: SiteName): Promise<string | undefined> {
  const login = accessOf(site).filter(({ reasons }) => reasons.includes('account'));
  const patterns = login.flatMap((each) => each.patterns);
  if (await mayAccessAll(patterns)) return undefined;
  for (const pattern of patterns) {
    if (!(await mayAccess(pattern))) return pattern;
  }
  return undefined;
}

/** Digest of the first of the cookies that has a value. Reads by name: a list of all misses some of them. */
async function digestOf(
  { names, url }: LoginCookie,
  container: CookieJar,
): Promise<string | undefined> {
  for (const name of names) {
    const found = await browser.cookies.get({ url, name, ...inJar(container) });
    if (found?.value) return digest(found.value);
  }
  return undefined;
}

/** First 64 bits of a SHA-256: identifies a session, and nobody can sign in with it. */
async function digest(value: string): Promise<string> {
  const bytes = new TextEncoder().encode(`upscale-with-dreamina ${value}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Registers a listener for sign-in and sign-out. Call it in the first synchronous turn. A sign-in sets all names of
 * the cookie, and pages rewrite them with every response: the listener is called only when another session than at
 * the last event, or none, is found in the same cookies: those of normal tabs, or of a container.
 */
export function onSessionChange(cookie: LoginCookie, listener: () => void): void {
  const domain = domainOf(cookie);
  /** Digest in each jar at the last event. */
  const known = new Map<CookieJar, string | undefined>();
  let turn: Promise<void> = Promise.resolve();
  browser.cookies.onChanged.addListener(({ cookie: changed, cause }) => {
    const isOurs = changed.domain === domain || changed.domain.endsWith(`.${domain}`);
    // Overwriting a cookie fires two events; only the second has the new value.
    if (!cookie.names.includes(changed.name) || !isOurs || cause === 'overwrite') return undefined;
    // One after the other, so that an older answer cannot overtake a newer one.
    turn = turn.then(async () => {
      const jar = jarOf(changed.storeId);
      const account = await digestOf(cookie, jar).catch(() => undefined);
      if (known.has(jar) && account === known.get(jar)) return;
      known.set(jar, account);
      listener();
    });
    return turn;
  });
}

/** Cookie in which the site keeps the id of this browser; its own calls carry it as `webId`. */
const WEB_ID = '_tea_web_id';

/**
 * The id of this browser that the site's own page has stored, if any: digits, on exactly the host of the site. Like
 * the session it is never logged or stored, and it goes to the site only, which knows it.
 */
export async function readWebId(url: string, container?: string): Promise<string | undefined> {
  try {
    const found = await browser.cookies.get({ url, name: WEB_ID, ...inJar(container) });
    const isOfSite = found?.hostOnly === true && found.domain === new URL(url).hostname;
    return isOfSite && /^\d{1,25}$/.test(found.value) ? found.value : undefined;
  } catch {
    return undefined;
  }
}
