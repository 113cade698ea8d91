import { browser } from 'wxt/browser';
import type { Site } from '@/lib/jimeng/model/sites';
import { ownInitiator } from './service-headers';

/**
 * Whether rules that set `Origin` and `Referer` are in force for our calls to a site. No
 * extension can read the headers that left, without a permission to watch all traffic; a rule in force and
 * access to the host are what makes the browser set them.
 */
export async function headerRulesFor({
  api,
  origin,
}: Pick<Site, 'api' | 'origin'>): Promise<{ origin: boolean; referer: boolean }> {
  const host = new URL(api).hostname;
  const [mayReach, rules] = await Promise.all([
    browser.permissions.contains({ origins: [`${api}/*`] }),
    browser.declarativeNetRequest.getSessionRules(),
  ]);
  const headers = rules
    .filter(({ condition }) => {
      const domains = condition.requestDomains ?? [];
      return (
        condition.initiatorDomains?.includes(ownInitiator()) &&
        domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
      );
    })
    .flatMap(({ action }) => action.requestHeaders ?? []);
  const isSet = (name: string) =>
    mayReach &&
    headers.some(
      ({ header, operation, value }) =>
        header.toLowerCase() === name &&
        operation === 'set' &&
        value !== undefined &&
        (value === origin || value.startsWith(`${origin}/`)),
    );
  return { origin: isSet('origin'), referer: isSet('referer') };
}
