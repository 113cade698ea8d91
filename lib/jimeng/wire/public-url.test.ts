import { describe, expect, it } from 'vitest';
import { isListed, publicUrl } from './public-url';

describe('publicUrl', () => {
  it.each([
    ['https://byteimg.com/a', 'byteimg.com'],
    ['https://p3-dreamina-sign.byteimg.com/a.png?x-expires=1', 'p3-dreamina-sign.byteimg.com'],
    ['https://P26-SIGN.BYTEIMG.COM/a', 'p26-sign.byteimg.com'],
    ['https://p3.byteimg.com:443/a', 'p3.byteimg.com'],
    ['https://p9.elsewhere.net/a', 'p9.elsewhere.net'],
    ['https://localhost.elsewhere.net/a', 'localhost.elsewhere.net'],
    ['https://图.elsewhere.cn/a', 'xn--wcs.elsewhere.cn'],
    ['https://a.xn--fiqs8s/a', 'a.xn--fiqs8s'],
    ['https://evil.net/#.byteimg.com', 'evil.net'],
  ])('accepts %s', (url, host) => {
    expect(publicUrl(url)?.hostname).toBe(host);
  });

  it.each([
    'http://p3.byteimg.com/a',
    'https://p3.byteimg.com:8443/a',
    'https://user@p3.byteimg.com/a',
    'https://user:word@p3.byteimg.com/a',
    'https://p3.byteimg.com@127.0.0.1/a',
    'data:image/png;base64,AA==',
    '//p3.byteimg.com/a',
    'byteimg.com',
    '',
  ])('refuses %s', (url) => {
    expect(publicUrl(url)).toBeUndefined();
  });

  it.each([
    ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '0'],
    ...['10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '8.8.8.8'],
    ...['[::1]', '[fe80::1]', '[fd00::1]', '[::ffff:10.0.0.1]', '[2606:4700::1111]'],
    '１２７.0.0.1',
    ...['localhost', 'a.localhost', 'router', 'router.lan', 'nas.local', 'x.home.arpa'],
    ...['metadata.google.internal', 'x.corp', 'x.intranet', 'a.onion', '1.0.0.10.in-addr.arpa'],
    ...['p3.byteimg.com.', 'localhost.', '-', '.com', 'a..com', 'a.b-', `${'a'.repeat(64)}.com`],
  ])('refuses the host %s', (host) => {
    expect(publicUrl(`https://${host}/a`)).toBeUndefined();
  });
});

describe('isListed', () => {
  it.each([
    ['byteimg.com', true],
    ['p3.byteimg.com', true],
    ['a.b.byteimg.com', true],
    ['evilbyteimg.com', false],
    ['byteimg.com.evil.net', false],
    ['com', false],
  ])('%s: %s', (host, listed) => {
    expect(isListed(host, ['byteimg.com', 'douyin.com'])).toBe(listed);
  });
});
