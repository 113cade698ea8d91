import { fakeBrowser } from 'wxt/testing/fake-browser';

/**
 * Puts session rules into the fake browser, which refuses an id that is taken, as browsers do.
 * @returns the rules in force, by id
 */
export function fakeSessionRules<R extends { id: number }>(): Map<number, R> {
  const rules = new Map<number, R>();
  Object.assign(fakeBrowser.declarativeNetRequest, {
    async updateSessionRules(change: { removeRuleIds?: number[]; addRules?: R[] }) {
      for (const id of change.removeRuleIds ?? []) rules.delete(id);
      for (const rule of change.addRules ?? []) {
        if (rules.has(rule.id))
          throw new Error(`Rule with id ${rule.id} does not have a unique ID`);
        rules.set(rule.id, rule);
      }
    },
    getSessionRules: async () => [...rules.values()],
  });
  return rules;
}
