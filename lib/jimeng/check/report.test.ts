import { beforeEach, describe, expect, it, vi } from 'vitest';
import { leaks, SECRETS } from '@/tests/support/report-secrets';
import type { CheckResult } from '../model/check';
import type { Exchange } from '../model/exchange';
import { perSite } from '../model/sites';
import { versionsOf } from '../model/versions';
import { recordingFetch } from '../wire/recorder';
import { makeReport, type ReportFacts, reportText } from './report';

const { session, submitId, historyId } = SECRETS;

/** Every secret, as a value of every field the client reads, as a key, in lists and in JSON text. */
function secretAnswer(): Record<string, unknown> {
  const values = Object.values(SECRETS);
  const everywhere = {
    ...Object.fromEntries(values.map((secret) => [secret, secret])),
    ...Object.fromEntries(
      values.map((secret, at) => [`field_${String.fromCharCode(97 + at)}`, secret]),
    ),
    list: values,
    numbers: values.map(Number).filter(Number.isFinite),
  };
  const codes = ['ret', 'fail_code', 'status', 'code', 'CodeN', 'Code', 'UriStatus'];
  return {
    ret: '0',
    errmsg: SECRETS.message,
    logid: SECRETS.logId,
    log_id: SECRETS.logId,
    systime: '1795359580',
    response: JSON.stringify(everywhere),
    data: {
      [submitId]: { history_record_id: historyId, status: 50, submit_id: submitId, ...everywhere },
      session_token: SECRETS.token,
      ...Object.fromEntries(
        values.map((secret, at) => [
          `in_${String.fromCharCode(97 + at)}`,
          // A short number in the field of a code is a code, whatever the service means by it.
          Object.fromEntries(codes.map((code) => [code, secret === SECRETS.balance ? '' : secret])),
        ]),
      ),
    },
  };
}

const answers = {
  json: () => Response.json(secretAnswer()),
  html: () =>
    new Response(`<title>${SECRETS.name}</title>${JSON.stringify(SECRETS)}`, {
      headers: { 'content-type': 'text/html', 'set-cookie': `sessionid=${session}` },
    }),
  picture: () =>
    new Response(SECRETS.picture, { headers: { 'content-type': 'image/png', etag: session } }),
  broken: () =>
    new Response(JSON.stringify(secretAnswer()).slice(0, -9), {
      headers: { 'content-type': 'application/json' },
    }),
  refused: () => Response.json(secretAnswer(), { status: 403, statusText: SECRETS.name }),
};

let exchanges: Exchange[];
beforeEach(() => {
  exchanges = [];
});

async function exchange(address: string, init?: RequestInit, answer?: () => Response) {
  const before = exchanges.length;
  const fetch = recordingFetch({
    fetch: async () => {
      if (!answer) throw new TypeError(`failed: ${session}`);
      return answer();
    },
    now: Date.now,
    at: { site: 'dreamina', cluster: 'dreamina-sg' },
    begin: () => ({ done: (done) => exchanges.push(done) }),
  });
  const response = await fetch(address, init).catch(() => undefined);
  await vi.waitFor(() => expect(exchanges.length).toBe(before + 1));
  return response;
}

const REQUESTS: [string, RequestInit?][] = [
  [
    `https://jimeng.jianying.com/mweb/v1/get_history_by_ids?webId=${SECRETS.uid}&${session}=1`,
    {
      method: 'POST',
      headers: { Cookie: `sessionid=${session}`, Sign: SECRETS.signature, [session]: 'x' },
      body: JSON.stringify({ submit_ids: [submitId] }),
    },
  ],
  [
    'https://imagex.bytedanceapi.com/?Action=ApplyImageUpload&ServiceId=tb4s082cfz',
    { headers: { Authorization: `AWS4-HMAC-SHA256 Credential=${SECRETS.keyId}` } },
  ],
  [
    `https://tos-d-x-lf.douyin.com/upload/v1/${SECRETS.storeUri}`,
    { method: 'POST', headers: { Authorization: SECRETS.spaceKey }, body: SECRETS.picture },
  ],
  [SECRETS.resultLink],
  [SECRETS.pageAddress],
  [`https://${session}.byteimg.com/${session}/${historyId}`],
  [`https://user:${session}@jimeng.jianying.com/`],
  ['http://192.168.1.20/cgi'],
  [`https://${SECRETS.privateHost}/`],
];

const facts = (changed: Partial<ReportFacts> = {}): ReportFacts => ({
  version: '0.1.0',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36',
  versions: perSite(versionsOf),
  recording: exchanges,
  now: Date.UTC(2026, 10, 28, 21, 30, 12),
  ...changed,
});
/** An exchange without a place. */
const BARE: Exchange = {
  ...{ method: 'GET', host: 'a.example.com', path: '/', query: [] },
  ...{ headers: [], ms: 0, codes: [] },
};
const textOf = (changed?: Partial<ReportFacts>) => reportText(makeReport(facts(changed)));

describe('the report', () => {
  it('holds none of the secrets that crossed the client, in any spelling', async () => {
    for (const [address, init] of REQUESTS) {
      await exchange(address, init);
      for (const answer of Object.values(answers)) await exchange(address, init, answer);
    }
    expect(exchanges).toHaveLength(REQUESTS.length * 6);
    expect(leaks(JSON.stringify(exchanges))).toEqual([]);
    const text = textOf();
    expect(leaks(text)).toEqual([]);
    expect(text).not.toMatch(/my-private|tb4s082cfz|192\.168|alice/i);
    // The search would find them.
    expect(leaks(JSON.stringify([secretAnswer(), REQUESTS]))).toEqual(Object.keys(SECRETS));
  });

  it('holds none that lie in a stored recording or in a line, whatever their place', () => {
    // Plain words with dots between them are a path of field names, and a short number in `ret` is a code.
    const { balance: _, privateHost: _host, ...others } = SECRETS;
    const values = Object.values(others);
    const odd = values.flatMap((secret) => [
      {
        site: secret,
        cluster: secret,
        method: secret,
        host: secret,
        path: `/${secret}`,
        query: [secret],
        headers: [secret],
        ms: 1,
        status: 200,
        body: 'json',
        shape: {
          fields: {
            [secret]: secret,
            a: { list: secret },
            b: { json: { fields: { [secret]: 'text' } } },
          },
        },
        codes: [
          { path: secret, value: secret },
          { path: `${secret}.ret`, value: secret },
          { path: `${secret}.ret`, value: '1014' },
        ],
        [secret]: secret,
      },
      {
        ...{
          shape: secret,
          method: 'GET',
          host: secret,
          path: '/',
          query: [],
          headers: [],
          ms: 0,
          codes: [],
        },
      },
    ]);
    const lines = values.map((secret) => ({
      step: 'apply',
      state: 'bad',
      code: secret,
      ret: secret,
      failCode: secret,
      missing: `data.${secret}.uri ${secret}`,
      host: secret,
      said: secret,
      sent: { origin: secret, cookies: secret },
    }));
    const check = {
      state: 'done',
      at: 0,
      site: session,
      cluster: session,
      lines,
      exchanges: odd,
    } as unknown as CheckResult;
    const text = textOf({
      check,
      recording: odd as unknown as Exchange[],
      version: session,
      userAgent: `${SECRETS.name} ${session}`,
      versions: perSite((site) => ({
        ...versionsOf(site),
        rootModel: session,
        aigcFeatures: SECRETS.keyId,
      })),
    });
    expect(leaks(text)).toEqual([]);
    expect(text).toContain('"value": "1014"');
  });

  it('keeps hosts, names, types, codes and times', async () => {
    const [address, init] = REQUESTS[0] ?? [''];
    await exchange(address, init, () =>
      Response.json({
        ret: 1014,
        errmsg: 'x',
        data: { [submitId]: { status: 20, ids: [], n: null } },
      }),
    );
    const [kept] = makeReport(facts()).recording;
    expect(kept).toMatchObject({
      method: 'POST',
      host: 'jimeng.jianying.com',
      path: '/mweb/v1/get_history_by_ids',
      query: ['webId', '{id}'],
      headers: ['{id}', 'cookie', 'sign'],
      status: 200,
      body: 'json',
      shape: {
        fields: {
          ret: 'number',
          errmsg: 'text',
          data: {
            fields: { '{id}': { fields: { status: 'number', ids: { list: null }, n: 'null' } } },
          },
        },
      },
      codes: [
        { path: 'ret', value: '1014' },
        { path: 'data.{id}.status', value: '20' },
      ],
    });
  });

  it('marks the versions that are overridden', () => {
    const { versions } = makeReport(
      facts({
        versions: {
          ...perSite(versionsOf),
          jimeng: { ...versionsOf('jimeng'), appvr: '9.9.9', rootModel: 'high_aes_general_v60' },
        },
      }),
    );
    expect(versions.jimeng.appvr).toEqual({ value: '9.9.9', isOverridden: true });
    expect(versions.jimeng.rootModel).toEqual({
      value: 'high_aes_general_v60',
      isOverridden: true,
    });
    expect(versions.jimeng.webVersion).toEqual({
      value: versionsOf('jimeng').webVersion,
      isOverridden: false,
    });
  });

  it('names the sites of its exchanges and of its check, and no other', () => {
    const at = (place: object) => ({ ...BARE, ...place }) as Exchange;
    const sitesOf = (places: object[], check?: CheckResult) =>
      makeReport(facts({ recording: places.map(at), check })).sites;
    expect(sitesOf([])).toEqual([]);
    expect(sitesOf([{ site: 'dreamina', cluster: 'dreamina-us' }])).toEqual(['dreamina']);
    expect(sitesOf([{ site: 'dreamina' }, { site: 'jimeng' }])).toEqual(['jimeng', 'dreamina']);
    // Of an older version, or damaged.
    expect(sitesOf([{}, { site: 'elsewhere' }, { site: 1 }])).toEqual([]);
    const check: CheckResult = { state: 'done', at: 0, site: 'dreamina', lines: [], exchanges: [] };
    expect(sitesOf([{ site: 'jimeng' }], check)).toEqual(['jimeng', 'dreamina']);
    const { recording, site } = makeReport(
      facts({ recording: [at({ site: 'jimeng', cluster: 'dreamina-us' })] }),
    );
    expect(recording[0]).not.toHaveProperty('cluster');
    expect(site).toBeNull();
  });

  it('names the browser and the minute', () => {
    expect(makeReport(facts())).toMatchObject({
      browser: 'Chrome 156, Linux',
      at: '2026-11-28T21:30Z',
    });
  });

  it('keeps what the client misses, without ids', () => {
    const check = (missing: string) =>
      ({
        state: 'done',
        at: 0,
        site: 'jimeng',
        lines: [{ step: 'apply', state: 'bad', code: 'bad-response', missing }],
        exchanges: [],
      }) as CheckResult;
    const kept = (missing: string) =>
      makeReport(facts({ check: check(missing) })).check?.lines[0]?.missing;
    expect(kept('Result.UploadAddress.StoreInfos[0].StoreUri')).toBe(
      'Result.UploadAddress.StoreInfos[].StoreUri',
    );
    expect(kept(`data.${submitId}.status`)).toBe('data.{id}.status');
  });
});

describe('the recording fetch', () => {
  it('gives the caller the whole answer', async () => {
    const response = await exchange('https://a.example.com/', undefined, answers.json);
    expect(await response?.json()).toEqual(secretAnswer());
  });

  it('records a failed request without its reason', async () => {
    await exchange('https://a.example.com/x');
    expect(exchanges[0]).toEqual({
      site: 'dreamina',
      cluster: 'dreamina-sg',
      method: 'GET',
      host: 'a.example.com',
      path: '/{id}',
      query: [],
      headers: [],
      ms: expect.any(Number),
      codes: [],
    });
  });

  it('passes through what is not to be recorded', async () => {
    const answer = new Response('a');
    const fetch = recordingFetch({
      fetch: async () => answer,
      now: Date.now,
      at: { site: 'jimeng' },
      begin: () => undefined,
    });
    expect(await fetch('https://a.example.com/')).toBe(answer);
  });
});
