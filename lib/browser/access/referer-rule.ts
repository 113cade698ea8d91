import { browser } from 'wxt/browser';
import { ownInitiator } from './service-headers';

const FIRST_RULE_ID = 100;
let used = 0;

/**
 * Runs `work` while requests of this extension for exactly `url` carry the given Referer.
 * The rule is removed afterwards. If the worker dies first, the restart of the browser or
 * `clearRefererRules` removes it.
 */
export async function withReferer<T>(
  url: string,
  referer: string,
  work: () => Promise<T>,
): Promise<T> {
  used += 1;
  const id = FIRST_RULE_ID + used;
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [id],
    addRules: [
      {
        id,
        condition: {
          // Not a regular expression: those may compile to 2 kB at most, and signed URLs are long.
          urlFilter: `|${url}|`,
          isUrlFilterCaseSensitive: true,
          initiatorDomains: [ownInitiator()],
          resourceTypes: ['xmlhttprequest'],
        },
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'referer', operation: 'set', value: referer }],
        },
      },
    ],
  });
  try {
    return await work();
  } finally {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id] });
  }
}

/** Removes the rules of a killed worker. */
export async function clearRefererRules(): Promise<void> {
  const rules = await browser.declarativeNetRequest.getSessionRules();
  const removeRuleIds = rules.map((rule) => rule.id).filter((id) => id >= FIRST_RULE_ID);
  if (removeRuleIds.length > 0) {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds });
  }
}
