import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sigV4Headers } from './sigv4';

const KEY = {
  accessKeyId: 'AKTPexample',
  secretAccessKey: 'secret+/=',
  sessionToken: 'STS2token==',
};
const NOW = Date.UTC(2026, 8, 18, 9, 5, 7, 89);
const DATE = '20260918T090507Z';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();

/** Signature V4 written from its specification, and by other means. */
function reference(method: string, query: string, signed: Record<string, string>, body = '') {
  const names = Object.keys(signed).sort();
  const canonical = [
    method,
    '/',
    query,
    ...names.map((name) => `${name}:${signed[name]}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n');
  const scope = '20260918/cn-north-1/imagex/aws4_request';
  const toSign = ['AWS4-HMAC-SHA256', DATE, scope, sha256(canonical)].join('\n');
  const key = ['20260918', 'cn-north-1', 'imagex', 'aws4_request'].reduce<string | Buffer>(
    (previous, part) => hmac(previous, part),
    `AWS4${KEY.secretAccessKey}`,
  );
  return `AWS4-HMAC-SHA256 Credential=${KEY.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${hmac(key, toSign).toString('hex')}`;
}

describe('sigV4Headers', () => {
  it('signs a GET over date and token only', async () => {
    const query =
      'Action=ApplyImageUpload&FileSize=1234&ServiceId=tb4s082cfz&Version=2018-08-01&s=a1';
    const url =
      'https://imagex.bytedanceapi.com/?Action=ApplyImageUpload&Version=2018-08-01&ServiceId=tb4s082cfz&FileSize=1234&s=a1';
    const signed = { 'x-amz-date': DATE, 'x-amz-security-token': KEY.sessionToken };
    expect(await sigV4Headers({ url, key: KEY, region: 'cn-north-1', now: NOW })).toEqual({
      ...signed,
      authorization: reference('GET', query, signed),
    });
  });

  it('signs a POST over the hash of its body, too', async () => {
    const body = '{"SessionKey":"a/b+c=="}';
    const url = 'https://imagex.bytedanceapi.com/?Action=CommitImageUpload&ServiceId=a%20b';
    const signed = {
      'x-amz-content-sha256': sha256(body),
      'x-amz-date': DATE,
      'x-amz-security-token': KEY.sessionToken,
    };
    expect(await sigV4Headers({ url, key: KEY, region: 'cn-north-1', now: NOW, body })).toEqual({
      ...signed,
      authorization: reference('POST', 'Action=CommitImageUpload&ServiceId=a%20b', signed, body),
    });
  });

  it.each([
    ['a=1&a=0&A=2&a-b=3', 'A=2&a=0&a=1&a-b=3'],
    ["name=it's (a) *star*!", 'name=it%27s%20%28a%29%20%2Astar%2A%21'],
    ['name=%E5%9B%BE+%2F', 'name=%E5%9B%BE%20%2F'],
    ['empty=&b=2', 'b=2&empty='],
  ])('sorts and encodes the query as the rule wants it: %s', async (query, canonical) => {
    const url = `https://imagex.bytedanceapi.com/?${query}`;
    const signed = { 'x-amz-date': DATE, 'x-amz-security-token': KEY.sessionToken };
    const { authorization } = await sigV4Headers({ url, key: KEY, region: 'cn-north-1', now: NOW });
    expect(authorization).toBe(reference('GET', canonical, signed));
  });
});
