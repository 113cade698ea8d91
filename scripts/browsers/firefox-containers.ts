/**
 * Firefox containers, for which WebDriver has no words. The functions run with the rights of the browser and are sent
 * as source, so each uses nothing but its arguments and Firefox's own globals.
 */

/** The preference that switches containers on; the ones that the browser comes with are there then. */
export const CONTAINERS_ON = { 'privacy.userContext.enabled': true } as const;

/** The first container that Firefox comes with ("Personal"), by its number and its cookie store id. */
export const CONTAINER = { userContextId: 1, cookieStoreId: 'firefox-container-1' } as const;

interface ContainedTab {
  userContextId: number;
  triggeringPrincipal: unknown;
}

interface TabbedWindow extends Window {
  gBrowser: {
    selectedTab: unknown;
    addTab(url: string, options: ContainedTab): unknown;
  };
}

declare const Services: {
  wm: { getMostRecentWindow(type: 'navigator:browser'): TabbedWindow };
  scriptSecurityManager: { getSystemPrincipal(): unknown };
  cookies: { add(...cookie: unknown[]): void };
};
declare const Ci: { nsICookie: { SAMESITE_UNSET: number; SCHEME_HTTPS: number } };

/** Opens a tab of a container in front, as its entry in the menu of the "new tab" button does. */
export function openInContainer(url: string, userContextId: number): void {
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab(url, { userContextId, triggeringPrincipal });
}

/**
 * Gives a container the cookies of a login, as signing in on a site in one of its tabs does.
 * @param expiry Unix ms (Firefox 153)
 */
export function addCookies(
  cookies: readonly { name: string; value: string; domain: string; isSession: boolean }[],
  userContextId: number,
  expiry: number,
): void {
  const { SAMESITE_UNSET, SCHEME_HTTPS } = Ci.nsICookie;
  for (const { name, value, domain, isSession } of cookies) {
    const flags = [false, isSession, false, expiry];
    const place = [{ userContextId }, SAMESITE_UNSET, SCHEME_HTTPS];
    Services.cookies.add(domain, '/', name, value, ...flags, ...place);
  }
}
