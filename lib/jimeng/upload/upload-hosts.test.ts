import { describe, expect, it } from 'vitest';
import { ADDRESS, type Answer, FALLBACK, PUT_OK, refused, run } from '@/tests/support/upload-run';
import type { JimengError } from '../model/errors';

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
    [{ ...ADDRESS, UploadHosts: ['10.0.0.1', 'nas.local', 'a.net:8443'] }, 'host-not-allowed'],
    [{ ...ADDRESS, StoreInfos: [{ StoreUri: '../../x?y', Auth: 'A' }] }, 'host-not-allowed'],
    [{ ...ADDRESS, UploadHosts: [] }, 'bad-response'],
    [null, 'bad-response'],
  ])('%o are refused: %s', async (UploadAddress, code) => {
    const { outcome } = await run({ apply: () => ({ Result: { UploadAddress } }) });
    expect(outcome).toMatchObject({ code });
  });

  describe('outside the list', () => {
    const UploadHosts = ['nas.local', 'tos-1.elsewhere.net', 'tos-2.elsewhere.net'];
    const apply = () => ({ Result: { UploadAddress: { ...ADDRESS, UploadHosts } } });

    it('are named, the first public one, and nothing is sent there', async () => {
      const { outcome, hosts } = await run({ apply });
      expect(outcome).toMatchObject({
        code: 'host-not-allowed',
        detail: { host: 'tos-1.elsewhere.net' },
      });
      expect(hosts).toEqual(['imagex.bytedanceapi.com']);
    });

    it('are used once they are allowed', async () => {
      const { outcome, hosts } = await run({ apply, allowed: ['tos-2.elsewhere.net'] });
      expect(outcome).toEqual({ uri: 'uri-1' });
      expect(hosts[1]).toBe('tos-2.elsewhere.net');
    });

    it('are no reason without a host when none is public', async () => {
      const local = { ...ADDRESS, UploadHosts: ['nas.local'] };
      const { outcome } = await run({ apply: () => ({ Result: { UploadAddress: local } }) });
      expect(outcome).toMatchObject({ code: 'host-not-allowed', detail: {} });
      expect((outcome as JimengError).detail).not.toHaveProperty('host');
    });

    const imagex = ['imagex.elsewhere.net', 'imagex.bytedanceapi.com'];

    it('are left out for the site’s own ImageX host', async () => {
      const { outcome, hosts } = await run({ hosts: imagex });
      expect(outcome).toEqual({ uri: 'uri-1' });
      expect(hosts[0]).toBe('imagex.bytedanceapi.com');
    });

    it('are named where the site’s own ImageX host is the wrong one', async () => {
      const wrong = () => refused('InvalidActionOrVersion', 404);
      const { outcome } = await run({ apply: wrong, hosts: imagex });
      expect(outcome).toMatchObject({
        code: 'host-not-allowed',
        detail: { host: 'imagex.elsewhere.net' },
      });
      const allowed = await run({ hosts: imagex, allowed: ['imagex.elsewhere.net'] });
      expect(allowed.hosts[0]).toBe('imagex.elsewhere.net');
    });
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
