/** What an unnamed fetch needs. */
export interface UnnamedFetchDeps {
  fetch: typeof fetch;
  /** Resolves once the header rules are in place. */
  ready: Promise<unknown>;
  /** Whether a match pattern is granted. */
  mayAccess(pattern: string): Promise<boolean>;
}

/**
 * A `fetch` for the background that never reveals the extension. The browser sends the extension's address
 * as `Origin` unless a header rule removes it, and rules apply only on hosts that may be accessed. A
 * person can revoke that access at any moment, even for hosts of the service.
 * @returns rejects with TypeError, like a failed `fetch`, if the host may not be accessed
 */
export function createUnnamedFetch({ fetch, ready, mayAccess }: UnnamedFetchDeps): typeof fetch {
  return async (input, init) => {
    await ready;
    const url = new URL(input instanceof Request ? input.url : input);
    const isRemote = /^https?:$/.test(url.protocol);
    if (isRemote && !(await mayAccess(`${url.protocol}//${url.hostname}/*`))) {
      throw new TypeError('no access to this host');
    }
    return fetch(input, init);
  };
}
