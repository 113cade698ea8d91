import { AwsV4Signer } from 'aws4fetch';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32';
import { signOf } from './sign';
import { amzDate, expectedSignature, readClaim } from './sigv4';

describe('the hashes of the wire', () => {
  it('has the check value of CRC-32 and pads with zeros', () => {
    expect(crc32(Buffer.from('123456789'))).toBe('cbf43926');
    expect(crc32(new Uint8Array())).toBe('00000000');
  });

  it('signs as the published vector', () => {
    expect(signOf('/mweb/v1/aigc_draft/generate', '8.4.0', '1790786145')).toBe(
      '2533662377211f0653b7759901657a92',
    );
  });

  it('has the signature of the AWS test suite (get-vanilla-query-order-key-case)', () => {
    const authorization =
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500';
    const claim = readClaim(authorization);
    expect(claim).toBeDefined();
    if (!claim) return;
    const request = {
      method: 'GET',
      url: new URL('https://example.amazonaws.com/?Param2=value2&Param1=value1'),
      headers: new Headers({ 'x-amz-date': '20150830T123600Z' }),
      body: new Uint8Array(),
    };
    expect(expectedSignature(request, claim, 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY')).toBe(
      claim.signature,
    );
  });

  it.each(['a=1&b=%2F%20x', "z=~*'()!&a=%E5%8D%B3&A=2", ''])(
    'agrees with aws4fetch on the query "%s"',
    async (query) => {
      const url = new URL(`https://imagex.bytedanceapi.com/?${query}`);
      const signer = new AwsV4Signer({
        url: url.href,
        accessKeyId: 'AK',
        secretAccessKey: 'secret',
        sessionToken: 'token',
        service: 'imagex',
        region: 'cn-north-1',
        datetime: '20261122T101112Z',
      });
      const { headers } = await signer.sign();
      const claim = readClaim(headers.get('authorization'));
      expect(claim?.scope).toBe('20261122/cn-north-1/imagex/aws4_request');
      const request = { method: 'GET', url, headers, body: new Uint8Array() };
      expect(claim && expectedSignature(request, claim, 'secret')).toBe(claim?.signature);
    },
  );

  it('reads basic ISO dates only', () => {
    expect(amzDate('20261122T101112Z')).toBe(Date.UTC(2026, 10, 22, 10, 11, 12));
    expect(amzDate('2026-11-22T10:11:12Z')).toBeNaN();
  });
});
