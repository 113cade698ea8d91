import { SITES, type SiteId } from '@/lib/jimeng/model/sites';
import { type LoginPlace, siteOf } from '../model/site';
import type { JobDeps } from './deps';
import { atSite } from './site';

/**
 * Whether the login of a place belongs to another cluster than this one, and so to another account. Asks the service
 * only if the cluster of the login is not known yet.
 *
 * @param siteId cluster of an upload or an order; absent if it is not known: then the answer is no
 * @throws JimengError if no cluster can be found for the login
 * @throws DOMException `AbortError`
 */
export async function isInOtherCluster(
  place: LoginPlace,
  siteId: SiteId | undefined,
  deps: JobDeps,
  signal: AbortSignal,
): Promise<boolean> {
  if (siteId === undefined || SITES[siteOf(place)].length === 1) return false;
  return (await atSite(deps, place).service.current({ signal })) !== siteId;
}
