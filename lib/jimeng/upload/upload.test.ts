import { describe, expect, it } from 'vitest';
import {
  ADDRESS,
  type Answer,
  CRC,
  PUT_OK,
  refused,
  run,
  type Script,
} from '@/tests/support/upload-run';
import { JimengError } from '../model/errors';

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
