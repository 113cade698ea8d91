/** What keeps the name of this extension out of a request. */
export interface UnnamedFetchDeps {
  fetch: typeof fetch;
  /** Resolves once the header rules stand. */
  ready: Promise<unknown>;
  /** Whether a match pattern is granted. */
  mayAccess(pattern: string): Promise<boolean>;
}

/**
 * A `fetch` for the background that never tells who asks. The browser sends the extension's address
 * as `Origin`, unless a header rule removes it, and rules hold only on hosts that may be accessed: a
 * person can take that access back at any moment, also from hosts of the service.
 * @returns rejects with TypeError, as a failed `fetch` does, where the host may not be accessed
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
