import { describe, expect, it } from 'vitest';
import { JimengError } from '../model/errors';
import { JIMENG_CN } from '../model/sites';
import { createClock } from '../wire/clock';
import { createTransport } from '../wire/transport';
import { createImagex } from './imagex';
import type { TokenStore, UploadToken } from './token';
import { upload } from './upload';

const IMAGE = new Blob(['123456789']);
const CRC = 'cbf43926';
const STORE = { StoreUri: 'tos-cn-i-tb4s082cfz/a.png', Auth: 'Auth-1' };
const ADDRESS = { StoreInfos: [STORE], UploadHosts: ['tos-1.douyin.com'], SessionKey: 'S1' };
const FALLBACK = {
  StoreInfos: [{ StoreUri: 'tos-cn-i-tb4s082cfz/b.png', Auth: 'Auth-2' }],
  UploadHosts: ['tos-2.snssdk.com'],
  SessionKey: 'S2',
};
const PUT_OK = { code: 2000, data: { crc32: CRC } };

type Answer = (request: Request) => unknown;

interface Script {
  apply?: Answer;
  put?: Answer;
  commit?: Answer;
  hosts?: string[];
}

function refused(Code: string, status = 200): Response {
  return Response.json(
    { ResponseMetadata: { Error: { CodeN: 100029, Code, Message: 'SECRET' } } },
    { status },
  );
}

/** Runs one upload against scripted answers: objects are JSON, Responses go through. */
async function run(script: Script, signal?: AbortSignal) {
  const requests: Request[] = [];
  const bodies: string[] = [];
  const transport = createTransport(async (input, init) => {
    const request = new Request(input, init);
    requests.push(request.clone());
    const body = await request.text();
    bodies.push(body);
    const step = request.url.includes('/upload/v1/')
      ? 'put'
      : request.method === 'GET'
        ? 'apply'
        : 'commit';
    const usual = {
      apply: () => ({ Result: { UploadAddress: ADDRESS } }),
      put: () => PUT_OK,
      commit: () => ({
        Result: {
          Results: [
            { Uri: JSON.parse(body).SessionKey === 'S2' ? 'uri-2' : 'uri-1', UriStatus: 2000 },
          ],
        },
      }),
    };
    const answer = await (script[step] ?? usual[step])(request);
    return answer instanceof Response ? answer : Response.json(answer);
  });
  let tokens = 0;
  const dropped: UploadToken[] = [];
  const store: TokenStore = {
    get: async () => {
      tokens += 1;
      return {
        key: { accessKeyId: `AK${tokens}`, secretAccessKey: 'SK', sessionToken: 'ST' },
        serviceId: 'svc',
        region: 'cn-north-1',
        hosts: script.hosts ?? ['imagex.bytedanceapi.com'],
      };
    },
    drop: (token) => {
      if (token) dropped.push(token);
    },
  };
  const clock = createClock(() => Date.UTC(2026, 8, 18));
  const deps = {
    site: JIMENG_CN,
    clock,
    tokens: store,
    imagex: createImagex({ clock, transport }),
    transport,
  };
  const outcome = await upload(deps, IMAGE, signal ? { signal } : {}).catch(
    (error: unknown) => error,
  );
  const hosts = requests.map((request) => new URL(request.url).hostname);
  return { outcome, requests, bodies, hosts, tokens, dropped };
}

describe('the three calls', () => {
  it('are what the service expects', async () => {
    const { outcome, requests, bodies } = await run({});
    expect(outcome).toEqual({ uri: 'uri-1' });
    const [apply, put, commit] = requests;
    const query = new URL(apply?.url ?? '').searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      Action: 'ApplyImageUpload',
      Version: '2018-08-01',
      ServiceId: 'svc',
      FileSize: '9',
    });
    expect(query.get('s')).toMatch(/^[0-9a-z]{11}$/);
    expect(apply?.headers.get('authorization')).toContain(
      'SignedHeaders=x-amz-date;x-amz-security-token,',
    );

    expect(put?.url).toBe('https://tos-1.douyin.com/upload/v1/tos-cn-i-tb4s082cfz/a.png');
    expect(Object.fromEntries(put?.headers ?? [])).toMatchObject({
      authorization: 'Auth-1',
      'content-crc32': CRC,
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="undefined"',
    });
    expect(bodies).toEqual(['', '123456789', '{"SessionKey":"S1"}']);

    expect(new URL(commit?.url ?? '').search).toBe(
      '?Action=CommitImageUpload&Version=2018-08-01&ServiceId=svc',
    );
    expect(commit?.headers.get('authorization')).toContain(
      'SignedHeaders=x-amz-content-sha256;x-amz-date;x-amz-security-token,',
    );
    expect(requests.map(({ credentials }) => credentials)).toEqual(['omit', 'omit', 'omit']);
  });
});

describe('hosts', () => {
  const both = (UploadAddress: unknown) => () => ({
    Result: { UploadAddress, FallbackUploadAddress: FALLBACK },
  });

  it.each<[string, Answer]>([
    ['is down', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['fails', () => new Response('', { status: 503 })],
    ['got other bytes', () => ({ code: 2000, data: { crc32: '00000000' } })],
    ['answers with a page', () => new Response('<html>')],
  ])('are tried in turn: the fallback, with its key, when the first %s', async (_, bad) => {
    const put: Answer = ({ url }) => (url.includes('tos-2') ? PUT_OK : bad(new Request(url)));
    const { outcome, requests } = await run({ apply: both(ADDRESS), put });
    expect(outcome).toEqual({ uri: 'uri-2' });
    const last = requests.at(-2);
    expect(last?.url).toBe('https://tos-2.snssdk.com/upload/v1/tos-cn-i-tb4s082cfz/b.png');
    expect(last?.headers.get('authorization')).toBe('Auth-2');
  });

  it('may be named in the singular', async () => {
    const { UploadHosts: _, ...rest } = ADDRESS;
    const { hosts } = await run({ apply: both({ ...rest, UploadHost: 'tos-9.douyin.com' }) });
    expect(hosts[1]).toBe('tos-9.douyin.com');
  });

  it('are skipped when foreign', async () => {
    const UploadHosts = [
      'evil.net',
      'evildouyin.com',
      'tos-3.douyin.com:8443',
      'tos-4.douyin.com/x',
      7,
    ];
    const { outcome, hosts } = await run({ apply: both({ ...ADDRESS, UploadHosts }) });
    expect(outcome).toEqual({ uri: 'uri-2' });
    expect(hosts).toEqual([
      'imagex.bytedanceapi.com',
      'tos-2.snssdk.com',
      'imagex.bytedanceapi.com',
    ]);
  });

  it.each([
    [{ ...ADDRESS, UploadHosts: ['evil.net'] }, 'host-not-allowed'],
    [{ ...ADDRESS, StoreInfos: [{ StoreUri: '../../x?y', Auth: 'A' }] }, 'host-not-allowed'],
    [{ ...ADDRESS, UploadHosts: [] }, 'bad-response'],
    [null, 'bad-response'],
  ])('%o are refused: %s', async (UploadAddress, code) => {
    const { outcome } = await run({ apply: () => ({ Result: { UploadAddress } }) });
    expect(outcome).toMatchObject({ code });
  });

  it('of the API fall back to the one of the site', async () => {
    const apply: Answer = ({ url }) =>
      url.includes('imagex-old')
        ? refused('InvalidActionOrVersion', 404)
        : { Result: { UploadAddress: ADDRESS } };
    const { outcome, hosts } = await run({
      apply,
      hosts: ['imagex-old.bytedanceapi.com', 'imagex.bytedanceapi.com'],
    });
    expect(outcome).toEqual({ uri: 'uri-1' });
    expect(hosts).toEqual([
      'imagex-old.bytedanceapi.com',
      'imagex.bytedanceapi.com',
      'tos-1.douyin.com',
      'imagex.bytedanceapi.com',
    ]);
  });
});

describe('the session key', () => {
  const { SessionKey: _, ...KEYLESS } = ADDRESS;
  const keyOf = (bodies: string[]) => JSON.parse(bodies.at(-1) ?? '').SessionKey;

  it.each([
    ['in the address', { UploadAddress: ADDRESS }, 'S1'],
    ['beside the address', { UploadAddress: KEYLESS, SessionKey: 'beside' }, 'beside'],
    ['of the address first', { UploadAddress: ADDRESS, SessionKey: 'beside' }, 'S1'],
  ])('is taken from %s', async (_name, Result, key) => {
    const { outcome, bodies } = await run({ apply: () => ({ Result }) });
    expect(outcome).toEqual({ uri: 'uri-1' });
    expect(keyOf(bodies)).toBe(key);
  });

  it('is the base64 of the address where there is none', async () => {
    const UploadAddress = { ...KEYLESS, UploadHeader: 'ä', Unknown: { a: 1 } };
    const { bodies } = await run({ apply: () => ({ Result: { UploadAddress } }) });
    const decoded = Buffer.from(keyOf(bodies), 'base64').toString('utf8');
    expect(decoded).toBe(JSON.stringify(UploadAddress));
  });
});

describe('a refused key', () => {
  it.each(['apply', 'commit'] as const)('is replaced once in %s', async (step) => {
    let calls = 0;
    const once: Answer = () => {
      calls += 1;
      if (calls === 1) return refused('CheckAuthenticationError', 403);
      return step === 'apply'
        ? { Result: { UploadAddress: ADDRESS } }
        : { Result: { Results: [{ Uri: 'uri-1', UriStatus: 2000 }] } };
    };
    const { outcome, dropped } = await run({ [step]: once });
    expect(outcome).toEqual({ uri: 'uri-1' });
    expect(dropped).toHaveLength(1);
  });

  it('that is replaced and refused again is an error without its words', async () => {
    const { outcome, tokens } = await run({ apply: () => refused('SignatureDoesNotMatch') });
    expect(tokens).toBe(2);
    expect(outcome).toMatchObject({
      code: 'upload-refused',
      detail: { said: 'SignatureDoesNotMatch', failCode: '100029', httpStatus: 200 },
    });
    expect(JSON.stringify(outcome)).not.toContain('SECRET');
  });
});

describe('refusals', () => {
  it.each<[string, Script, string]>([
    ['apply', { apply: () => refused('QuotaExceeded', 400) }, 'upload-refused'],
    [
      'apply with a page',
      { apply: () => new Response('<html>', { status: 400 }) },
      'upload-refused',
    ],
    ['apply, too many', { apply: () => new Response('', { status: 429 }) }, 'busy'],
    ['apply with nonsense', { apply: () => ({ Result: 5 }) }, 'bad-response'],
    ['put', { put: () => ({ code: 4001 }) }, 'upload-refused'],
    ['put without code', { put: () => ({}) }, 'upload-refused'],
    ['put by status', { put: () => new Response('', { status: 403 }) }, 'upload-refused'],
    [
      'put of other bytes',
      { put: () => ({ code: 2000, data: { crc32: 'cbf43927' } }) },
      'upload-corrupted',
    ],
    [
      'commit',
      { commit: () => ({ Result: { Results: [{ Uri: 'u', UriStatus: 2404 }] } }) },
      'upload-refused',
    ],
    [
      'commit with another status',
      { commit: () => ({ Result: { Results: [{ Uri: 'u', UriStatus: ['2404'] }] } }) },
      'upload-refused',
    ],
    [
      'commit without URI',
      { commit: () => ({ Result: { Results: [{ UriStatus: '2000' }] } }) },
      'bad-response',
    ],
  ])('of %s', async (_, script, code) => {
    const { outcome } = await run(script);
    expect(outcome).toBeInstanceOf(JimengError);
    expect(outcome).toMatchObject({ code });
  });

  it.each([
    [{ apply: () => ({ Result: 5 }) }, 'Result is number'],
    [{ apply: () => ({}) }, 'Result'],
    [{ apply: () => ({ Result: {} }) }, 'Result.UploadAddress'],
    [
      { apply: () => ({ Result: { UploadAddress: { StoreInfos: 'SECRET' } } }) },
      'Result.UploadAddress.StoreInfos is string',
    ],
    [
      { apply: () => ({ Result: { UploadAddress: { ...ADDRESS, UploadHosts: [] } } }) },
      'Result.UploadAddress.UploadHosts',
    ],
    [{ commit: () => ({ Result: { Results: [] } }) }, 'Result.Results[0].Uri'],
    [{ put: () => new Response('<html>') }, 'body'],
  ] as [Script, string][])('name what is missing: %o %s', async (script, missing) => {
    const { outcome } = await run(script);
    expect(outcome).toMatchObject({ code: 'bad-response', detail: { missing } });
    expect(JSON.stringify(outcome)).not.toContain('SECRET');
  });

  it.each([undefined, null])('do not include a commit with the status %s', async (UriStatus) => {
    const Results = [{ Uri: 'uri-1', UriStatus }];
    const { outcome } = await run({ commit: () => ({ Result: { Results } }) });
    expect(outcome).toEqual({ uri: 'uri-1' });
  });

  it('do not include a checksum in another form', async () => {
    const { outcome } = await run({
      put: () => ({ code: '2000', data: { crc32: CRC.toUpperCase() } }),
    });
    expect(outcome).toEqual({ uri: 'uri-1' });
  });

  it('take the URI of the plugin when the first is missing', async () => {
    const Result = { Results: [{ UriStatus: 2000 }], PluginResult: [{ ImageUri: 'uri-p' }] };
    const { outcome } = await run({ commit: () => ({ Result }) });
    expect(outcome).toEqual({ uri: 'uri-p' });
  });
});

it('rejects with an AbortError, before and between the calls', async () => {
  const before = await run({}, AbortSignal.abort());
  expect(before.outcome).toMatchObject({ name: 'AbortError' });
  expect(before.requests).toHaveLength(0);

  const controller = new AbortController();
  const put: Answer = () => {
    controller.abort();
    return PUT_OK;
  };
  const between = await run({ put }, controller.signal);
  expect(between.outcome).toMatchObject({ name: 'AbortError' });
  expect(between.requests).toHaveLength(2);
});
