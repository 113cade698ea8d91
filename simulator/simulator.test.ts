import { beforeEach, describe, expect, it } from 'vitest';
import { createMiniClient, dig } from './client/mini-client';
import { correlation } from './pictures/correlation';
import { PICTURES } from './pictures/pictures';
import { createSimulator, type Simulator, type SimulatorOptions, type Tool } from './simulator';

const START = Date.UTC(2026, 10, 22, 10);
const FAKE = async () => ({ bytes: Buffer.from('big'), width: 20, height: 10, type: 'image/png' });
let time = START;

function world(options: SimulatorOptions = {}) {
  const simulator = createSimulator({ now: () => time, sessions: ['session-1'], ...options });
  return { simulator, client: createMiniClient(simulator, { now: () => time }) };
}

async function fetchResult(simulator: Simulator, record: unknown): Promise<Response> {
  const url = dig(record, 'item_list.0.image.large_images.0.image_url');
  return simulator.handle(new Request(String(url)));
}

beforeEach(() => {
  time = START;
});

describe('the whole way', () => {
  it.each([
    ['super-resolution', 'night-lake', '2k', 1, 2880, 2160],
    ['smart-hd', 'harbour', '4k', 2, 4096, 3072],
    ['fast-hd', 'mushroom', '2k', 0, 1280, 1280],
  ] as const)(
    '%s makes a really larger picture of %s',
    async (tool, name, target, price, width, height) => {
      const { simulator, client } = world();
      const bytes = await PICTURES[name].make();
      const { uri, put } = await client.upload(bytes);
      expect(put.code).toBe(2000);
      const accepted = await client.submit(tool, uri, undefined, target);
      expect(accepted.ret).toBe('0');
      expect(dig(accepted, 'data.aigc_data.forecast_generate_cost')).toBe(4);
      const id = String(dig(accepted, 'data.aigc_data.submit_id'));
      time += 4000;
      const record = dig(await client.lookUp([id]), `data.${id}`);
      expect(dig(record, 'status')).toBe(50);
      expect(dig(record, 'item_list.0.image.large_images.0')).toMatchObject({ width, height });
      const response = await fetchResult(simulator, record);
      const result = Buffer.from(await response.arrayBuffer());
      expect(await correlation(result, bytes)).toBeGreaterThan(0.95);
      expect(simulator.uploads).toMatchObject([{ uri, committed: true }]);
      expect(simulator.uploads[0]?.bytes.equals(bytes)).toBe(true);
      expect(simulator.submissions).toMatchObject([
        { tool, submitId: id, imageUri: uri, charged: price, at: START },
      ]);
      expect(simulator.credits.gift).toBe(100 - price);
      expect(simulator.violations).toEqual([]);
    },
    20_000,
  );

  it('goes through its statuses by the clock alone', async () => {
    const { simulator, client } = world({ enlarge: FAKE, processingMs: 1000 });
    const { uri } = await client.upload(Buffer.from('anything'));
    const id = String(dig(await client.submit('fast-hd', uri), 'data.aigc_data.submit_id'));
    const seen: unknown[] = [];
    for (const at of [0, 149, 150, 599, 600, 899, 900, 999, 1000]) {
      time = START + at;
      const record = dig(await client.lookUp([id]), `data.${id}`);
      seen.push([at, dig(record, 'status'), dig(record, 'finished_image_count')]);
    }
    expect(seen).toEqual([
      [0, undefined, undefined],
      [149, undefined, undefined],
      [150, 20, 0],
      [599, 20, 0],
      [600, 42, 0],
      [899, 42, 0],
      [900, 45, 0],
      [999, 45, 0],
      [1000, 50, 1],
    ]);
    expect(simulator.violations).toEqual([]);
  });

  it('finds a task by its history id and tells its place in the queue', async () => {
    const { simulator, client } = world({ enlarge: FAKE, queueLength: 340 });
    const { uri } = await client.upload(Buffer.from('anything'));
    const accepted = await client.submit('fast-hd', uri);
    const id = String(dig(accepted, 'data.aigc_data.history_record_id'));
    time += 200;
    const info = await client.queueInfo([id]);
    expect(dig(info, `data.${id}.queue_info`)).toMatchObject({
      queue_status: 1,
      queue_idx: 255,
      queue_length: 340,
    });
    expect(dig(info, `data.${id}.forecast_cost_time.forecast_generate_cost`)).toBe(4);
    expect(simulator.violations).toEqual([]);
  });

  it('refuses an upload it cannot read with status 10 and gives the credit back', async () => {
    const { simulator, client } = world();
    const { uri } = await client.upload(await PICTURES.avif.make());
    const id = String(dig(await client.submit('smart-hd', uri), 'data.aigc_data.submit_id'));
    expect(simulator.credits.gift).toBe(99);
    time += 4000;
    expect(dig(await client.lookUp([id]), `data.${id}.status`)).toBe(10);
    expect(simulator.credits.gift).toBe(100);
  });
});

describe('money', () => {
  it('refuses what the account cannot pay', async () => {
    const { simulator, client } = world({ enlarge: FAKE, credits: { gift: 1 } });
    const { uri } = await client.upload(Buffer.from('anything'));
    const refused = await client.submit('smart-hd', uri, undefined, '4k');
    expect(refused).toMatchObject({ ret: '1006', data: { aigc_data: null, fail_code: '1006' } });
    expect((await client.submit('fast-hd', uri)).ret).toBe('0');
    expect(dig(await client.credits(), 'data.credit.gift_credit')).toBe(1);
    expect(simulator.submissions).toHaveLength(1);
  });

  it('sees a submission made twice, and charges it twice', async () => {
    const { simulator, client } = world({ enlarge: FAKE });
    const { uri } = await client.upload(Buffer.from('anything'));
    let first: Record<string, unknown> = {};
    await client.submit('smart-hd', uri, (body) => {
      first = body;
    });
    await client.submit('smart-hd', uri, (body) => Object.assign(body, first));
    expect(simulator.violations).toEqual([
      `generate: submitted twice: submit_id ${first.submit_id}`,
    ]);
    await client.submit('smart-hd', uri, (body) => {
      body.draft_content = first.draft_content;
    });
    expect(simulator.violations[1]).toMatch(/submitted twice: draft/);
    expect(simulator.credits.gift).toBe(97);
    expect(simulator.submissions).toHaveLength(3);
  });

  it.each([
    [true, 100],
    [false, 99],
  ])('with refund %s an account with a failed task has %i', async (refund, left) => {
    const { simulator, client } = world({ refund, refuseSuperResolution: true });
    const { uri } = await client.upload(await PICTURES.poster.make());
    const accepted = await client.submit('super-resolution', uri);
    const id = String(dig(accepted, 'data.aigc_data.submit_id'));
    time += 4000;
    const record = dig(await client.lookUp([id]), `data.${id}`);
    expect(record).toMatchObject({ status: 30, fail_code: '' });
    expect(simulator.credits.gift).toBe(left);
  });

  it('holds at most three tasks in the queue of an account', async () => {
    const { client } = world({ enlarge: FAKE });
    const { uri } = await client.upload(Buffer.from('anything'));
    const rets: unknown[] = [];
    for (let at = 0; at < 4; at += 1) rets.push((await client.submit('fast-hd', uri)).ret);
    expect(rets).toEqual(['0', '0', '0', '1310']);
    time += 2500;
    expect((await client.submit('fast-hd', uri)).ret).toBe('0');
  });
});

describe('things that grow old', () => {
  async function finished(options: SimulatorOptions) {
    const { simulator, client } = world({ enlarge: FAKE, processingMs: 0, ...options });
    const { uri } = await client.upload(Buffer.from('anything'));
    const id = String(dig(await client.submit('fast-hd', uri), 'data.aigc_data.submit_id'));
    time += 1000;
    return { simulator, client, uri, record: dig(await client.lookUp([id]), `data.${id}`) };
  }

  it('result links expire, and cannot be forged', async () => {
    const { simulator, record } = await finished({ resultLinkTtlMs: 5000 });
    expect((await fetchResult(simulator, record)).status).toBe(200);
    const url = new URL(String(dig(record, 'item_list.0.image.large_images.0.image_url')));
    url.searchParams.set('x-expires', String(START));
    expect((await simulator.handle(new Request(url))).status).toBe(403);
    expect(simulator.violations).toEqual(['result: the link is forged']);
    time += 5000;
    expect((await fetchResult(simulator, record)).status).toBe(403);
    expect(simulator.violations).toHaveLength(1);
  });

  it('uploads can be used for a while only', async () => {
    const { simulator, client, uri } = await finished({ uploadTtlMs: 60_000 });
    time += 60_000;
    expect((await client.submit('fast-hd', uri)).ret).toBe('3020');
    expect(simulator.violations).toEqual([]);
  });

  it('ended sessions answer 1015, and other accounts see nothing', async () => {
    const { simulator, client, uri, record } = await finished({});
    simulator.addSession('session-2', 'somebody else');
    const other = createMiniClient(simulator, { now: () => time, session: 'session-2' });
    expect((await other.lookUp([String(dig(record, 'submit_id'))])).data).toEqual({});
    expect((await other.submit('fast-hd', uri)).ret).toBe('3020');
    simulator.endSession('session-1');
    expect((await client.credits()).ret).toBe('1015');
    expect((await other.credits()).ret).toBe('0');
  });
});

describe('accounts', () => {
  const whoIs = async (simulator: Simulator, session: string) =>
    dig(await createMiniClient(simulator, { now: () => time, session }).userInfo(), 'data');

  it('keep their name and id over every login, and differ from each other', async () => {
    const { simulator } = world();
    simulator.addSession('session-2');
    simulator.addSession('session-3', 'account-lin');
    simulator.addSession('session-4', 'account-mia');
    const [main, again, lin, mia] = await Promise.all(
      ['session-1', 'session-2', 'session-3', 'session-4'].map((each) => whoIs(simulator, each)),
    );
    expect(main).toEqual(again);
    expect(lin).toMatchObject({ name: 'account-lin', uid: expect.stringMatching(/^7\d{18}$/) });
    expect(new Set([main, lin, mia].map((each) => dig(each, 'uid'))).size).toBe(3);
    expect(simulator.violations).toEqual([]);
  });

  it('pay for themselves', async () => {
    const { simulator } = world({ enlarge: FAKE });
    simulator.addSession('session-2', 'lin');
    const client = createMiniClient(simulator, { now: () => time, session: 'session-2' });
    const { uri } = await client.upload(Buffer.from('x'));
    await client.submit('smart-hd', uri);
    expect(simulator.submissions).toMatchObject([{ account: 'lin', charged: 1 }]);
    expect([simulator.credits.gift, simulator.creditsOf('lin').gift]).toEqual([100, 99]);
  });

  it.each([false, true])('order with foreign uploads if that is allowed: %s', async (allowed) => {
    const { simulator, client } = world({ enlarge: FAKE, acceptForeignUploads: allowed });
    simulator.addSession('session-2', 'lin');
    const { uri } = await client.upload(Buffer.from('x'));
    const other = createMiniClient(simulator, { now: () => time, session: 'session-2' });
    expect((await other.submit('smart-hd', uri)).ret).toBe(allowed ? '0' : '3020');
  });
});

describe('simulator.fetch', () => {
  const ACCOUNT = 'https://jimeng.jianying.com/passport/account/info/v2?account_sdk_source=web';

  it('attaches cookies only when asked, and only where they belong', async () => {
    const { simulator } = world();
    const message = async (credentials: RequestCredentials) =>
      dig(
        await (await simulator.fetch(ACCOUNT, { method: 'POST', credentials })).json(),
        'message',
      );
    expect(await message('include')).toBe('error');
    simulator.browser.signIn();
    expect(await message('include')).toBe('success');
    expect(await message('same-origin')).toBe('error');
    const forged = { headers: { cookie: 'sessionid=session-1' } };
    expect(await (await simulator.fetch(ACCOUNT, forged)).json()).toMatchObject({
      message: 'error',
    });
    expect(simulator.violations).toEqual([]);
    const imagex = 'https://imagex.bytedanceapi.com/?Action=ApplyImageUpload';
    await simulator.fetch(imagex, { credentials: 'include' });
    expect(simulator.violations[0]).toBe('apply: cookies must not be sent here');
  });

  it('answers 404 on hosts and paths it does not know', async () => {
    const { simulator } = world();
    expect((await simulator.fetch('https://example.org/')).status).toBe(404);
    expect((await simulator.fetch('https://jimeng.jianying.com/other')).status).toBe(404);
  });
});

describe('the site', () => {
  it('signs in and out by its buttons', async () => {
    const { simulator } = world();
    const site = (path: string, init?: RequestInit) =>
      simulator.handle(new Request(`https://jimeng.jianying.com${path}`, init));
    expect(await (await site('/')).text()).toContain('>Sign in</button>');
    const login = await site('/ai-tool/login', { method: 'POST' });
    const cookie = login.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^sessionid=[0-9a-f]{32}; Domain=.jianying.com; Path=\/; HttpOnly; Max-Age=/,
    );
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect(await (await site('/ai-tool/home', { headers })).text()).toContain('>Sign out</button>');
    await site('/ai-tool/logout', { method: 'POST', headers });
    expect(await (await site('/', { headers })).text()).toContain('>Sign in</button>');
  });
});

describe('the log', () => {
  it('names every request and tells no secret', async () => {
    const { simulator, client } = world({ enlarge: FAKE });
    const { uri } = await client.upload(Buffer.from('anything'));
    await client.submit('smart-hd' satisfies Tool, uri);
    expect(simulator.requests.map(({ endpoint }) => endpoint)).toEqual([
      'upload-token',
      'apply',
      'put',
      'commit',
      'generate',
    ]);
    expect(simulator.requests[4]).toMatchObject({ method: 'POST', tool: 'smart-hd', at: START });
    expect(JSON.stringify(simulator.requests)).not.toMatch(/session|signature|Sign|SpaceKey/);
  });
});
