import { describe, expect, it } from 'vitest';
import { createMiniClient, dig, type Tamper } from '../client/mini-client';
import { at, header, NOW, query, strictWorld } from '../client/tampering';
import { createSimulator } from '../simulator';

describe('uploads', () => {
  it.each<[string, Tamper, string, RegExp]>([
    [
      'another secret',
      header('apply', 'x-amz-date', '20261122T100001Z'),
      'SignatureDoesNotMatch',
      /Signature does not match/,
    ],
    [
      'no authorization',
      header('apply', 'authorization', undefined),
      'MissingAuthenticationToken',
      /not AWS4/,
    ],
    [
      'an unknown key',
      at('apply', ({ headers }) => {
        headers.authorization = (headers.authorization ?? '').replace(
          /Credential=[^/]+/,
          'Credential=AKX',
        );
      }),
      'InvalidClientTokenId',
      /accessKey can not be found/,
    ],
    [
      'another session token',
      header('apply', 'x-amz-security-token', 'x'),
      'InvalidClientTokenId',
      /was not issued here/,
    ],
    [
      'another region',
      at('apply', ({ headers }) => {
        headers.authorization = (headers.authorization ?? '').replace('cn-north-1', 'us-east-1');
      }),
      'SignatureDoesNotMatch',
      /credential scope/,
    ],
    [
      'host in the signed headers',
      at('apply', ({ headers }) => {
        headers.authorization = (headers.authorization ?? '').replace(
          'SignedHeaders=',
          'SignedHeaders=host;',
        );
      }),
      'SignatureDoesNotMatch',
      /SignedHeaders must be/,
    ],
    [
      'another query than signed',
      query('apply', 's', 'zzzzzzzzzz'),
      'SignatureDoesNotMatch',
      /Signature does not match/,
    ],
  ])('apply with %s', async (_, tamper, code, sentence) => {
    const { simulator, client } = strictWorld(tamper);
    const { applied } = await client.upload(Buffer.from('anything'));
    expect(dig(applied, 'ResponseMetadata.Error.Code')).toBe(code);
    expect(simulator.violations.join('\n')).toMatch(sentence);
  });

  it.each<[string, Tamper, RegExp]>([
    [
      'another body than hashed',
      at('commit', (request) => {
        request.body = '{}';
      }),
      /hash of the body/,
    ],
    ['cookies', header('commit', 'cookie', 'sessionid=session-1'), /commit: cookies/],
  ])('commit with %s', async (_, tamper, sentence) => {
    const { simulator, client } = strictWorld(tamper);
    await client.upload(Buffer.from('anything'));
    expect(simulator.violations.join('\n')).toMatch(sentence);
  });

  it.each<[string, Tamper, number, RegExp]>([
    ['another CRC', header('put', 'content-crc32', '00000000'), 4002, /Content-CRC32/],
    [
      'another CRC in capitals',
      at('put', ({ headers }) => {
        headers['content-crc32'] = (headers['content-crc32'] ?? '').toUpperCase();
      }),
      4002,
      /Content-CRC32/,
    ],
    ['no authorization', header('put', 'authorization', undefined), 4001, /Authorization is not/],
    ['another type', header('put', 'content-type', 'text/plain'), 4000, /Content-Type/],
    [
      'no disposition',
      header('put', 'content-disposition', undefined),
      4000,
      /Content-Disposition/,
    ],
    [
      'a cut body',
      at('put', (request) => {
        request.body = Buffer.from('any');
      }),
      4002,
      /Content-CRC32/,
    ],
    [
      'the method PUT',
      at('put', (request) => {
        request.method = 'PUT';
      }),
      4005,
      /method must be POST/,
    ],
    [
      'an address nobody gave',
      at('put', (request) => {
        request.url += 'x';
      }),
      4004,
      /StoreUri is not/,
    ],
    [
      'the fallback host for the first address',
      at('put', (request) => {
        request.url = request.url.replace('tos-d-x-lf.douyin.com', 'tos-lf-x.snssdk.com');
      }),
      4006,
      /not an upload host/,
    ],
  ])('the binary with %s', async (_, tamper, code, sentence) => {
    const { simulator, client } = strictWorld(tamper);
    const { put, committed } = await client.upload(Buffer.from('anything but this'));
    expect(put.code).toBe(code);
    expect(simulator.violations.join('\n')).toMatch(sentence);
    expect(dig(committed, 'Result.Results.0.UriStatus')).not.toBe(2000);
  });

  it('an expired key and a wrong clock are refused without blame', async () => {
    let time = NOW;
    const simulator = createSimulator({
      now: () => time,
      sessions: ['session-1'],
      tokenTtlMs: 1000,
    });
    const late: Tamper = (step) => {
      if (step === 'apply') time += 1000;
    };
    const client = createMiniClient(simulator, { now: () => time, tamper: late });
    const { applied } = await client
      .upload(Buffer.from('anything'))
      .catch(() => ({ applied: undefined }));
    expect(dig(applied, 'ResponseMetadata.Error.Code')).toBe('ExpiredToken');
    expect(simulator.violations.filter((sentence) => sentence.startsWith('apply'))).toEqual([]);
  });
});
