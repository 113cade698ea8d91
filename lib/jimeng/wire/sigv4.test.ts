import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedSignature, readClaim } from '@/simulator/service/sigv4';
import { type SigV4Input, sigV4Headers } from './sigv4';

const KEY = {
  accessKeyId: 'AKTPexample',
  secretAccessKey: 'secret+/=',
  sessionToken: 'STS2token==',
};
const NOW = Date.UTC(2026, 8, 18, 9, 5, 7, 89);
const IMAGEX = 'https://imagex.bytedanceapi.com/';

const signed = (url: string, body?: string) =>
  sigV4Headers({
    url,
    key: KEY,
    region: 'cn-north-1',
    now: NOW,
    ...(body !== undefined && { body }),
  });

const authorization = (names: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=AKTPexample/20260918/cn-north-1/imagex/aws4_request, SignedHeaders=${names}, Signature=${signature}`;

/** Source of the signatures: `SigV4Auth` of botocore 1.43 without `host`, run once. */
describe('sigV4Headers', () => {
  it('signs a GET over date and token only', async () => {
    const query =
      'Action=ApplyImageUpload&Version=2018-08-01&ServiceId=tb4s082cfz&FileSize=1234&s=a1';
    expect(await signed(`${IMAGEX}?${query}`)).toEqual({
      'x-amz-date': '20260918T090507Z',
      'x-amz-security-token': 'STS2token==',
      authorization: authorization(
        'x-amz-date;x-amz-security-token',
        '16a174bd2b76ddf564496287fc69f99f7aa5ba34b8cfb47cd3e66f8cbbbd578a',
      ),
    });
  });

  it('signs a POST over the hash of its body, too', async () => {
    const query = 'Action=CommitImageUpload&ServiceId=a%20b';
    expect(await signed(`${IMAGEX}?${query}`, '{"SessionKey":"a/b+c=="}')).toEqual({
      'x-amz-content-sha256': '65c8b17f2ddc1800fe5c126358acbf42fdaa3e510c6ae9eb91fb1d146ccb4e1f',
      'x-amz-date': '20260918T090507Z',
      'x-amz-security-token': 'STS2token==',
      authorization: authorization(
        'x-amz-content-sha256;x-amz-date;x-amz-security-token',
        'da976cb08b71f03159efce3c3ccad36018d90b4ea632c9f018928775f571ab59',
      ),
    });
  });

  it.each([
    ['a=1&a=0&A=2&a-b=3&a1=4', '89f9a3f6e186e65cfda05408c4c6fde7ac4765ff6dce7b6726421366f68fe1a8'],
    [
      "name=it's (a) *star*!&empty=&b=%E5%9B%BE+%2F~",
      'a8edd27ea4008f800f8ef1f75d31a7cc71becd347dbab52ca35b931940e28b01',
    ],
  ])('sorts and encodes the query as the standard wants it: %s', async (query, signature) => {
    const headers = await signed(`${IMAGEX}?${query}`);
    expect(headers.authorization).toBe(authorization('x-amz-date;x-amz-security-token', signature));
  });

  it('signs an empty body as that of a POST', async () => {
    expect(await signed(IMAGEX, '')).toMatchObject({
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
  });
});

/** The simulator verifies with code of its own, made with node:crypto and tested against AWS's vectors. */
it('sends what the simulator expects, whatever query, key, time and body hold', async () => {
  const text = fc.string({ unit: 'binary' });
  /** What a header can hold. */
  const token = fc.stringMatching(/^[!-~]{1,200}$/);
  const input: fc.Arbitrary<SigV4Input> = fc
    .record({
      query: fc.array(fc.tuple(fc.string({ unit: 'binary', minLength: 1 }), text), {
        maxLength: 6,
      }),
      key: fc.record({
        accessKeyId: fc.stringMatching(/^[A-Za-z0-9]{1,40}$/),
        secretAccessKey: fc.string({ minLength: 1 }),
        sessionToken: token,
      }),
      region: fc.stringMatching(/^[a-z]{2}-[a-z]{1,9}-\d$/),
      now: fc.integer({ min: 0, max: Date.UTC(2099, 0) }),
      body: fc.option(text, { nil: undefined }),
    })
    .map(({ query, body, ...rest }) => ({
      ...rest,
      url: `${IMAGEX}?${new URLSearchParams(query)}`,
      ...(body !== undefined && { body }),
    }));
  await fc.assert(
    fc.asyncProperty(input, async (request) => {
      const { url, key, region, now, body } = request;
      const headers = new Headers(await sigV4Headers(request));
      const names = body === undefined ? [] : ['x-amz-content-sha256'];
      const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '');
      const claim = readClaim(headers.get('authorization'));
      expect(claim).toMatchObject({
        accessKeyId: key.accessKeyId,
        scope: `${day}/${region}/imagex/aws4_request`,
        signedHeaders: [...names, 'x-amz-date', 'x-amz-security-token'],
      });
      const sent = {
        method: body === undefined ? 'GET' : 'POST',
        url: new URL(url),
        headers,
        body: Buffer.from(body ?? ''),
      };
      expect(claim && expectedSignature(sent, claim, key.secretAccessKey)).toBe(claim?.signature);
      expect([...headers.keys()]).toEqual(['authorization', ...(claim?.signedHeaders ?? [])]);
    }),
    { numRuns: 300 },
  );
});
