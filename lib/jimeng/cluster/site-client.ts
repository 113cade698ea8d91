import type { Jimeng } from '../client';
import { JimengError } from '../model/errors';
import type { Site, SiteId } from '../model/sites';
import type { TaskReport } from '../model/task-report';
import { type ChooserDeps, type Chosen, createChooser, isDenied } from './choose-cluster';

/** Dependencies of `createSiteClient`. */
export interface SiteClientDeps extends Omit<ChooserDeps, 'confirm'> {
  /** Makes the client of one cluster. Called once per cluster that is used. */
  client: (site: Site) => Jimeng;
  /** Makes the client that downloads results, which belong to no cluster. Default: that of the first cluster. */
  results?: () => Pick<Jimeng, 'download'>;
}

/**
 * The client of a whole site. With one cluster it is the client of that cluster. With several, a read finds out where
 * the login belongs, and a later read that is denied (1015, 34010105) is repeated once at another cluster that
 * confirms the session. An order never changes the cluster, and goes to one cluster only.
 */
export function createSiteClient(deps: SiteClientDeps): Jimeng {
  const { clusters } = deps;
  if (clusters.length === 1) return deps.client(clusters[0]);

  const clients = new Map<SiteId, Jimeng>();
  let results: Pick<Jimeng, 'download'> | undefined;
  function clientOf(id: SiteId): Jimeng {
    const site = clusters.find((cluster) => cluster.id === id);
    // From another site, or a damaged row: nothing is sent.
    if (!site) throw new JimengError('bad-response', { missing: 'cluster' });
    const client = clients.get(id) ?? deps.client(site);
    clients.set(id, client);
    return client;
  }
  const chooser = createChooser({ ...deps, confirm: (id) => clientOf(id).confirm() });

  /** A free read at the cluster of the login; if it denies the session, once more at another that knows it. */
  async function reading<T>(
    work: (client: Jimeng, id: SiteId) => Promise<T>,
    signal: AbortSignal | undefined,
    first?: SiteId,
  ): Promise<T> {
    const chosen = await chooser.get(signal);
    const from: Chosen = first === undefined ? chosen : { ...chosen, id: first };
    try {
      return await work(clientOf(from.id), from.id);
    } catch (error) {
      if (!isDenied(error)) throw error;
      // A cluster that the caller named says nothing about the login, whose own cluster is still to be asked.
      if (from.id !== chosen.id) return work(clientOf(chosen.id), chosen.id);
      const other = await chooser.other(from, signal);
      const found = await work(clientOf(other.id), other.id);
      await chooser.keep(other);
      return found;
    }
  }

  return {
    current: async ({ signal } = {}) => (await chooser.get(signal)).id,
    confirm: (options = {}) => reading((client) => client.confirm(options), options.signal),
    warmUp() {
      void chooser.get().then(
        ({ id }) => clientOf(id).warmUp(),
        () => {},
      );
    },
    upload: (image, options = {}) =>
      reading((client) => client.upload(image, options), options.signal),
    async submit(order, options = {}) {
      const id = order.siteId ?? (await chooser.get(options.signal)).id;
      return clientOf(id).submit(order, options);
    },
    async preparePage(options = {}) {
      const { id } = await chooser.get(options.signal);
      await clientOf(id).preparePage(options);
    },
    lookUp: (submitIds, options = {}) =>
      reading(
        async (client, id) => {
          const reports = await client.lookUp(submitIds, options);
          return id === options.siteId ? reports : withoutAbsent(reports);
        },
        options.signal,
        options.siteId,
      ),
    async download(url, options = {}) {
      // Results are public, and every client knows the domains of the whole site.
      results ??= deps.results?.() ?? clientOf(clusters[0].id);
      return results.download(url, options);
    },
    credits: (options = {}) => reading((client) => client.credits(options), options.signal),
    account: (options = {}) => reading((client) => client.account(options), options.signal),
    forgetSession() {
      chooser.drop();
      for (const client of clients.values()) client.forgetSession();
    },
  };
}

/** A cluster that the order did not go to does not list it either way: that proves nothing. */
function withoutAbsent(reports: Map<string, TaskReport>): Map<string, TaskReport> {
  return new Map([...reports].filter(([, { state }]) => state !== 'absent'));
}
