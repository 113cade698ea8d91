import { browser } from 'wxt/browser';

/** Ids 1 to 9 are reserved for these rules; referer-rule.ts uses the ids from 10. */
const RULE_IDS = { noOrigin: 1, orders: 2, uploads: 3, balance: 4 } as const;

/** Of the rules that match a request, the one with the higher priority sets the header. */
const PRIORITY = { noOrigin: 1, service: 2, balance: 3 } as const;

/** Page that the site's own calls about credits come from; the service checks it (docs/PROTOCOL.md, section 7). */
const BALANCE_PAGE = '/ai-tool/image/generate';

/** Host name of the initiator of this extension's requests. */
export function ownInitiator(): string {
  return new URL(browser.runtime.getURL('/')).hostname;
}

/** The fields of `Site` that the rules need. */
export interface ServiceHosts {
  /** For example `https://jimeng.jianying.com`. */
  origin: string;
  /** Domains of upload hosts. */
  uploadDomains: readonly string[];
}

/**
 * Keeps the extension's address out of its requests. The browser would send it as `Origin`; in Firefox it
 * holds an id that is unique to this installation. Orders and uploads carry `Origin` and `Referer` of the
 * service's own pages, calls about credits those of the page that makes them; all other requests carry no
 * `Origin`. The rules apply only to requests of this
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
  const asPage = (page: string) => ({
    type: 'modifyHeaders' as const,
    requestHeaders: [
      { header: 'origin', operation: 'set' as const, value: origin },
      { header: 'referer', operation: 'set' as const, value: `${origin}${page}` },
    ],
  });
  const asService = asPage('/');
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
      {
        id: RULE_IDS.balance,
        priority: PRIORITY.balance,
        condition: {
          ...ours,
          requestDomains: [new URL(origin).hostname],
          requestMethods: ['post'],
          urlFilter: `|${origin}/commerce/`,
        },
        action: asPage(BALANCE_PAGE),
      },
    ],
  });
}
