/** Keeps the extension's address out of a request. */
export interface UnnamedFetchDeps {
  fetch: typeof fetch;
  /** Resolves once the header rules are set. */
  ready: Promise<unknown>;
  /** Whether a match pattern is granted. */
  mayAccess(pattern: string): Promise<boolean>;
}

/**
 * A `fetch` for the background that never sends the extension's address. The browser sends it as `Origin`
 * unless a header rule removes it, and rules apply only to hosts that the extension may access. A person
 * can revoke that access at any time, also for hosts of the service.
 * @returns rejects with TypeError, as a failed `fetch` does, if the host may not be accessed
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
