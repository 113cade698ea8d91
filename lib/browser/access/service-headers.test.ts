import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SITES } from '@/lib/jimeng/model/sites';
import { fakeSessionRules } from '@/tests/support/session-rules';
import { ensureServiceHeaders, ownInitiator } from './service-headers';

interface Rule {
  id: number;
  priority: number;
  condition: {
    initiatorDomains: string[];
    resourceTypes: string[];
    requestDomains?: string[];
    requestMethods?: string[];
    urlFilter?: string;
  };
  action: { requestHeaders: { header: string; operation: string; value?: string }[] };
}

let rules: Map<number, Rule>;

beforeEach(() => {
  rules = fakeSessionRules();
});

const SITES_OF_ALL = Object.values(SITES).flat();

/** Of the syntax of filters, only the anchor `|` at the start is used here. */
function matches(filter: string, address: string): boolean {
  return filter.startsWith('|') ? address.startsWith(filter.slice(1)) : address.includes(filter);
}

/** What the rules make of the headers of one of our requests, as browsers apply them: by priority. */
function headersFor(method: string, address: string, initiator = 'test-extension-id') {
  const url = new URL(address);
  const headers = new Map([['origin', 'chrome-extension://test-extension-id']]);
  const decided = new Set<string>();
  const matching = [...rules.values()].filter(({ condition: c }) => {
    const inDomains = (domains?: string[]) =>
      domains?.some((one) => url.hostname === one || url.hostname.endsWith(`.${one}`)) ?? true;
    return (
      c.initiatorDomains.includes(initiator) &&
      c.resourceTypes.includes('xmlhttprequest') &&
      inDomains(c.requestDomains) &&
      (c.requestMethods?.includes(method) ?? true) &&
      (c.urlFilter === undefined || matches(c.urlFilter, address))
    );
  });
  for (const { action } of matching.sort((a, b) => b.priority - a.priority)) {
    for (const { header, operation, value = '' } of action.requestHeaders) {
      if (decided.has(header)) continue;
      decided.add(header);
      if (operation === 'set') headers.set(header, value);
      else headers.delete(header);
    }
  }
  return Object.fromEntries(headers);
}

const AS_SERVICE = {
  origin: 'https://jimeng.jianying.com',
  referer: 'https://jimeng.jianying.com/',
};

it.each([
  ['post', 'https://jimeng.jianying.com/mweb/v1/aigc_draft/generate?aid=513695'],
  ['get', 'https://imagex.bytedanceapi.com/?Action=ApplyImageUpload&Version=2018-08-01'],
  ['post', 'https://imagex.bytedanceapi.com/?Action=CommitImageUpload&Version=2018-08-01'],
  ['post', 'https://tos-hl-x.snssdk.com/upload/v1/tos-cn-i/1'],
])('a call of the service looks like one of its own pages: %s %s', async (method, url) => {
  await ensureServiceHeaders(SITES_OF_ALL);
  expect(headersFor(method, url)).toEqual(AS_SERVICE);
});

it('a call about credits looks like one of the page that makes them', async () => {
  await ensureServiceHeaders(SITES_OF_ALL);
  const balance = '/commerce/v1/benefits/user_credit';
  const headers = headersFor('post', `https://jimeng.jianying.com${balance}`);
  expect(headers.referer).toBe('https://jimeng.jianying.com/ai-tool/image/generate');
  expect(headers.origin).toBe('https://jimeng.jianying.com');
  for (const other of ['https://x.jianying.com', 'https://jimeng.jianying.com/mweb/?a=']) {
    expect(headersFor('post', `${other}${balance}`)).toEqual(AS_SERVICE);
  }
});

it.each([
  ['post', 'https://dreamina-api.us.capcut.com/mweb/v1/get_upload_token?aid=513641'],
  ['post', 'https://commerce-api-sg.capcut.com/commerce/v1/benefits/user_credit'],
  [
    'get',
    'https://imagex16-normal-us-ttp.capcutapi.us/?Action=ApplyImageUpload&Version=2018-08-01',
  ],
  ['post', 'https://tos-my16-share.vodupload.com/upload/v1/tos-alisg-i/1'],
])('a call of Dreamina looks like one of its own page: %s %s', async (method, url) => {
  await ensureServiceHeaders(SITES_OF_ALL);
  expect(headersFor(method, url)).toEqual({
    origin: 'https://dreamina.capcut.com',
    referer: 'https://dreamina.capcut.com/ai-tool/home',
  });
});

it.each([
  'https://cdn.example.com/i.png',
  'https://p3-dreamina-sign.byteimg.com/result.png',
  // Pictures on hosts of the service, and addresses that a page would like to be asked for.
  'https://x.jianying.com/logout?1.png',
  'https://jimeng.jianying.com/mweb/v1/get_history_by_ids?1.png',
  'https://cdn.example.com/?Action=ApplyImageUpload&1.png',
])(
  'a picture is read without the name of the extension, and not as the service: %s',
  async (url) => {
    await ensureServiceHeaders(SITES_OF_ALL);
    expect(headersFor('get', url)).toEqual({});
  },
);

it('does not change requests of others', async () => {
  await ensureServiceHeaders(SITES_OF_ALL);
  const other = headersFor('post', 'https://jimeng.jianying.com/mweb/v1/x', 'jimeng.jianying.com');
  expect(other).toEqual({ origin: 'chrome-extension://test-extension-id' });
});

it('can run before every batch of work', async () => {
  await ensureServiceHeaders(SITES_OF_ALL);
  const first = [...rules.keys()];
  await ensureServiceHeaders(SITES_OF_ALL);
  expect([...rules.keys()]).toEqual(first);
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
