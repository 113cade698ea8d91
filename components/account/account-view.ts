/** What the interface knows about the person's account at the service. */
export interface AccountView {
  /** `no-access`: the browser withholds the service's sites from the extension. */
  state: 'unknown' | 'signed-in' | 'signed-out' | 'no-access';
  credits?: { total: number };
  /** Signed out here, but maybe signed in inside a Firefox container, or in a cookie jar of the service's own site. */
  otherJars?: 'containers' | 'isolated';
}
