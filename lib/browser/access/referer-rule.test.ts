import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { JIMENG_CN } from '@/lib/jimeng/model/sites';
import { fakeSessionRules } from '@/tests/support/session-rules';
import { clearRefererRules, withReferer } from './referer-rule';
import { ensureServiceHeaders } from './service-headers';

interface Rule {
  id: number;
  condition: {
    urlFilter?: string;
    isUrlFilterCaseSensitive?: boolean;
    initiatorDomains?: string[];
    resourceTypes?: string[];
  };
  action: { requestHeaders: { header: string; operation: string; value: string }[] };
}

let rules: Map<number, Rule>;

beforeEach(() => {
  rules = fakeSessionRules();
});

const URL_ = 'https://cdn.example.com/a.jpg';
const PAGE = 'https://gallery.example/';

/** The rule that is in force while `withReferer` works. */
async function ruleFor(url: string): Promise<Rule> {
  return withReferer(url, PAGE, async () => {
    const [rule, ...others] = rules.values();
    expect(others).toEqual([]);
    if (!rule) throw new Error('no rule');
    return rule;
  });
}

describe('the rule', () => {
  it('sets the Referer on our own requests only', async () => {
    const { condition, action } = await ruleFor(URL_);
    expect(condition).toMatchObject({
      initiatorDomains: ['test-extension-id'],
      resourceTypes: ['xmlhttprequest'],
    });
    expect(action.requestHeaders).toEqual([{ header: 'referer', operation: 'set', value: PAGE }]);
  });

  it.each([
    URL_,
    'https://cdn.example.com/a.jpg?w=100&h=(50|60)',
    'https://cdn.example.com/$1/[x]/{2}/a+b*c^d.png',
    'https://cdn.example.com/a\\b.png',
    'https://[::1]:8080/a.png',
    `https://cdn.example.com/long.png?signature=${'a'.repeat(4_000)}`,
    'https://cdn.example.com/%E5%9B%BE.png?sig=a%2Bb==',
  ])('is for exactly %s', async (url) => {
    const { condition } = await ruleFor(url);
    // Anchored at both ends; a filter without them would match longer addresses too.
    expect(condition).toMatchObject({ urlFilter: `|${url}|`, isUrlFilterCaseSensitive: true });
  });
});

describe('withReferer', () => {
  it('removes the rule and hands back what came of the work', async () => {
    expect(await withReferer(URL_, PAGE, async () => rules.size)).toBe(1);
    expect(rules.size).toBe(0);
  });

  it('removes the rule when the work fails', async () => {
    const failure = new Error('403');
    await expect(withReferer(URL_, PAGE, () => Promise.reject(failure))).rejects.toBe(failure);
    expect(rules.size).toBe(0);
  });

  it('does not begin the work before the rule is in force', async () => {
    Object.assign(fakeBrowser.declarativeNetRequest, {
      updateSessionRules: () => Promise.reject(new Error('too many rules')),
    });
    let hasBegun = false;
    const working = withReferer(URL_, PAGE, async () => {
      hasBegun = true;
    });
    await expect(working).rejects.toThrow('too many rules');
    expect(hasBegun).toBe(false);
  });

  it('keeps pictures that are fetched at once apart', async () => {
    const during = await withReferer(URL_, PAGE, () =>
      withReferer('https://cdn.example.com/b.jpg', PAGE, async () =>
        [...rules.values()].map(({ condition }) => condition.urlFilter),
      ),
    );
    expect(new Set(during).size).toBe(2);
    expect(rules.size).toBe(0);
  });
});

describe('clearRefererRules', () => {
  it('removes what a killed worker left behind, and nothing of the service', async () => {
    await ensureServiceHeaders([JIMENG_CN]);
    const service = [...rules.keys()];
    let left: Rule | undefined;
    await withReferer(URL_, PAGE, async () => {
      left = [...rules.values()].at(-1);
    });
    if (left) rules.set(left.id, left);
    expect(rules.size).toBe(service.length + 1);
    await clearRefererRules();
    expect([...rules.keys()]).toEqual(service);
  });
});
