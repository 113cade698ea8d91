import { describe, expect, it } from 'vitest';
import { JIMENG_CN } from '../model/sites';
import { createReach } from '../wire/reach';
import { createTransport } from '../wire/transport';
import { download } from './download';

const ALLOWED = 'p9.allowed.net';
const LINK = 'https://p3-dreamina-sign.byteimg.com/a.png?x-signature=SECRET';

/** Downloads with this answer; gives back the result and the requests that were sent. */
async function with_(response: Response, url = LINK) {
  const requests: Request[] = [];
  const transport = createTransport(async (input, init) => {
    requests.push(new Request(input, init));
    return response;
  });
  const reach = createReach(JIMENG_CN.resultDomains, async (host) => host === ALLOWED);
  const outcome = await download({ reach, transport, now: () => 0 }, url).catch(
    (error: unknown) => error,
  );
  return { outcome, requests };
}

const redirect = (status: number, to: string) =>
  new Response(null, { status, headers: { location: to } });
/** What a browser gives for a redirect that is not followed. */
const opaque = () =>
  Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } }) as Response;

describe('download', () => {
  it('fetches bytes without cookies', async () => {
    const { outcome, requests } = await with_(new Response('bytes'));
    if (!(outcome instanceof Blob)) throw new Error(String(outcome));
    expect(await outcome.text()).toBe('bytes');
    expect(requests[0]?.credentials).toBe('omit');
  });

  it('fetches from an unlisted host that is allowed', async () => {
    const { outcome } = await with_(new Response('bytes'), `https://${ALLOWED}/a`);
    expect(outcome).toBeInstanceOf(Blob);
  });

  it.each([
    ['http://p3.byteimg.com/a', undefined],
    ['https://127.0.0.1/a', undefined],
    ['https://evilbyteimg.com/a?SECRET', 'evilbyteimg.com'],
    ['https://jimeng.jianying.com/a', 'jimeng.jianying.com'],
  ])('sends nothing to %s, and names the host that must be allowed: %s', async (url, host) => {
    const { outcome, requests } = await with_(new Response('bytes'), url);
    expect(outcome).toMatchObject({ code: 'host-not-allowed', detail: host ? { host } : {} });
    expect(JSON.stringify(outcome)).not.toContain('SECRET');
    expect(requests).toHaveLength(0);
  });

  it.each<[string, Response, string]>([
    ['403', new Response('', { status: 403 }), 'result-expired'],
    ['410', new Response('', { status: 410 }), 'result-expired'],
    ['404', new Response('', { status: 404 }), 'http-refused'],
    ['no bytes', new Response(''), 'bad-response'],
    [
      'too many bytes',
      new Response('bytes', { headers: { 'content-length': String(201 * 1024 * 1024) } }),
      'bad-response',
    ],
    ['a redirect', redirect(302, 'https://evil.net/a'), 'host-not-allowed'],
    ['a redirect in a browser', opaque(), 'host-not-allowed'],
  ])('reports %s', async (_, response, code) => {
    const { outcome } = await with_(response);
    expect(outcome).toMatchObject({ code });
    expect(JSON.stringify(outcome)).not.toContain('SECRET');
  });

  it('follows no redirect: nothing is sent to where it points', async () => {
    const { requests } = await with_(redirect(302, 'https://p9.byteimg.com/a'));
    expect(requests.map(({ url, redirect: mode }) => [url, mode])).toEqual([[LINK, 'manual']]);
  });
});
