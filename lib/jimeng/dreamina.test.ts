import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '@/tests/support/error-code';
import { createJimeng, type JimengDeps } from './client';
import type { Order } from './model/order';
import { DREAMINA_SG, DREAMINA_US, type Site } from './model/sites';
import type { PageChannel, PageRequest } from './wire/page-channel';

/** Time of the published signature, unix ms. */
const NOW = 1_790_786_145_000;
const ORDER: Order = { submitId: randomUUID(), tool: 'smart-hd', target: '2k', imageUri: 'a/b' };
const CLUSTERS: [Site][] = [[DREAMINA_SG], [DREAMINA_US]];

let requests: Request[];
let fromPage: PageRequest[];
let workspaces: unknown;
/** Answer to an order. */
let said: unknown;

beforeEach(() => {
  requests = [];
  fromPage = [];
  workspaces = [];
  said = { ret: '0', data: { aigc_data: { history_record_id: '1', submit_id: ORDER.submitId } } };
});

function answerTo(path: string): unknown {
  if (path.endsWith('/generate')) return said;
  if (path.endsWith('/list')) return { ret: '0', data: { workspaces } };
  const balance = JSON.stringify({ ret: '0', data: { credit: { gift_credit: 110 } } });
  if (path.endsWith('/user_credit')) return { ret: '0', log_id: 'L', response: balance };
  return { ret: '0', data: {} };
}

const page: PageChannel = {
  ready: async (read) => read((request) => page.send(request)),
  async send(request) {
    fromPage.push(request);
    return Response.json(answerTo(new URL(request.url).pathname));
  },
};

function client(site: Site, more: Partial<JimengDeps> = {}) {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request);
    return Response.json(answerTo(new URL(request.url).pathname));
  };
  return createJimeng({ site, fetch, page, now: () => NOW, uuid: randomUUID, ...more });
}

const only = <T>(list: T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};

describe.each(CLUSTERS)('a read at $id', (site) => {
  it('goes to the API of the cluster, with the headers and the query of the site', async () => {
    await client(site).confirm();
    const { url, headers } = only(requests);
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe(`${site.api}/mweb/v1/workspace/list`);
    expect(Object.fromEntries(searchParams)).toEqual({
      aid: '513641',
      device_platform: 'web',
      region: site.region,
      da_version: '3.3.28',
      web_version: '7.5.0',
      aigc_features: 'app_lip_sync',
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      appid: '513641',
      appvr: '8.4.0',
      'app-sdk-version': '48.0.0',
      pf: '7',
      lan: 'en',
      loc: site.location,
      tdid: '',
    });
    expect(headers.has('store-country-code')).toBe(false);
  });

  it('of the balance goes to its commerce host, and reads it from the text', async () => {
    expect(await client(site).credits()).toEqual({ total: 110 });
    const { origin, searchParams } = new URL(only(requests).url);
    expect(origin).toBe(site.commerce);
    expect(searchParams.get('aid')).toBe('513641');
  });

  it('names the country of the account if a cookie does', async () => {
    await client(site, { country: async () => 'JP' }).confirm();
    expect(Object.fromEntries(only(requests).headers)).toMatchObject({
      loc: 'jp',
      'store-country-code': 'jp',
      'store-country-code-src': 'uid',
    });
  });

  it.each(['', 'usa', 'u', 'u1', 'us\n', 'ü'])(
    'names no country after the cookie %j',
    async (country) => {
      await client(site, { country: async () => country }).confirm();
      const { headers } = only(requests);
      expect(headers.get('loc')).toBe(site.location);
      expect(headers.has('store-country-code')).toBe(false);
    },
  );

  it('carries no id of the browser: none was seen there', async () => {
    await client(site, { webId: async () => '7123' }).confirm();
    expect(new URL(only(requests).url).searchParams.has('webId')).toBe(false);
  });

  it('of the account is not sent: no read is known to name it', async () => {
    expect(await codeOf(client(site).account())).toBe('bad-response');
    expect(requests).toEqual([]);
  });
});

describe.each(CLUSTERS)('an order at $id', (site) => {
  it('leaves from the page, whatever it asks for, with the published signature', async () => {
    await client(site, { country: async () => 'us' }).submit(ORDER);
    const { url, headers, body } = only(fromPage);
    expect(url.startsWith(`${site.api}/mweb/v1/aigc_draft/generate?`)).toBe(true);
    expect(headers.sign).toBe('2533662377211f0653b7759901657a92');
    // Any other header fails the preflight.
    expect(Object.keys(headers).sort()).toEqual([
      ...['accept', 'app-sdk-version', 'appid', 'appvr', 'content-type', 'device-time', 'lan'],
      ...['loc', 'pf', 'sign', 'sign-ver', 'store-country-code', 'store-country-code-src', 'tdid'],
    ]);
    const order = JSON.parse(body);
    expect(order).toMatchObject({ http_common_info: { aid: 513641 }, submit_id: ORDER.submitId });
    expect(JSON.parse(order.draft_content)).toMatchObject({
      min_version: '3.2.9',
      version: '3.3.28',
      min_features: [],
    });
    expect(requests.map(({ url: read }) => new URL(read).pathname)).toEqual([
      '/mweb/v1/workspace/list',
    ]);
  });

  it.each([
    ['none', [], '0'],
    ['beyond 2^53', [{ workspace_id: '7412345678901234567' }], '7412345678901234567'],
  ])('has the digits of the workspace: %s', async (_, listed, digits) => {
    workspaces = listed;
    await client(site).submit(ORDER);
    const { body } = only(fromPage);
    expect(body).toContain(
      `"extend":{"root_model":"high_aes_general_v50","workspace_id":${digits}}`,
    );
  });

  it('is not sent without a page', async () => {
    const fetch = async () => Response.json({ ret: '0', data: {} });
    const alone = createJimeng({ site, fetch, now: () => NOW, uuid: randomUUID });
    expect(await codeOf(alone.submit(ORDER))).toBe('page-unavailable');
  });

  it('with an upscaler that the site does not list is not sent', async () => {
    const order: Order = { ...ORDER, tool: 'super-resolution' };
    expect(await codeOf(client(site).submit(order))).toBe('outdated');
    expect([...requests, ...fromPage]).toEqual([]);
  });

  it('is preceded by a free read from the page', async () => {
    await client(site).preparePage();
    expect(only(fromPage).url.startsWith(`${site.api}/mweb/v1/get_history_by_ids?`)).toBe(true);
  });

  it.each([
    [{ ret: '1015' }, 'signed-out'],
    [{ ret: '34010105' }, 'signed-out'],
    [{ ret: '-6', errmsg: 'shark not pass' }, 'risk-control'],
    [{ ret: '-6' }, 'risk-control'],
    [{ ret: '5', errmsg: 'shark block only' }, 'risk-control'],
    [{ ret: '5', errmsg: 'unusual activity' }, 'risk-control'],
    [{ ret: '-4' }, 'risk-control'],
    [{ ret: '34070104', errmsg: 'shark action check reject' }, 'risk-control'],
    [{ ret: '4013' }, 'risk-control'],
    [{ ret: '3018', data: { fail_code: '1017' } }, 'outdated'],
    [{ ret: '3018' }, 'outdated'],
    [{ ret: '3000' }, 'region-refused'],
    [{ ret: '4011' }, 'input-refused'],
    [{ ret: '2038' }, 'content-refused'],
    [{ ret: '2061' }, 'outdated'],
    [{ ret: '4010' }, 'confirmation-needed'],
  ])('answered with %o is %s, and sent once', async (answer, code) => {
    said = answer;
    expect(await codeOf(client(site).submit(ORDER))).toBe(code);
    expect(fromPage).toHaveLength(1);
  });
});
