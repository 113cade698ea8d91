/** Keeps the extension's address out of a request. */
export interface UnnamedDeps {
  /** Resolves once the header rules are set. */
  ready: Promise<unknown>;
  /** Whether a match pattern is granted. */
  mayAccess(pattern: string): Promise<boolean>;
}

/**
 * Lets requests of the background pass that do not send the extension's address. The browser sends it as `Origin`
 * unless a header rule removes it, and rules apply only to hosts that the extension may access. A person
 * can revoke that access at any time, also for hosts of the service.
 * @returns rejects with TypeError, as a failed `fetch` does, if the host may not be accessed
 */
export function createUnnamedGate({
  ready,
  mayAccess,
}: UnnamedDeps): (address: string | URL) => Promise<void> {
  return async (address) => {
    await ready;
    const url = new URL(address);
    const isRemote = /^https?:$/.test(url.protocol);
    if (isRemote && !(await mayAccess(`${url.protocol}//${url.hostname}/*`))) {
      throw new TypeError('no access to this host');
    }
  };
}

/** A `fetch` for the background whose requests pass `createUnnamedGate` first. */
export function createUnnamedFetch({
  fetch,
  ...deps
}: UnnamedDeps & { fetch: typeof globalThis.fetch }): typeof globalThis.fetch {
  const pass = createUnnamedGate(deps);
  return async (input, init) => {
    await pass(input instanceof Request ? input.url : input);
    return fetch(input, init);
  };
}
