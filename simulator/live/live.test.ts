import { beforeEach, describe, expect, it } from 'vitest';
import { mulberry32 } from '@/tests/support/random';
import { createMiniClient, dig, type Tamper } from '../client/mini-client';
import type { Call } from '../service/call';
import { LIVE_OFF } from '../service/live-options';
import { createSimulator, type SimulatorOptions, type Tool } from '../simulator';
import { CLUSTERS } from '../wire/clusters';
import { retell } from './retell';

const START = Date.UTC(2026, 10, 22, 10);
const BIG = { width: 2880, height: 2160 };
let time = START;

beforeEach(() => {
  time = START;
});

function world(options: SimulatorOptions = {}, tamper: Tamper = () => {}) {
  const simulator = createSimulator({
    now: () => time,
    random: mulberry32(7),
    sessions: ['session-1'],
    processingMs: 1000,
    enlarge: async () => ({ bytes: Buffer.from('big'), ...BIG, type: 'image/png' }),
    ...options,
  });
  /** Text of the last answer: `json()` would round long numbers. */
  let text = '';
  const handle = simulator.handle;
  simulator.handle = async (request) => {
    const answer = await handle(request);
    text = answer.bodyUsed ? '' : await answer.clone().text();
    return answer;
  };
  const client = createMiniClient(simulator, { now: () => time, tamper });
  return { simulator, client, lastText: () => text };
}

type Client = ReturnType<typeof createMiniClient>;

async function order(client: Client, tool: Tool = 'smart-hd', target: '2k' | '4k' = '2k') {
  const { uri } = await client.upload(Buffer.from('anything'));
  const accepted = await client.submit(tool, uri, undefined, target);
  return { accepted, id: String(dig(accepted, 'data.aigc_data.submit_id')) };
}

/** The record after this many ms. */
async function recordAfter(client: Client, id: string, ms: number) {
  time += ms;
  return dig(await client.lookUp([id]), `data.${id}`);
}

const hostOf = (url: unknown) => new URL(String(url)).hostname as never;
const largeUrl = (record: unknown) => dig(record, 'item_list.0.image.large_images.0.image_url');

describe('hosts outside the manifest', () => {
  it('have the large image of some tasks; its covers are on a listed host, and smaller', async () => {
    const { simulator, client } = world({ foreignResultShare: 0.5, queueLimit: 99 });
    const hosts = new Set<string>();
    for (let nth = 0; nth < 12; nth += 1) {
      const { id } = await order(client, 'fast-hd');
      const record = await recordAfter(client, id, 1000);
      const host = hostOf(largeUrl(record));
      hosts.add(host);
      const covers = dig(record, 'item_list.0.common_attr.cover_url_map') as Record<string, string>;
      for (const cover of Object.values(covers))
        expect(CLUSTERS.jimeng.resultHosts).toContain(hostOf(cover));
      const isForeign = CLUSTERS.jimeng.foreignResultHosts.includes(host);
      expect(Math.max(...Object.keys(covers).map(Number))).toBe(isForeign ? 1080 : 4096);
      const picture = await simulator.handle(new Request(String(largeUrl(record))));
      expect(await picture.text()).toBe('big');
    }
    expect([...hosts].sort()).toEqual(
      [...CLUSTERS.jimeng.foreignResultHosts, ...CLUSTERS.jimeng.resultHosts].sort(),
    );
    expect(simulator.violations).toEqual([]);
  });

  it.each([
    ['beside', ['tos-x-up.bytedns-up.net', 'tos-d-x-lf.douyin.com', 'tos-hl-x.snssdk.com']],
    ['instead', ['tos-x-up.bytedns-up.net']],
  ] as const)('take uploads, %s the listed ones', async (foreignUploadHosts, hosts) => {
    const { simulator, client } = world({ foreignUploadHosts });
    const { applied, put } = await client.upload(Buffer.from('anything'));
    expect(dig(applied, 'Result.UploadAddress.UploadHosts')).toEqual(hosts);
    expect(dig(applied, 'Result.FallbackUploadAddress.UploadHosts.0')).toBe(hosts[0]);
    expect(put.code).toBe(2000);
    expect(simulator.requests.find(({ endpoint }) => endpoint === 'put')?.url).toContain(
      CLUSTERS.jimeng.foreignUploadHosts[0],
    );
  });
});

describe('a busy system', () => {
  it('does not take an order now and then, never twice in a row for one submit_id', async () => {
    const { simulator, client } = world({ busyOrderShare: 0.5, queueLimit: 99 });
    const { uri } = await client.upload(Buffer.from('anything'));
    const tries: number[] = [];
    for (let nth = 0; nth < 20; nth += 1) {
      let body: Record<string, unknown> = {};
      const first = await client.submit('fast-hd', uri, (sent) => {
        body = sent;
      });
      if (first.ret === '0') {
        tries.push(1);
        continue;
      }
      expect(first).toMatchObject({ ret: '1014', errmsg: 'system busy' });
      expect(dig(first, 'data.aigc_data')).toBeNull();
      expect(simulator.submissions).toHaveLength(nth);
      const again = await client.submit('fast-hd', uri, (sent) => Object.assign(sent, body));
      expect(again.ret).toBe('0');
      tries.push(2);
    }
    expect(new Set(tries)).toEqual(new Set([1, 2]));
    expect(simulator.submissions).toHaveLength(20);
    expect(simulator.violations).toEqual([]);
  });

  it('refuses reads now and then, never twice in a row', async () => {
    const { client } = world({ busyReadShare: 0.5 });
    const rets: unknown[] = [];
    for (let nth = 0; nth < 30; nth += 1) rets.push((await client.credits()).ret);
    expect(new Set(rets)).toEqual(new Set(['0', '1014']));
    expect(rets.some((ret, at) => ret === '1014' && rets[at + 1] === '1014')).toBe(false);
  });

  it('can be busy always, with orders, with reads, or with both', async () => {
    const orders = world({ busyOrderShare: 1 });
    const { uri } = await orders.client.upload(Buffer.from('anything'));
    for (let nth = 0; nth < 3; nth += 1) {
      expect((await orders.client.submit('fast-hd', uri)).ret).toBe('1014');
    }
    expect(orders.simulator.submissions).toEqual([]);
    const reads = world({ busyReadShare: 1 });
    for (let nth = 0; nth < 3; nth += 1) expect((await reads.client.token()).ret).toBe('1014');
  });
});

it('shows a small image with status 45 and no finished one, then the large one', async () => {
  const { simulator, client } = world({ partialMs: 2000 });
  const { id } = await order(client);
  const seen: unknown[] = [];
  for (const after of [599, 1, 2399, 1]) {
    const record = await recordAfter(client, id, after);
    const count = dig(record, 'finished_image_count');
    seen.push([
      dig(record, 'status'),
      count,
      dig(record, 'item_list.0.image.large_images.0.width'),
    ]);
    if (largeUrl(record)) await simulator.handle(new Request(String(largeUrl(record))));
  }
  expect(seen).toEqual([
    [20, 0, undefined],
    [45, 0, 360],
    [45, 0, 360],
    [50, 1, 2880],
  ]);
  expect(simulator.violations).toEqual([]);
});

describe('answers in another shape', () => {
  it('have SessionKey under Result', async () => {
    const { client } = world({ isSessionKeyBeside: true });
    const { applied, committed } = await client.upload(Buffer.from('anything'));
    expect(dig(applied, 'Result.SessionKey')).toMatch(/./);
    expect(dig(applied, 'Result.UploadAddress')).not.toHaveProperty('SessionKey');
    expect(dig(committed, 'Result.Results.0.UriStatus')).toBe(2000);
  });

  it('have no UriStatus', async () => {
    const { client } = world({ isUriStatusAbsent: true });
    const { uri, committed } = await client.upload(Buffer.from('anything'));
    expect(dig(committed, 'Result.Results')).toEqual([{ Uri: uri }]);
  });

  it('have long ids without quotes, and keys with them', async () => {
    const { client, lastText } = world({ hasNumberIds: true });
    await order(client, 'fast-hd');
    const [, historyId = ''] = /"history_record_id":(7\d{18}),/.exec(lastText()) ?? [];
    time += 200;
    expect(await client.queueInfo([historyId])).toMatchObject({ data: { [historyId]: {} } });
    await client.userInfo();
    expect(lastText()).toMatch(/"uid":7\d{18},/);
  });

  it.each([
    ['object', /"response":\{"credit":.*"data":\{"credit":/],
    ['text-only', /^(?!.*"data":).*"response":"\{\\"credit\\":/],
    ['text', /"response":"\{.*"data":\{"credit":/],
  ] as const)('have the balance as %s', async (creditResponse, pattern) => {
    const { client, lastText } = world({ creditResponse });
    await client.credits();
    expect(lastText()).toMatch(pattern);
  });

  it('keep every digit of a number', async () => {
    const options = { ...LIVE_OFF, hasNumberIds: true, logIdName: 'log_id' } as const;
    const headers = { 'content-type': 'application/json' };
    const answer = new Response('{"id":8003780397899147123,"logid":"x"}', { headers });
    const told = await retell(answer, { endpoint: 'user-info' } as Call, options);
    expect(await told.text()).toBe('{"id":8003780397899147123,"log_id":"x"}');
  });

  it('have the log id as log_id', async () => {
    const answer = await world({ logIdName: 'log_id' }).client.token();
    expect(answer).toHaveProperty('log_id');
    expect(answer).not.toHaveProperty('logid');
  });
});

describe('super-resolution of an upload', () => {
  it('fails after twice the processing time, and costs nothing', async () => {
    const { simulator, client } = world({ superResolution: 'fails' });
    const { id } = await order(client, 'super-resolution');
    expect(dig(await recordAfter(client, id, 1999), 'status')).not.toBe(30);
    expect(await recordAfter(client, id, 1)).toMatchObject({ status: 30, fail_code: '' });
    expect(simulator.submissions).toMatchObject([{ tool: 'super-resolution', charged: 0 }]);
    expect((await order(client)).accepted.ret).toBe('0');
  });

  it('returns its own size', async () => {
    const targets: string[] = [];
    const { client } = world({
      superResolution: 'same-size',
      async enlarge(bytes, target) {
        targets.push(target);
        return { bytes: Buffer.from(bytes), width: 640, height: 480, type: 'image/png' };
      },
    });
    const { id } = await order(client, 'super-resolution');
    const record = await recordAfter(client, id, 1000);
    expect(dig(record, 'item_list.0.image.large_images.0.width')).toBe(640);
    await order(client, 'smart-hd');
    expect(targets).toEqual(['1x', '2k']);
  });
});

describe('Smart HD in 4K for members', () => {
  it.each(['4001', '4003'] as const)('others get %s', async (membersOnly4k) => {
    const { simulator, client } = world({ membersOnly4k });
    expect((await order(client, 'smart-hd', '4k')).accepted.ret).toBe(membersOnly4k);
    expect((await order(client, 'smart-hd', '2k')).accepted.ret).toBe('0');
    expect((await order(client, 'fast-hd')).accepted.ret).toBe('0');
    expect(simulator.submissions.map(({ charged }) => charged)).toEqual([1, 0]);
  });

  it('members pay nothing', async () => {
    const { simulator, client } = world({ membersOnly4k: '4003', credits: { vip: 5 } });
    expect((await order(client, 'smart-hd', '4k')).accepted.ret).toBe('0');
    expect(simulator.submissions).toMatchObject([{ charged: 0 }]);
  });
});

it('answers late now and then, orders too, with the work done', async () => {
  const { simulator, client } = world({ slowestMs: 60, queueLimit: 99 });
  const { uri } = await client.upload(Buffer.from('anything'));
  const times: number[] = [];
  for (let nth = 0; nth < 30; nth += 1) {
    const from = performance.now();
    const submitted = client.submit('fast-hd', uri);
    await new Promise((resolve) => setTimeout(resolve, 1));
    await expect.poll(() => simulator.submissions.length, { interval: 1 }).toBe(nth + 1);
    await submitted;
    times.push(performance.now() - from);
  }
  expect(Math.max(...times)).toBeGreaterThan(20);
  expect(times.sort((a, b) => a - b)[10]).toBeLessThan(20);
});

describe('a failed task', () => {
  it.each([
    [true, { status: 60, failCode: '2043', said: 'no' }, { result_code: '2043', result_msg: 'no' }],
    [true, { status: 60 }, { result_msg: 'SystemBusy' }],
    [false, { status: 60, said: 'no' }, undefined],
    [false, { status: 60 }, undefined],
  ] as const)('in failed_item_list %s: %j', async (hasFailedItems, effect, result) => {
    const { simulator, client } = world({ hasFailedItems });
    simulator.faults.add({ at: 'generate', effect: { kind: 'task-fails', ...effect } });
    const { id } = await order(client);
    const record = await recordAfter(client, id, 1000);
    expect(record).toMatchObject({
      status: 60,
      fail_msg: !hasFailedItems && 'said' in effect ? effect.said : '',
    });
    expect(dig(record, 'failed_item_list.0.gen_result_data')).toEqual(result);
    expect(simulator.credits.gift).toBe(100);
  });
});

describe('the login cookie', () => {
  it.each(['sessionid_ss', 'sid_tt'])('can be %s alone', async (name) => {
    const { simulator, client } = world(
      { sessionCookies: ['sessionid_ss', 'sid_tt'] },
      rename(name),
    );
    expect((await client.token()).ret).toBe('0');
    expect(simulator.violations).toEqual([]);
  });

  it('is not sessionid then', async () => {
    const { client } = world({ sessionCookies: ['sessionid_ss', 'sid_tt'] });
    expect((await client.token()).ret).toBe('1015');
  });

  it('is set and cleared by the site under each name', async () => {
    const { simulator } = world({ sessionCookies: ['sessionid_ss', 'sid_tt'] });
    const post = (path: string, cookie = '') =>
      simulator.handle(
        new Request(`https://jimeng.jianying.com/ai-tool/${path}`, {
          method: 'POST',
          headers: { cookie },
        }),
      );
    const cookies = (await post('login')).headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['sessionid_ss', 'sid_tt']);
    const out = (await post('logout', cookies[1]?.split(';')[0])).headers.getSetCookie();
    for (const cookie of out) expect(cookie).toMatch(/^s\w+=; .*Max-Age=0/);
  });

  function rename(name: string): Tamper {
    return (_, { headers }) => {
      if (headers.cookie) headers.cookie = headers.cookie.replace('sessionid', name);
    };
  }
});

describe('profiles', () => {
  it('are sets of options, which the others override', async () => {
    const { simulator } = world({ profile: 'live-like' });
    expect(simulator.sessionCookies).toEqual(['sessionid_ss', 'sid_tt']);
    const own = world({ profile: 'live-like', sessionCookies: ['sessionid'] });
    expect(own.simulator.sessionCookies).toEqual(['sessionid']);
    expect(world({ profile: 'strict' }).simulator.sessionCookies).toEqual(['sessionid']);
  });
});
