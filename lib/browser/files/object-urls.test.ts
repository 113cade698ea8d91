import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { wireMessages } from '@/tests/support/message-wire';
import { onMessage } from '../message-answers';
import { tidyOffscreen, withOffscreen } from '../offscreen';
import { objectUrlsInPlace, offscreenObjectUrls } from './object-urls';

describe('object URLs in place', () => {
  const urls = objectUrlsInPlace(async (key) => (key === 'a/result' ? new Blob(['x']) : undefined));

  it('lead to the bytes until they are revoked', async () => {
    const url = await urls.create('a/result');
    expect(await (await fetch(url)).text()).toBe('x');
    await urls.revoke(url);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('say which bytes are missing', async () => {
    await expect(urls.create('b/result')).rejects.toThrow('b/result');
  });
});

describe('the offscreen document', () => {
  let documents: number;
  let opened: number;
  let live: Set<string>;
  let failures: number;

  const stops: (() => void)[] = [];

  beforeEach(() => {
    wireMessages('background.js');
    for (const stop of stops.splice(0)) stop();
    fakeBrowser.reset();
    documents = 0;
    opened = 0;
    failures = 0;
    live = new Set();
    Object.assign(fakeBrowser.runtime, {
      getContexts: async () => Array.from({ length: documents }, () => ({})),
    });
    Object.assign(fakeBrowser.offscreen, {
      async createDocument() {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (failures > 0) {
          failures -= 1;
          throw new Error('no document today');
        }
        if (documents > 0) throw new Error('Only a single offscreen document may be created.');
        documents += 1;
        opened += 1;
        listen();
      },
      async closeDocument() {
        documents -= 1;
        for (const stop of stops.splice(0)) stop();
      },
    });
  });

  /** What the document does, as in entrypoints/offscreen. */
  function listen(): void {
    stops.push(
      onMessage('createObjectUrl', (key) => {
        const url = `blob:${key}`;
        live.add(url);
        return url;
      }),
      onMessage('revokeObjectUrl', (url) => {
        live.delete(url);
        return live.size;
      }),
    );
  }

  it('is opened once, even for two saves at the same moment', async () => {
    const made = await Promise.all(
      ['a/result', 'b/result'].map((key) => offscreenObjectUrls.create(key)),
    );
    expect(made).toEqual(['blob:a/result', 'blob:b/result']);
    expect(opened).toBe(1);
  });

  it('is closed with the last address', async () => {
    const first = await offscreenObjectUrls.create('a/result');
    const second = await offscreenObjectUrls.create('b/result');
    await offscreenObjectUrls.revoke(first);
    expect(documents).toBe(1);
    await offscreenObjectUrls.revoke(second);
    expect(documents).toBe(0);
  });

  it('is not opened to revoke an address that went with it', async () => {
    await offscreenObjectUrls.revoke('blob:a/result');
    expect(opened).toBe(0);
  });

  it('is not closed while somebody uses it', async () => {
    const nothingLeft = async () => false;
    await withOffscreen(async () => {
      await tidyOffscreen(nothingLeft);
      expect(documents).toBe(1);
    });
    await tidyOffscreen(nothingLeft);
    expect(documents).toBe(0);
  });

  it('is closed once, although an address is revoked twice at the same moment', async () => {
    const url = await offscreenObjectUrls.create('a/result');
    await Promise.all([offscreenObjectUrls.revoke(url), offscreenObjectUrls.revoke(url)]);
    expect(documents).toBe(0);
  });

  it('is there for a save that begins while the last one ends', async () => {
    const url = await offscreenObjectUrls.create('a/result');
    const [, next] = await Promise.all([
      offscreenObjectUrls.revoke(url),
      offscreenObjectUrls.create('b/result'),
    ]);
    expect(next).toBe('blob:b/result');
    expect(documents).toBe(1);
    expect(live).toContain(next);
    await offscreenObjectUrls.revoke(next);
  });

  it('can be opened after it could not be', async () => {
    failures = 1;
    await expect(offscreenObjectUrls.create('a/result')).rejects.toThrow('no document today');
    expect(await offscreenObjectUrls.create('a/result')).toBe('blob:a/result');
    await offscreenObjectUrls.revoke('blob:a/result');
    expect(documents).toBe(0);
  });
});
