import { JimengError } from '@/lib/jimeng/model/errors';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { PageChannel, PageRequest } from '@/lib/jimeng/wire/page-channel';
import type { JobWorld } from './job-world-types';
import type { Effects, Life } from './worker-life';

/** The page channel of a site in the virtual world: the simulator's page, as `world.pages` says. */
export function worldPage(
  world: JobWorld,
  site: SiteName,
  network: typeof fetch,
  effect: Effects['effect'],
  owner: Life,
): PageChannel {
  const pageFetch = world.simulator.openPage(network, site);
  const send = ({ url, headers, body }: PageRequest) =>
    pageFetch(url, { method: 'POST', headers, body, credentials: 'include' });
  const open = effect('page.ready', owner, async () => {
    if (world.pages[site] === 'never-ready' || !world.pageConsents[site])
      throw new JimengError('page-unavailable');
  });
  const ask = effect('page.read', owner, send);
  return {
    // Two effects, because a read may pause before it is repeated: an effect around it all would keep time from passing.
    async ready(read) {
      await open();
      await read(ask);
    },
    send: effect('page.send', owner, async (request: PageRequest) => {
      if (world.pages[site] !== 'signs' || !world.pageConsents[site])
        throw new JimengError('page-unavailable');
      return send(request);
    }),
  };
}
