import { browser } from 'wxt/browser';

/** The session as the browser's cookies show it. */
export type BrowserSession =
  | { state: 'signed-in'; account: string }
  | { state: 'signed-out'; otherJars?: OtherJars }
  | { state: 'no-access'; pattern: string; host: string };

/**
 * Cookie jars that the extension's requests do not use, and which may hold a session: Firefox's
 * containers, or one jar per site (first-party isolation).
 */
export type OtherJars = 'containers' | 'isolated';

/** The session cookie. */
export interface LoginCookie {
  name: string;
  url: string;
}

/**
 * Match pattern of all sites under the registrable domain of the session cookie. Both schemes: the
 * cookie is not `Secure`, and Chromium reports its changes only to extensions that may
 * access `http:` as well (measured in Chromium 156; reading it works without).
 */
export function servicePattern(cookie: LoginCookie): string {
  const domain = new URL(cookie.url).hostname.split('.').slice(-2).join('.');
  return `*://*.${domain}/*`;
}

/**
 * Reads the session from the cookie. The value of the cookie never leaves this file: callers get a digest
 * that identifies the session.
 */
export async function readSession(cookie: LoginCookie): Promise<BrowserSession> {
  const pattern = servicePattern(cookie);
  // Without access the cookie appears missing, which is not the same as signed out.
  if (!(await browser.permissions.contains({ origins: [pattern] }))) {
    return { state: 'no-access', pattern, host: new URL(cookie.url).hostname };
  }
  try {
    const found = await browser.cookies.get({ url: cookie.url, name: cookie.name });
    if (found?.value) return { state: 'signed-in', account: await digest(found.value) };
  } catch {
    // Firefox with first-party isolation requires the jar. No request of the extension carries cookies
    // of those jars (measured in Firefox 153).
    return { state: 'signed-out', otherJars: 'isolated' };
  }
  const stores = await browser.cookies.getAllCookieStores();
  const hasContainers = stores.some(({ id }) => id.startsWith('firefox-'));
  return { state: 'signed-out', ...(hasContainers && { otherJars: 'containers' }) };
}

/** First 64 bits of a SHA-256: identifies a session, and nobody can sign in with it. */
async function digest(value: string): Promise<string> {
  const bytes = new TextEncoder().encode(`upscale-with-dreamina ${value}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Registers a listener for sign-in and sign-out. Call it in the first synchronous turn. Rewriting the same
 * cookie counts as neither: a service that does so with every response would cause endless requests.
 */
export function onSessionChange(cookie: LoginCookie, listener: () => void): void {
  const domain = new URL(cookie.url).hostname.split('.').slice(-2).join('.');
  let known: string | undefined;
  browser.cookies.onChanged.addListener(async ({ cookie: changed, cause, removed }) => {
    const isOurs = changed.domain === domain || changed.domain.endsWith(`.${domain}`);
    // Overwriting a cookie fires two events; the second has the new value.
    if (changed.name !== cookie.name || !isOurs || cause === 'overwrite') return;
    const account = removed ? undefined : await digest(changed.value);
    if (account !== undefined && account === known) return;
    known = account;
    listener();
  });
}
