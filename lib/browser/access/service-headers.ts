import { browser } from 'wxt/browser';

/** Rule ids 1 to 9; higher ids belong to referer-rule.ts. */
const RULE_IDS = { noOrigin: 1, orders: 2, uploads: 3 } as const;

/** If several rules match, the one with the higher priority sets the header. */
const PRIORITY = { noOrigin: 1, service: 2 } as const;

/** Host names of requests that this extension itself started. */
export function ownInitiator(): string {
  return new URL(browser.runtime.getURL('/')).hostname;
}

/** Hosts of the service, as in `Site`. */
export interface ServiceHosts {
  /** Such as `https://jimeng.jianying.com`. */
  origin: string;
  /** Domains that uploads may go to. */
  uploadDomains: readonly string[];
}

/**
 * Keeps the name of this extension out of its requests. The browser would send it as `Origin`; in
 * Firefox that includes an id unique to this installation. Orders and uploads carry `Origin`
 * and `Referer` of the service's own pages; all other requests carry no `Origin`. The rules affect only requests
 * that this extension starts, and only on hosts that it may access.
 *
 * Images are read by GET, even from hosts of the service. So the rules identify orders by their method, and
 * the one service call that is a GET by its address. Session rules end with the browser, so this
 * runs once in every worker, before its first request.
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
