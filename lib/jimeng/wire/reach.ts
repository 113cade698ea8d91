import { JimengError } from '../model/errors';
import { isListed } from './public-url';

/** Whether a public host may be called. */
export type Reach = (host: string) => Promise<boolean>;

/**
 * Listed hosts first, whose domains the person has allowed with the site, then those that were allowed one by one.
 *
 * @param mayReach whether an unlisted host was allowed
 */
export function createReach(domains: readonly string[], mayReach: Reach): Reach {
  return async (host) => isListed(host, domains) || mayReach(host);
}

/** The error for a host that may not be called. @param host if a permission for it would help */
export function hostNotAllowed(host: string | undefined): JimengError {
  return new JimengError('host-not-allowed', host === undefined ? {} : { host });
}
