import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32';
import { signOf } from './sign';
import { amzDate, expectedSignature, readClaim } from './sigv4';

const UNRESERVED = '-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('CRC-32', () => {
  it('has the check value of the standard and pads with zeros', () => {
    expect(crc32(Buffer.from('123456789'))).toBe('cbf43926');
    expect(crc32(new Uint8Array())).toBe('00000000');
  });
});

describe('the Sign header', () => {
  it('has the published vector', () => {
    expect(signOf('/mweb/v1/aigc_draft/generate', '8.4.0', '1790786145')).toBe(
      '2533662377211f0653b7759901657a92',
    );
  });
});

describe('Signature Version 4', () => {
  /** Source: the test suite that AWS publishes for Signature Version 4 (aws-sig-v4-test-suite). */
  it.each([
    ['get-vanilla', 'GET', '', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    [
      'get-vanilla-empty-query-key',
      'GET',
      'Param1=value1',
      'a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb',
    ],
    [
      'get-vanilla-query-order-key-case',
      'GET',
      'Param2=value2&Param1=value1',
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'get-vanilla-query-unreserved',
      'GET',
      `${UNRESERVED}=${UNRESERVED}`,
      '9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197',
    ],
    [
      'post-vanilla',
      'POST',
      '',
      '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
    ],
    [
      'post-vanilla-query',
      'POST',
      'Param1=value1',
      '28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11',
    ],
  ])('matches %s of the AWS test suite', (_, method, query, signature) => {
    expect(signatureOf(method, query)).toBe(signature);
  });

  /** Source: `SigV4Auth` of botocore 1.43, run once with the key and the date of the AWS test suite. */
  it.each([
    [
      'names of which one begins another',
      'a=1&a=0&A=2&a-b=3&a1=4',
      '54b59a79f9d59995c8ae2abc8f88be56785f8cdcdd27d06236ee2f146b6b325a',
    ],
    [
      'text that is encoded more strictly than URLs are',
      "name=it's+(a)+*star*!&empty=&b=%E5%9B%BE+%2F~",
      '8602b125312581052e22eae3d72229414fa1a254eeef4c1d4ffc995314f2da95',
    ],
  ])('matches botocore on %s', (_, query, signature) => {
    expect(signatureOf('GET', query)).toBe(signature);
  });

  it('reads the claim of a request, and nothing else', () => {
    const scope = '20261122/cn-north-1/imagex/aws4_request';
    const signature = 'f'.repeat(64);
    const authorization = `AWS4-HMAC-SHA256 Credential=AK/${scope}, SignedHeaders=host;x-amz-date, Signature=${signature}`;
    const signedHeaders = ['host', 'x-amz-date'];
    expect(readClaim(authorization)).toEqual({
      accessKeyId: 'AK',
      scope,
      signedHeaders,
      signature,
    });
    expect(readClaim(`Basic ${authorization}`)).toBeUndefined();
    expect(readClaim(null)).toBeUndefined();
  });

  it('reads basic ISO dates only', () => {
    expect(amzDate('20261122T101112Z')).toBe(Date.UTC(2026, 10, 22, 10, 11, 12));
    expect(amzDate('2026-11-22T10:11:12Z')).toBeNaN();
  });
});

/** The signature of a request without a body, with the key and the date of the AWS test suite. */
function signatureOf(method: string, query: string): string {
  const claim = {
    accessKeyId: 'AKIDEXAMPLE',
    scope: '20150830/us-east-1/service/aws4_request',
    signedHeaders: ['host', 'x-amz-date'],
    signature: '',
  };
  const request = {
    method,
    url: new URL(`https://example.amazonaws.com/?${query}`),
    headers: new Headers({ 'x-amz-date': '20150830T123600Z' }),
    body: new Uint8Array(),
  };
  return expectedSignature(request, claim, 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY');
}
