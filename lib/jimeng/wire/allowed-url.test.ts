import { describe, expect, it } from 'vitest';
import { JIMENG_CN } from '../model/sites';
import { allowedUrl } from './allowed-url';

const DOMAINS = JIMENG_CN.resultDomains;

describe('allowedUrl', () => {
  it.each([
    'https://byteimg.com/a',
    'https://p3-dreamina-sign.byteimg.com/tos-cn-i-tb4s082cfz/a.png?x-expires=1',
    'https://P26-DREAMINA-SIGN.BYTEIMG.COM/a',
    'https://p3.byteimg.com:443/a',
  ])('accepts %s', (url) => {
    expect(allowedUrl(url, DOMAINS)?.protocol).toBe('https:');
  });

  it.each([
    'http://p3.byteimg.com/a',
    'https://evilbyteimg.com/a',
    'https://byteimg.com.evil.net/a',
    'https://p3.byteimg.com./a',
    'https://p3.byteimg.com:8443/a',
    'https://user@p3.byteimg.com/a',
    'https://p3.byteimg.com@evil.net/a',
    'https://evil.net\\@p3.byteimg.com/a',
    'https://evil.net/#.byteimg.com',
    'data:image/png;base64,AA==',
    '//p3.byteimg.com/a',
    'byteimg.com',
    '',
  ])('refuses %s', (url) => {
    expect(allowedUrl(url, DOMAINS)).toBeUndefined();
  });
});
