import { browser } from 'wxt/browser';

/** Rule ids: 1 to 9 are these, the Referer of single images come after (referer-rule.ts). */
const RULE_IDS = { noOrigin: 1, orders: 2, uploads: 3 } as const;

/** Of several rules that match, the one with the higher priority decides about a header. */
const PRIORITY = { noOrigin: 1, service: 2 } as const;

/** Host names of requests that this extension itself started. */
export function ownInitiator(): string {
  return new URL(browser.runtime.getURL('/')).hostname;
}

/** Where the service is, as `Site` has it. */
export interface ServiceHosts {
  /** Such as `https://jimeng.jianying.com`. */
  origin: string;
  /** Domains that uploads may go to. */
  uploadDomains: readonly string[];
}

/**
 * Keeps the name of this extension out of its requests. The browser would send it as `Origin`, in
 * Firefox with an id that tells this installation from all others. Orders and uploads carry `Origin`
 * and `Referer` of the service's own pages; everything else carries no `Origin`. Only requests that this
 * extension has started are touched, and only on hosts that it may access.
 *
 * A picture is read by GET, also from hosts of the service: orders are known by their method, and
 * the one call of the service that is a GET by its address. Session rules vanish with the browser, so this
 * runs before every batch of work.
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
