import { type Browser, browser } from 'wxt/browser';
import type { Site } from '@/lib/jimeng/model/sites';

/** Ids 1 to 9 are reserved for these rules; referer-rule.ts uses the ids from 10. */
const NO_ORIGIN_ID = 1;
const FIRST_SITE_ID = 2;
const RULE_IDS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Of the rules that match a request, the one with the higher priority sets the header. */
const PRIORITY = { noOrigin: 1, service: 2, credits: 3 } as const;

/** Host name of the initiator of this extension's requests. */
export function ownInitiator(): string {
  return new URL(browser.runtime.getURL('/')).hostname;
}

/** The fields of `Site` that the rules need. */
export type ServiceHosts = Pick<Site, 'origin' | 'api' | 'commerce' | 'referers' | 'uploadDomains'>;

type Rule = Browser.declarativeNetRequest.Rule;

/**
 * Keeps the extension's address out of its requests. The browser would send it as `Origin`; in Firefox it
 * holds an id that is unique to this installation. Calls and uploads carry `Origin` and `Referer` of the site's own
 * pages, calls about credits those of the page that makes them; all other requests carry no `Origin`. The rules
 * apply only to requests of this extension, and only on hosts that it may access.
 *
 * An image is read by GET, also from hosts of the service. Orders are matched by their method, and the one
 * GET call of the service by its URL. Session rules end with the browser, so every start of the background
 * calls this, and no request is sent before it resolves.
 */
export async function ensureServiceHeaders(sites: readonly ServiceHosts[]): Promise<void> {
  const origins = [...new Set(sites.map(({ origin }) => origin))];
  const rules = origins.flatMap((origin) =>
    rulesFor(
      origin,
      sites.filter((site) => site.origin === origin),
    ),
  );
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: RULE_IDS,
    addRules: [
      {
        id: NO_ORIGIN_ID,
        priority: PRIORITY.noOrigin,
        condition: ours(),
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'origin', operation: 'remove' }],
        },
      },
      ...rules.map((rule, index) => ({ ...rule, id: FIRST_SITE_ID + index })),
    ],
  });
}

function ours() {
  return {
    initiatorDomains: [ownInitiator()],
    resourceTypes: ['xmlhttprequest' as const],
  };
}

/** The rules of one site, for all of its clusters. */
function rulesFor(origin: string, clusters: readonly ServiceHosts[]): Omit<Rule, 'id'>[] {
  const unique = (names: readonly string[]) => [...new Set(names)];
  const hostOf = (address: string) => new URL(address).hostname;
  const uploadDomains = unique(clusters.flatMap((site) => site.uploadDomains));
  const commerce = unique(clusters.map((site) => hostOf(site.commerce)));
  const api = unique(clusters.map((site) => hostOf(site.api)));
  const asPage = (path: string) => ({
    type: 'modifyHeaders' as const,
    requestHeaders: [
      { header: 'origin', operation: 'set' as const, value: origin },
      { header: 'referer', operation: 'set' as const, value: `${origin}${path}` },
    ],
  });
  const [{ referers } = { referers: { calls: '/', credits: '/' } }] = clusters;
  return [
    {
      priority: PRIORITY.service,
      condition: {
        ...ours(),
        requestDomains: unique([...api, ...commerce, ...uploadDomains]),
        requestMethods: ['post'],
      },
      action: asPage(referers.calls),
    },
    {
      priority: PRIORITY.service,
      condition: {
        ...ours(),
        requestDomains: uploadDomains,
        requestMethods: ['get'],
        urlFilter: '/?Action=ApplyImageUpload&',
      },
      action: asPage(referers.calls),
    },
    ...commerce.map((host) => ({
      priority: PRIORITY.credits,
      condition: {
        ...ours(),
        requestDomains: [host],
        requestMethods: ['post' as const],
        urlFilter: `|https://${host}/commerce/`,
      },
      action: asPage(referers.credits),
    })),
  ];
}
