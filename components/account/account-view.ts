/** What the interface knows about the person's account at the service. */
export interface AccountView {
  /** `no-access`: the browser withholds the service's sites from the extension. */
  state: 'unknown' | 'signed-in' | 'signed-out' | 'no-access';
  credits?: { total: number };
  /** Signed out here, but perhaps not in Firefox's containers, or in its jar of the service's site. */
  otherJars?: 'containers' | 'isolated';
}
