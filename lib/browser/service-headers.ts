import { browser } from 'wxt/browser';

/** Rule ids: 1 to 9 are the service's, the Referer of single images come after (referer-rule.ts). */
const SERVICE_RULE_ID = 1;

/** Host names of requests that this extension itself started. */
export function ownInitiator(): string {
  return new URL(browser.runtime.getURL('/')).hostname;
}

/**
 * Sets `Origin` and `Referer` to the service's own on requests of this extension to the service,
 * and on nothing else: the site's own traffic is never touched. Session rules vanish with the
 * browser, so this runs before every batch of work.
 * @param origin such as `https://jimeng.jianying.com`
 */
export async function ensureServiceHeaders(origin: string): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [SERVICE_RULE_ID],
    addRules: [
      {
        id: SERVICE_RULE_ID,
        condition: {
          requestDomains: [new URL(origin).hostname],
          initiatorDomains: [ownInitiator()],
          resourceTypes: ['xmlhttprequest'],
        },
        action: {
          type: 'modifyHeaders',
          requestHeaders: [
            { header: 'origin', operation: 'set', value: origin },
            { header: 'referer', operation: 'set', value: `${origin}/` },
          ],
        },
      },
    ],
  });
}
