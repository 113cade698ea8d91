import { browser } from 'wxt/browser';

/** Ids 1 to 9 are reserved for these rules; referer-rule.ts uses the ids from 10. */
const RULE_IDS = { noOrigin: 1, orders: 2, uploads: 3 } as const;

/** Of the rules that match a request, the one with the higher priority sets the header. */
const PRIORITY = { noOrigin: 1, service: 2 } as const;

/** Host names of requests that this extension itself started. */
export function ownInitiator(): string {
  return new URL(browser.runtime.getURL('/')).hostname;
}

/** The fields of `Site` that the rules need. */
export interface ServiceHosts {
  /** For example `https://jimeng.jianying.com`. */
  origin: string;
  /** Domains that uploads may go to. */
  uploadDomains: readonly string[];
}

/**
 * Keeps the extension's address out of its requests. The browser would send it as `Origin`; in Firefox it
 * holds an id that is unique to this installation. Orders and uploads carry `Origin` and `Referer` of the
 * service's own pages; all other requests carry no `Origin`. The rules apply only to requests of this
 * extension, and only on hosts that it may access.
 *
 * An image is read by GET, also from hosts of the service. Orders are matched by their method, and the one
 * GET call of the service by its URL. Session rules end with the browser, so every start of the background
 * calls this, and no request is sent before it resolves.
 */
export async function ensureServiceHeaders({ origin, uploadDomains }: ServiceHosts): Promise<void> {
  const ours = {
    initiatorDomains: [ownInitiator()],
    resourceTypes: ['xmlhttprequest' as const],
  };
  const asService = {
    type: 'modifyHeaders' as const,
    requestHeaders: [
      { header: 'origin', operation: 'set' as const, value: origin },
      { header: 'referer', operation: 'set' as const, value: `${origin}/` },
    ],
  };
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: Object.values(RULE_IDS),
    addRules: [
      {
        id: RULE_IDS.noOrigin,
        priority: PRIORITY.noOrigin,
        condition: ours,
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'origin', operation: 'remove' }],
        },
      },
      {
        id: RULE_IDS.orders,
        priority: PRIORITY.service,
        condition: {
          ...ours,
          requestDomains: [new URL(origin).hostname, ...uploadDomains],
          requestMethods: ['post'],
        },
        action: asService,
      },
      {
        id: RULE_IDS.uploads,
        priority: PRIORITY.service,
        condition: {
          ...ours,
          requestDomains: [...uploadDomains],
          requestMethods: ['get'],
          urlFilter: '/?Action=ApplyImageUpload&',
        },
        action: asService,
      },
    ],
  });
}
