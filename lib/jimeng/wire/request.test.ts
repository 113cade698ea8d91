import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { JIMENG_CN } from '../model/sites';
import { createClock } from './clock';
import { createPost, type PostDeps, type PostOptions, read } from './request';
import { createTransport } from './transport';

const NOW = Date.UTC(2026, 8, 18, 9);
const SECONDS = NOW / 1000;
const PATH = '/mweb/v1/aigc_draft/generate';

/** A client whose service gives these answers, one per request. */
function scripted(...answers: Response[]) {
  return scriptedWith({}, ...answers);
}

function scriptedWith(more: Partial<PostDeps>, ...answers: Response[]) {
  const requests: Request[] = [];
  const transport = createTransport(async (input, init) => {
    requests.push(new Request(input, init));
    const answer = answers.shift();
    if (!answer) throw new Error('no more answers');
    return answer;
  });
  const waits: number[] = [];
  let now = NOW;
  const clock = createClock(() => now);
  const sleep = async (ms: number) => {
    waits.push(ms);
    now += ms;
  };
  const post = createPost({ site: JIMENG_CN, clock, transport, sleep, ...more });
  return { post, clock, requests, waits };
}

function json(body: unknown, init?: ResponseInit): Response {
  return Response.json(body, init);
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

describe('a request', () => {
  it('uses the current dialect', async () => {
    const { post, requests } = scripted(json({ ret: '0' }));
    await post('/mweb/v1/get_upload_token', { scene: 2 }, { kind: 'repeatable' });
    const [request] = requests;
    expect(request?.url).toBe(
      'https://jimeng.jianying.com/mweb/v1/get_upload_token?aid=513695&device_platform=web&region=CN&da_version=3.3.28&web_version=7.5.0&aigc_features=app_lip_sync',
    );
    expect(request?.credentials).toBe('include');
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      accept: 'application/json, text/plain, */*',
      appid: '513695',
      'app-sdk-version': '48.0.0',
      appvr: '8.4.0',
      'content-type': 'application/json',
      'device-time': String(SECONDS),
      lan: 'zh-Hans',
      loc: 'cn',
      pf: '7',
      sign: md5(`9e2c|d_token|7|8.4.0|${SECONDS}||11ac`),
      'sign-ver': '1',
      tdid: '',
    });
    expect(await request?.json()).toEqual({ scene: 2 });
  });

  it('carries the id of the browser, where the site has stored one', async () => {
    const webId = async () => '7412345678901234567';
    const { post, requests } = scriptedWith({ webId }, json({ ret: '0' }), json({ ret: '0' }));
    await post('/mweb/v1/get_user_info', {}, { kind: 'repeatable' });
    expect(requests[0]?.url).toMatch(/&webId=7412345678901234567$/);
    await post('/commerce/v1/benefits/user_credit', {}, { kind: 'repeatable' });
    expect(requests[1]?.url).not.toContain('webId');
    const without = scriptedWith({ webId: async () => undefined }, json({ ret: '0' }));
    await without.post('/mweb/v1/get_user_info', {}, { kind: 'repeatable' });
    expect(without.requests[0]?.url).not.toContain('webId');
  });

  it('about credits has no query', async () => {
    const { post, requests } = scripted(json({ ret: '0' }));
    await post('/commerce/v1/benefits/user_credit', {}, { kind: 'repeatable' });
    expect(requests[0]?.url).toBe('https://jimeng.jianying.com/commerce/v1/benefits/user_credit');
  });

  it('uses the original dialect with exactly its headers and query', async () => {
    const webId = async () => '7412345678901234567';
    const { post, requests } = scriptedWith({ webId }, json({ ret: '0' }));
    await post(PATH, {}, { kind: 'once', dialect: 'original' });
    const [request] = requests;
    expect(request?.url).toBe(
      `https://jimeng.jianying.com${PATH}?aid=513695&device_platform=web&region=CN&da_version=3.2.2`,
    );
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      appid: '513695',
      appvr: '5.8.0',
      'content-type': 'application/json',
      'device-time': String(SECONDS),
      pf: '7',
      sign: md5(`9e2c|enerate|7|5.8.0|${SECONDS}||11ac`),
      'sign-ver': '1',
    });
  });
});

describe('an answer', () => {
  it.each([
    ['text', '0', '0'],
    ['a number', 0, '0'],
    ['a large number', 34010105, '34010105'],
  ])('has its ret as text when it is %s', async (_, ret, expected) => {
    const { post } = scripted(json({ ret, errmsg: 'e', logid: 5, data: { id: 1 } }));
    expect(await post(PATH, {}, { kind: 'once' })).toMatchObject({
      ret: expected,
      said: 'e',
      logId: '5',
      data: { id: 1 },
    });
  });

  it.each<[string, Response, string]>([
    ['HTML', new Response('<!doctype html>'), 'bad-response'],
    ['nothing', new Response(''), 'bad-response'],
    ['half of it', new Response('{"ret":"0","da'), 'bad-response'],
    ['a redirect', new Response(null, { status: 302 }), 'bad-response'],
    ['a 403 page', new Response('<h1>no</h1>', { status: 403 }), 'http-refused'],
    ['a 404 without ret', json({}, { status: 404 }), 'http-refused'],
    ['a 400 that says all is well', json({ ret: '0' }, { status: 400 }), 'bad-response'],
    ['a 408', new Response('', { status: 408 }), 'timeout'],
    ['a 429', json({ ret: '1' }, { status: 429, headers: { 'retry-after': '7' } }), 'busy'],
  ])('that is %s is an error', async (_, response, code) => {
    const { post } = scripted(response);
    await expect(post(PATH, {}, { kind: 'once' })).rejects.toMatchObject({ code });
  });

  it('of a 4xx with a ret is a refusal', async () => {
    const { post } = scripted(json({ ret: '1015' }, { status: 401 }));
    await expect(read(post, PATH, {})).rejects.toMatchObject({
      code: 'signed-out',
      detail: { ret: '1015', httpStatus: 401 },
    });
  });

  it.each([
    [{ ret: '0' }, false, undefined],
    [{ a: 1 }, true, undefined],
    [{ a: 1 }, false, 'bad-response'],
    [{ ret: 1006, errmsg: 'no credits', logid: 'L' }, true, 'no-credits'],
  ])('%o (bare %s) to a read is %s', async (body, bare, code) => {
    const { post } = scripted(json(body));
    const error = await read(post, PATH, {}, { bare }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (code) expect(error).toMatchObject({ code });
    else expect(error).toBeUndefined();
  });
});

describe('a busy system', () => {
  const busy = (more = {}) => json({ ret: '1014', errmsg: 'system busy', ...more });
  const times = (requests: Request[]) =>
    requests.map(({ headers }) => Number(headers.get('device-time')) - SECONDS);

  it('answers a read that is repeated after a second', async () => {
    const { post, requests, waits } = scripted(busy(), json({ ret: '0' }));
    expect(await read(post, PATH, {})).toMatchObject({ ret: '0' });
    expect(waits).toEqual([1000]);
    expect(times(requests)).toEqual([0, 1]);
  });

  it('fails a read at the second time', async () => {
    const { post, requests } = scripted(busy(), busy());
    await expect(read(post, PATH, {})).rejects.toMatchObject({ code: 'system-busy' });
    expect(requests).toHaveLength(2);
  });

  it('took no order: the same one is signed anew and sent once more after 5 s', async () => {
    const { post, requests, waits } = scripted(busy(), busy());
    const once = { kind: 'once', hadNoEffect: () => true } as const;
    expect(await post(PATH, { submit_id: 'a' }, once)).toMatchObject({ ret: '1014' });
    expect(waits).toEqual([5000]);
    expect(times(requests)).toEqual([0, 5]);
    const [first, second] = requests;
    expect(second?.headers.get('sign')).not.toBe(first?.headers.get('sign'));
    expect(await second?.text()).toBe(await first?.text());
  });

  it.each([
    ['may have taken an order', { kind: 'once', hadNoEffect: () => false }],
    ['says nothing about an order', { kind: 'once' }],
  ] as const)('that %s is not asked again', async (_, options) => {
    const { post, requests } = scripted(busy());
    await post(PATH, {}, options);
    expect(requests).toHaveLength(1);
  });

  it('is not asked again after an abort', async () => {
    const { post, requests } = scripted(busy(), busy());
    const controller = new AbortController();
    const hadNoEffect = () => {
      controller.abort();
      return true;
    };
    const sent = post(PATH, {}, { kind: 'once', hadNoEffect, signal: controller.signal });
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    expect(requests).toHaveLength(1);
  });
});

describe('a wrong clock', () => {
  const late = SECONDS + 7200;
  const refused = () => json({ ret: '1014', systime: String(late), data: null });
  const READ: PostOptions = { kind: 'repeatable' };

  it('is corrected, and the request is signed again once', async () => {
    const { post, requests, waits } = scripted(refused(), json({ ret: '0' }));
    expect(await post(PATH, {}, READ)).toMatchObject({ ret: '0' });
    expect(requests.map((request) => request.headers.get('device-time'))).toEqual([
      String(SECONDS),
      String(late),
    ]);
    expect(requests[1]?.headers.get('sign')).toBe(md5(`9e2c|enerate|7|8.4.0|${late}||11ac`));
    expect(waits).toEqual([]);
  });

  it('leads to one retry at most', async () => {
    const { post, requests } = scripted(refused(), refused());
    expect(await post(PATH, {}, READ)).toMatchObject({ ret: '1014' });
    expect(requests).toHaveLength(2);
  });

  it('leads to no retry when the call may have had an effect', async () => {
    const { post, requests } = scripted(refused());
    await post(PATH, {}, { kind: 'once', hadNoEffect: () => false });
    expect(requests).toHaveLength(1);
  });

  it('is read from the Date header, unless the answer comes from a cache', async () => {
    const date = new Date(late * 1000).toUTCString();
    const cached = scripted(json({ ret: '0' }, { headers: { date, age: '5' } }));
    await cached.post(PATH, {}, READ);
    expect(cached.clock.now()).toBe(NOW);
    const fresh = scripted(json({ ret: '0' }, { headers: { date } }));
    await fresh.post(PATH, {}, READ);
    expect(fresh.clock.now()).toBe(late * 1000);
  });
});
