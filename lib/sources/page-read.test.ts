// @vitest-environment happy-dom
import { createContext, runInContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SourceError } from './errors';
import { LIMITS } from './limits';
import {
  closeImage,
  openImage,
  type RunInFrame,
  readCaptured,
  readSlice,
  readThroughSlices,
} from './page-read';

const PLACE = { frameUrl: 'https://page.test/article?x' };
const ASKED = { url: 'https://a.test/i.png', cookies: true };
const OPENING = { ...ASKED, home: 'https://page.test', maxBytes: LIMITS.maxBytes };

/** A frame's isolated world: the platform, and nothing of this module. */
let frame: { upscaleImages?: Map<string, Blob> };

beforeEach(() => {
  frame = createContext({
    fetch: (...args: Parameters<typeof fetch>) => globalThis.fetch(...args),
    setTimeout: (...args: Parameters<typeof setTimeout>) => globalThis.setTimeout(...args),
    clearTimeout: (timer: number) => globalThis.clearTimeout(timer),
    AbortController,
    FileReader,
    Blob,
    location: new URL('https://page.test/later'),
  });
});

afterEach(() => {
  vi.useRealTimers();
});

/** What `executeScript` does: source text in, arguments and results as JSON. */
const runAsInjected: RunInFrame = async (func, args) => {
  const alone = runInContext(`"use strict"; (${func.toString()})`, frame as object);
  const result = await alone(...JSON.parse(JSON.stringify(args)));
  return result === undefined ? null : JSON.parse(JSON.stringify(result));
};

function serve(make: () => Response | Promise<Response>) {
  const fake = vi.fn((..._: Parameters<typeof fetch>) => Promise.resolve(make()));
  vi.stubGlobal('fetch', fake);
  return fake;
}

const imageOf = (bytes: BlobPart, type = 'image/png') =>
  new Response(new Blob([bytes], { type }), { headers: { 'content-type': type } });

test('an image crosses with the rights of the page and from its cache', async () => {
  const bytes = new Uint8Array(1000).map((_, index) => (index * 7) % 251);
  const fake = serve(() => imageOf(bytes));
  const run = vi.fn(runAsInjected) as unknown as RunInFrame;
  const blob = await readThroughSlices(run, PLACE, ASKED);
  expect(blob?.type).toBe('image/png');
  const copy = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(Buffer.compare(copy, bytes)).toBe(0);
  expect(fake).toHaveBeenCalledExactlyOnceWith(
    'https://a.test/i.png',
    expect.objectContaining({ cache: 'force-cache', credentials: 'same-origin' }),
  );
  // One opening, one slice, one closing; nothing stays behind.
  expect(run).toHaveBeenCalledTimes(3);
  await vi.waitFor(() => expect(frame.upscaleImages?.size).toBe(0));
});

test.each([
  ['the page may not read it', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['the page is refused', () => new Response('', { status: 403 })],
])('undefined if %s', async (_, make) => {
  serve(make as () => Promise<Response>);
  expect(await readThroughSlices(runAsInjected, PLACE, ASKED)).toBeUndefined();
});

test.each([
  [404, 'source-not-found'],
  [410, 'source-not-found'],
  [500, 'source-host-error'],
])('status %i is %s', async (status, code) => {
  serve(() => new Response('', { status }));
  await expect(readThroughSlices(runAsInjected, PLACE, ASKED)).rejects.toEqual(
    new SourceError(code as SourceError['code'], 'a.test'),
  );
});

test.each<[string, (calls: number) => unknown]>([
  ['no access to the frame', () => Promise.reject(new Error('Cannot access contents'))],
  ['the frame is gone at once', () => null],
  ['the frame is gone between slices', (calls) => (calls === 1 ? { size: 9, type: '' } : null)],
])('undefined if %s', async (_, answer) => {
  let calls = 0;
  const run = (async () => {
    calls += 1;
    return answer(calls);
  }) as RunInFrame;
  expect(
    await readThroughSlices(run, PLACE, { url: 'blob:https://a.test/1', cookies: false }),
  ).toBeUndefined();
});

test('too many bytes are not carried over', async () => {
  const run = (async () => ({ size: LIMITS.maxBytes + 1, type: '' })) as unknown as RunInFrame;
  await expect(readThroughSlices(run, PLACE, ASKED)).rejects.toMatchObject({
    code: 'image-too-large',
  });
});

test('stops when the caller gives up, and cleans the page', async () => {
  const controller = new AbortController();
  const closed = vi.fn();
  const run: RunInFrame = async (func) => {
    if ((func as unknown) === closeImage) closed();
    else controller.abort(new Error('cancelled'));
    return { size: 9, type: '' } as never;
  };
  await expect(readThroughSlices(run, PLACE, ASKED, controller.signal)).rejects.toThrow(
    'cancelled',
  );
  expect(closed).toHaveBeenCalledOnce();
});

test('an image nobody fetches or closes is given up', async () => {
  vi.useFakeTimers();
  serve(() => imageOf('hello'));
  expect(await runAsInjected(openImage, ['k', OPENING])).toEqual({
    size: 5,
    type: 'image/png',
    finalUrl: '',
  });
  expect(frame.upscaleImages?.size).toBe(1);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(frame.upscaleImages?.size).toBe(0);
  expect(await runAsInjected(readSlice, ['k', 0, 5])).toBeNull();
});

test('a host that does not answer the page in time is named so', async () => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'fetch',
    (_: string, init: RequestInit) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  );
  const opened = runAsInjected(openImage, ['k', OPENING]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await opened).toEqual({ error: 'slow' });
});

test('decodes without Uint8Array.fromBase64 too', async () => {
  serve(() => imageOf('hello'));
  const native = Object.getOwnPropertyDescriptor(Uint8Array, 'fromBase64');
  Reflect.deleteProperty(Uint8Array, 'fromBase64');
  try {
    const blob = await readThroughSlices(runAsInjected, PLACE, ASKED);
    expect(await blob?.text()).toBe('hello');
  } finally {
    if (native) Object.defineProperty(Uint8Array, 'fromBase64', native);
  }
});

test('without permission sends no cookie of the page', async () => {
  const fake = serve(() => imageOf('hello'));
  await readThroughSlices(runAsInjected, PLACE, { ...ASKED, cookies: false });
  expect(fake).toHaveBeenCalledExactlyOnceWith(
    ASKED.url,
    expect.objectContaining({ credentials: 'omit' }),
  );
});

test.each([
  ['another site', 'https://other.test/', 'https://page.test/'],
  ['another site in its place', 'https://page.test.evil.net/', 'https://page.test/'],
  ['no secure one any more', 'http://page.test/', 'https://page.test/'],
  ['an empty frame', 'about:blank', 'https://page.test/'],
  ['a site where the frame was empty', 'https://other.test/', 'about:blank'],
])('a frame that shows %s by now is asked for nothing', async (_, now, then) => {
  const fake = serve(() => imageOf('hello'));
  (frame as { location?: URL }).location = new URL(now);
  const read = readThroughSlices(runAsInjected, { frameUrl: then }, ASKED);
  expect(await read).toBeUndefined();
  expect(fake).not.toHaveBeenCalled();
});

test('a body without end is cut off while it is read', async () => {
  let sent = 0;
  let isCut = false;
  const block = new Uint8Array(1024 * 1024);
  const endless = new ReadableStream({
    pull(controller) {
      sent += block.length;
      // A reader that has not stopped by then never would.
      if (sent > 2 * LIMITS.maxBytes) controller.close();
      else controller.enqueue(block);
    },
    cancel() {
      isCut = true;
    },
  });
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    init.signal?.addEventListener('abort', () => {
      isCut = true;
    });
    return new Response(endless);
  });
  const read = readThroughSlices(runAsInjected, PLACE, ASKED);
  await expect(read).rejects.toMatchObject({ code: 'image-too-large' });
  expect(isCut).toBe(true);
  expect(sent).toBeLessThan(LIMITS.maxBytes + 4 * block.length);
});

test('what a public address fetched from a private one is not carried over', async () => {
  const answered = Object.defineProperty(imageOf('hello'), 'url', {
    value: 'http://127.0.0.1:18902/private.png',
  });
  serve(() => answered);
  const read = readThroughSlices(runAsInjected, PLACE, ASKED);
  await expect(read).rejects.toMatchObject({ code: 'source-private' });
});

test('kept pixels that are too many are not carried over', async () => {
  const slices = vi.fn();
  const run: RunInFrame = async (func) => {
    if ((func as unknown) === readSlice) slices();
    return { size: LIMITS.maxBytes + 1, type: 'image/png' } as never;
  };
  await expect(readCaptured(run, 'k')).rejects.toMatchObject({ code: 'image-too-large' });
  expect(slices).not.toHaveBeenCalled();
});

test('a slice that is larger than was asked for is not believed', async () => {
  const run: RunInFrame = async (func) =>
    ((func as unknown) === readSlice ? 'A'.repeat(12_000_000) : { size: 9, type: '' }) as never;
  expect(await readCaptured(run, 'k')).toBeUndefined();
});
