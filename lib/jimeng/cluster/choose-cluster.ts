import { JimengError } from '../model/errors';
import type { Site, SiteId } from '../model/sites';
import { orAbort } from '../wire/or-abort';
import { type ClusterHints, clusterByHints } from './cluster-by-hints';

/** The cluster of each login, kept by the caller. Neither call may cost a request. */
export interface ClusterMemory {
  read(login: string): Promise<SiteId | undefined>;
  write(login: string, id: SiteId): Promise<void>;
}

export interface ChooserDeps {
  clusters: readonly [Site, ...Site[]];
  /** Sends one free signed read to a cluster. */
  confirm: (id: SiteId) => Promise<void>;
  /** Digest of the login in the browser; undefined without one. */
  login: () => Promise<string | undefined>;
  hints: () => Promise<ClusterHints>;
  memory: ClusterMemory;
}

/** The cluster that a login belongs to, as far as a read has shown it. */
export interface Chosen {
  login: string | undefined;
  id: SiteId;
}

/** Finds the cluster of the login. Only reads decide; no order is ever sent to find out. */
export interface ClusterChooser {
  /**
   * The cluster of the login: known, remembered, or confirmed now. Concurrent callers share one confirmation.
   *
   * @throws JimengError `signed-out` if no cluster knows the session; any other failure of the read, after which
   *   nothing is remembered
   * @throws DOMException `AbortError`
   */
  get(signal?: AbortSignal): Promise<Chosen>;
  /** Confirms another cluster than this one, once. It does not become the login's. Throws like `get`. */
  other(than: Chosen, signal?: AbortSignal): Promise<Chosen>;
  /** Makes this the cluster of the login, because a read has succeeded there. */
  keep(chosen: Chosen): Promise<void>;
  /** Forgets what is in memory; what the caller remembers stays. */
  drop(): void;
}

/** Creates a chooser that knows nothing (docs/PROTOCOL.md, section 1.3). */
export function createChooser(deps: ChooserDeps): ClusterChooser {
  const { clusters, memory } = deps;
  let known: Chosen | undefined;
  const pending = new Map<string, Promise<Chosen>>();
  let drops = 0;

  const hints = () => deps.hints().catch((): ClusterHints => ({}));

  async function remembered(login: string | undefined): Promise<SiteId | undefined> {
    const id = login === undefined ? undefined : await memory.read(login).catch(() => undefined);
    return clusters.find((site) => site.id === id)?.id;
  }

  /** Asks one after the other. Only an answer that denies the session leads to the next. */
  async function confirmOneOf(
    candidates: readonly Site[],
    login: string | undefined,
  ): Promise<Chosen> {
    for (const { id } of candidates) {
      try {
        await deps.confirm(id);
        return { login, id };
      } catch (error) {
        if (!isDenied(error)) throw error;
      }
    }
    throw new JimengError('signed-out');
  }

  function shared(key: string, work: () => Promise<Chosen>): Promise<Chosen> {
    const running = pending.get(key);
    if (running) return running;
    const started = work().finally(() => {
      if (pending.get(key) === started) pending.delete(key);
    });
    pending.set(key, started);
    return started;
  }

  async function keep(chosen: Chosen): Promise<void> {
    // The cookie may have changed during the read: then the answer was about either login.
    if ((await deps.login()) !== chosen.login) return;
    known = chosen;
    if (chosen.login !== undefined) await memory.write(chosen.login, chosen.id).catch(() => {});
  }

  async function find(login: string | undefined): Promise<Chosen> {
    const before = drops;
    const id = await remembered(login);
    if (id !== undefined) {
      const chosen = { login, id };
      if (before === drops) known = chosen;
      return chosen;
    }
    const chosen = await confirmOneOf(clusterByHints(clusters, await hints()), login);
    if (before === drops) await keep(chosen);
    return chosen;
  }

  return {
    async get(signal) {
      const login = await deps.login();
      if (known && known.login === login) return known;
      return orAbort(
        shared(`any ${login}`, () => find(login)),
        signal,
      );
    },
    other({ login, id: denied }, signal) {
      const confirm = async () => {
        const order = clusterByHints(clusters, await hints());
        return confirmOneOf(
          order.filter(({ id }) => id !== denied),
          login,
        );
      };
      return orAbort(shared(`not ${denied} ${login}`, confirm), signal);
    },
    keep,
    drop() {
      known = undefined;
      pending.clear();
      drops += 1;
    },
  };
}

/** Numbers that mean: not signed in at this cluster (docs/PROTOCOL.md, section 6). Nothing else leads to another. */
const DENIED: ReadonlySet<string | undefined> = new Set(['1015', '34010105']);

/** Whether an answer says that this cluster does not know the session. */
export function isDenied(error: unknown): boolean {
  return (
    error instanceof JimengError &&
    error.code === 'signed-out' &&
    (DENIED.has(error.detail.ret) || DENIED.has(error.detail.failCode))
  );
}
