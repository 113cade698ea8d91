import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { uploadByXhr } from './xhr-upload';

/** An XMLHttpRequest that a test moves by hand. */
class FakeXhr {
  static last: FakeXhr;
  upload: { onprogress?: ((event: { loaded: number }) => void) | null } = {};
  onload?: (() => void) | null;
  onerror?: (() => void) | null;
  onprogress?: (() => void) | null;
  status = 0;
  responseText = '';
  responseURL = '';
  withCredentials = false;
  sent: unknown[] = [];
  isAborted = false;

  constructor() {
    FakeXhr.last = this;
  }
  open(...args: unknown[]) {
    this.sent.push(args);
  }
  setRequestHeader(...args: unknown[]) {
    this.sent.push(args);
  }
  getResponseHeader(name: string) {
    return name === 'retry-after' && this.status === 429 ? '7' : null;
  }
  send(body: unknown) {
    this.sent.push(body);
  }
  abort() {
    this.isAborted = true;
  }
  answer(status: number, text: string) {
    Object.assign(this, { status, responseText: text, responseURL: URL_ });
    this.onload?.();
  }
}

const URL_ = 'https://tos-1.douyin.com/upload/v1/a';
const BODY = new Blob(['bytes']);

function upload(signal?: AbortSignal) {
  const limits = { stallMs: 30_000, answerMs: 60_000 };
  const work = uploadByXhr({ url: URL_, headers: { A: 'b' }, body: BODY, ...limits, signal });
  const outcome = work.catch((error: Error) => error.name);
  return { outcome, xhr: FakeXhr.last };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('XMLHttpRequest', FakeXhr);
});
afterEach(() => vi.useRealTimers());

describe('uploadByXhr', () => {
  it('sends the bytes with their headers, without cookies, and hands back the answer', async () => {
    const { outcome, xhr } = upload();
    expect(xhr.sent).toEqual([['POST', URL_], ['A', 'b'], BODY]);
    expect(xhr.withCredentials).toBe(false);
    xhr.answer(200, '{}');
    expect(await outcome).toEqual({ status: 200, text: '{}', url: URL_, retryAfter: undefined });
  });

  it('hands back when to try again', async () => {
    const { outcome, xhr } = upload();
    xhr.answer(429, '');
    expect(await outcome).toMatchObject({ status: 429, retryAfter: '7' });
  });

  it('may take any time while bytes move', async () => {
    const { outcome, xhr } = upload();
    for (let moved = 0; moved < 60; moved += 1) {
      await vi.advanceTimersByTimeAsync(29_000);
      xhr.upload.onprogress?.({ loaded: 1 });
    }
    xhr.upload.onprogress?.({ loaded: BODY.size });
    await vi.advanceTimersByTimeAsync(59_000);
    xhr.answer(200, '{}');
    expect(await outcome).toMatchObject({ status: 200 });
  });

  it.each([
    ['before the first byte', 30_000],
    ['between two', 30_000],
    ['before the answer', 60_000],
  ])('ends when nothing moved, %s, for %i ms', async (when, ms) => {
    const { outcome, xhr } = upload();
    if (when !== 'before the first byte') xhr.upload.onprogress?.({ loaded: 1 });
    if (when === 'before the answer') xhr.upload.onprogress?.({ loaded: BODY.size });
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(xhr.isAborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toBe('TimeoutError');
    expect(xhr.isAborted).toBe(true);
  });

  it('reports a broken line', async () => {
    const { outcome, xhr } = upload();
    xhr.onerror?.();
    expect(await outcome).toBe('NetworkError');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is aborted before and while it runs', async () => {
    const before = upload(AbortSignal.abort());
    expect(await before.outcome).toBe('AbortError');
    expect(before.xhr.sent).toEqual([]);
    const controller = new AbortController();
    const { outcome, xhr } = upload(controller.signal);
    controller.abort();
    expect(await outcome).toBe('AbortError');
    expect(xhr.isAborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
