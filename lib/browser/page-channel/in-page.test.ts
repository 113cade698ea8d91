import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendFromPage, stateOfPage } from './in-page';

const ORIGIN = 'https://jimeng.jianying.com';
const REQUEST = {
  origin: ORIGIN,
  url: `${ORIGIN}/mweb/v1/aigc_draft/generate?aid=1`,
  headers: { appid: '1' },
  body: '{}',
  limitMs: 50,
  maxLength: 10,
  signatures: ['a_bogus', 'msToken'],
};

/** The page's `fetch`. */
let pageFetch: typeof fetch;
const page: { fetch: typeof fetch; byted_acrawler?: object } = { fetch };

function answer(url: string, text = '{}', init: ResponseInit = {}): Response {
  return Object.defineProperty(new Response(text, init), 'url', { value: url });
}

beforeEach(() => {
  pageFetch = vi.fn(async () => answer(`${REQUEST.url}&a_bogus=secret`));
  page.fetch = pageFetch;
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', { origin: ORIGIN });
});

afterEach(() => {
  delete page.byted_acrawler;
});

/** Node's own `fetch` is no native code, unlike that of a browser. */
const native = (name: string) =>
  vi
    .spyOn(Function.prototype.toString as { call(self: unknown): string }, 'call')
    .mockReturnValue(`function ${name}() {\n    [native code]\n}`);

describe('the state of a page', () => {
  it('names the site, a replaced fetch, and the code that signs', () => {
    expect(stateOfPage(ORIGIN)).toEqual({ isSite: true, isPatched: true, hasSigner: false });
    page.byted_acrawler = {};
    expect(stateOfPage('https://gallery.example')).toEqual({
      isSite: false,
      isPatched: true,
      hasSigner: true,
    });
  });

  it.each([
    ['fetch', false],
    // A bound function.
    ['', true],
  ])('takes native code of the name "%s" for replaced: %s', (name, expected) => {
    const spy = native(name);
    const { isPatched } = stateOfPage(ORIGIN);
    spy.mockRestore();
    expect(isPatched).toBe(expected);
  });
});

describe('a request from a page', () => {
  it('is sent once, with its cookies, and follows no redirect', async () => {
    await sendFromPage(REQUEST);
    expect(pageFetch).toHaveBeenCalledExactlyOnceWith(REQUEST.url, {
      method: 'POST',
      headers: REQUEST.headers,
      body: '{}',
      credentials: 'include',
      redirect: 'manual',
      signal: expect.any(AbortSignal),
    });
  });

  it('answers without the signature, and cuts off what is too long', async () => {
    const headers = { date: 'now', 'retry-after': '5' };
    page.fetch = async () => answer(`${REQUEST.url}&msToken=secret`, '0123456789abc', { headers });
    const given = await sendFromPage(REQUEST);
    expect(given).toEqual({
      outcome: 'answered',
      status: 200,
      text: '0123456789',
      url: `${ORIGIN}/mweb/v1/aigc_draft/generate`,
      isSigned: true,
      date: 'now',
      age: '',
      retryAfter: '5',
    });
    expect(JSON.stringify(given)).not.toContain('secret');
  });

  it.each([
    ['', false],
    ['&msToken=', false],
    ['&a_bogus=x', true],
  ])('with "%s" in its address is signed: %s', async (more, isSigned) => {
    page.fetch = async () => answer(`${REQUEST.url}${more}`);
    expect(await sendFromPage(REQUEST)).toMatchObject({ isSigned });
  });

  it('is not sent from another site', async () => {
    vi.stubGlobal('location', { origin: 'https://gallery.example' });
    expect(await sendFromPage(REQUEST)).toEqual({ outcome: 'not-sent' });
    expect(pageFetch).not.toHaveBeenCalled();
  });

  it('is not sent from a page that has lost its code', async () => {
    const spy = native('fetch');
    const given = await sendFromPage(REQUEST);
    spy.mockRestore();
    expect(given).toEqual({ outcome: 'not-sent' });
    expect(pageFetch).not.toHaveBeenCalled();
  });

  it('ends at its limit', async () => {
    page.fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    expect(await sendFromPage(REQUEST)).toEqual({ outcome: 'timeout' });
  });

  it('that fails says no more than that', async () => {
    page.fetch = async () => {
      throw new TypeError('Failed to fetch https://secret');
    };
    expect(await sendFromPage(REQUEST)).toEqual({ outcome: 'network' });
  });
});
