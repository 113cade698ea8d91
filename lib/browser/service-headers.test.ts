import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ensureServiceHeaders, ownInitiator } from './service-headers';

interface Rule {
  id: number;
  condition: Record<string, unknown>;
  action: unknown;
}

let rules: Map<number, Rule>;

beforeEach(() => {
  rules = new Map();
  Object.assign(fakeBrowser.declarativeNetRequest, {
    async updateSessionRules(change: { removeRuleIds?: number[]; addRules?: Rule[] }) {
      for (const id of change.removeRuleIds ?? []) rules.delete(id);
      for (const rule of change.addRules ?? []) {
        if (rules.has(rule.id))
          throw new Error(`Rule with id ${rule.id} does not have a unique ID`);
        rules.set(rule.id, rule);
      }
    },
  });
});

it('sets the headers of the service on our own requests to exactly its host', async () => {
  await ensureServiceHeaders('https://jimeng.jianying.com');
  expect([...rules.values()]).toEqual([
    {
      id: expect.any(Number),
      condition: {
        requestDomains: ['jimeng.jianying.com'],
        initiatorDomains: ['test-extension-id'],
        resourceTypes: ['xmlhttprequest'],
      },
      action: {
        type: 'modifyHeaders',
        requestHeaders: [
          { header: 'origin', operation: 'set', value: 'https://jimeng.jianying.com' },
          { header: 'referer', operation: 'set', value: 'https://jimeng.jianying.com/' },
        ],
      },
    },
  ]);
});

it('can run before every batch of work', async () => {
  await ensureServiceHeaders('https://jimeng.jianying.com');
  await ensureServiceHeaders('https://jimeng.jianying.com');
  expect(rules.size).toBe(1);
});

it.each([
  ['chrome-extension://abcdefgh/', 'abcdefgh'],
  ['moz-extension://0f3c-11/', '0f3c-11'],
])('knows our own requests by %s', (url, host) => {
  const { getURL } = fakeBrowser.runtime;
  fakeBrowser.runtime.getURL = () => url;
  try {
    expect(ownInitiator()).toBe(host);
  } finally {
    fakeBrowser.runtime.getURL = getURL;
  }
});
