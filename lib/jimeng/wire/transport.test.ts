import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { JimengError } from '../model/errors';
import {
  answerMs,
  type CallOptions,
  createTransport,
  httpRefusal,
  stallMs,
  uploadTimeoutMs,
} from './transport';

const URL_WITH_SECRET = 'https://imagex.bytedanceapi.com/?x-signature=SECRET';
const CALL: CallOptions = {
  kind: 'repeatable',
  method: 'post',
  headers: { authorization: 'SECRET' },
  body: '{}',
  credentials: 'omit',
  redirect: 'error',
};

type Step = Response | Error | 'hang';

/** A fetch that plays its script, one step per request. */
function scripted(...steps: Step[]) {
  const requests: Request[] = [];
  const transport = createTransport(async (input, init) => {
    const request = new Request(input, init);
    requests.push(request);
    const step = steps.shift();
    if (step === undefined) throw new Error('no more steps');
    if (step === 'hang') {
      return new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason));
      });
    }
    if (step instanceof Error) throw step;
    return step;
  });
  return { transport, requests };
}

async function caught(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
}

afterEach(() => {
  vi.useRealTimers();
});

describe('attempts', () => {
  const reset = () => new TypeError('Failed to fetch');
  const status = (code: number) => new Response('', { status: code });

  it.each<[CallOptions['kind'], Step[], number, string | undefined]>([
    ['repeatable', [reset(), status(200)], 2, undefined],
    ['repeatable', [status(502), status(200)], 2, undefined],
    ['repeatable', [reset(), reset()], 2, 'network'],
    ['repeatable', [status(503), status(500)], 2, 'server-error'],
    ['repeatable', [status(429)], 1, undefined],
    ['repeatable', [status(404)], 1, undefined],
    ['once', [reset()], 1, 'network'],
    ['once', [status(500)], 1, 'server-error'],
    ['upload', [status(503)], 1, 'server-error'],
    ['download', [reset(), status(200)], 2, undefined],
  ])('%s with %o takes %i', async (kind, steps, tries, code) => {
    const { transport, requests } = scripted(...steps);
    const error = await caught(transport(URL_WITH_SECRET, { ...CALL, kind }));
    expect(requests).toHaveLength(tries);
    expect(error instanceof JimengError ? error.code : error).toBe(code);
  });
});

describe('time limits', () => {
  it.each<[CallOptions['kind'], number]>([
    ['repeatable', 30_000],
    ['once', 45_000],
    ['upload', 60_000],
    ['download', 60_000],
  ])('%s times out after %i ms, without a retry', async (kind, ms) => {
    vi.useFakeTimers();
    const { transport, requests } = scripted('hang');
    const call = caught(transport(URL_WITH_SECRET, { ...CALL, kind }));
    let ended = false;
    call.then(() => {
      ended = true;
    });
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(2);
    expect(await call).toMatchObject({ code: 'timeout' });
    expect(requests).toHaveLength(1);
  });

  it('apply to a body that never ends, too', async () => {
    vi.useFakeTimers();
    const { transport } = scripted(new Response(new ReadableStream({})));
    const answer = await transport(URL_WITH_SECRET, CALL);
    const body = caught(answer.json(v.unknown()));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await body).toMatchObject({ code: 'timeout' });
  });
});

describe('a transfer', () => {
  it.each([
    [0, 0, 60_000],
    [30_000_000, 0, 1_560_000],
    [30_000_000, 1, 3_120_000],
    [0, 2, 240_000],
  ])('without progress, of %i bytes, after %i timeouts, may take %i ms', (bytes, timeouts, ms) => {
    expect(uploadTimeoutMs(bytes, timeouts)).toBe(ms);
  });

  it('may stall for 30 s and be answered after 60 s, twice as long after each timeout', () => {
    expect([0, 1, 2].map(stallMs)).toEqual([30_000, 60_000, 120_000]);
    expect([0, 1, 2].map(answerMs)).toEqual([60_000, 120_000, 240_000]);
  });

  /** A body that gives a byte each `everyMs`, `count` times. */
  function trickle(everyMs: number, count: number) {
    let sent = 0;
    let isCancelled = false;
    const body = new ReadableStream({
      async pull(controller) {
        if (sent === count) return controller.close();
        await new Promise((resolve) => setTimeout(resolve, everyMs));
        sent += 1;
        if (!isCancelled) controller.enqueue(new Uint8Array(1));
      },
      cancel() {
        isCancelled = true;
      },
    });
    return { response: new Response(body), sent: () => sent };
  }

  it('fails after a stall of half a minute', async () => {
    vi.useFakeTimers();
    const { response } = trickle(31_000, 3);
    const answer = await scripted(response).transport(URL_WITH_SECRET, {
      ...CALL,
      kind: 'download',
    });
    const body = caught(answer.bytes({ maxBytes: 10, timeouts: 0 }));
    await vi.advanceTimersByTimeAsync(30_001);
    expect(await body).toMatchObject({ code: 'line-too-slow' });
  });

  it('has twice the time after a timeout', async () => {
    vi.useFakeTimers();
    const { response } = trickle(31_000, 1);
    const answer = await scripted(response).transport(URL_WITH_SECRET, {
      ...CALL,
      kind: 'download',
    });
    const body = answer.bytes({ maxBytes: 10, timeouts: 1 });
    await vi.advanceTimersByTimeAsync(32_000);
    expect((await body).size).toBe(1);
  });

  it('may take any time while bytes move', async () => {
    vi.useFakeTimers();
    const chunk = new Uint8Array(20_000);
    let sent = 0;
    const body = new ReadableStream({
      async pull(controller) {
        if (sent === 60) return controller.close();
        await new Promise((resolve) => setTimeout(resolve, 10_000));
        sent += 1;
        controller.enqueue(chunk);
      },
    });
    const answer = await scripted(new Response(body)).transport(URL_WITH_SECRET, {
      ...CALL,
      kind: 'download',
    });
    const bytes = answer.bytes({ maxBytes: 2_000_000, timeouts: 0 });
    await vi.advanceTimersByTimeAsync(601_000);
    expect((await bytes).size).toBe(1_200_000);
  });

  it('fails when the bytes only trickle in', async () => {
    vi.useFakeTimers();
    const { response } = trickle(20_000, 100);
    const answer = await scripted(response).transport(URL_WITH_SECRET, {
      ...CALL,
      kind: 'download',
    });
    const body = caught(answer.bytes({ maxBytes: 1_000, timeouts: 0 }));
    await vi.advanceTimersByTimeAsync(90_000);
    expect(await body).toMatchObject({ code: 'line-too-slow' });
  });

  it('is cancelled when it is longer than allowed', async () => {
    const { response, sent } = trickle(0, 1_000);
    const answer = await scripted(response).transport(URL_WITH_SECRET, {
      ...CALL,
      kind: 'download',
    });
    const body = caught(answer.bytes({ maxBytes: 5, timeouts: 0 }));
    expect(await body).toMatchObject({ code: 'bad-response' });
    expect(sent()).toBeLessThan(10);
  });
});

describe('the abort of the caller', () => {
  it.each([undefined, new Error('mine'), new DOMException('late', 'TimeoutError')])(
    'is an AbortError with the reason %s',
    async (reason) => {
      const { transport, requests } = scripted('hang');
      const controller = new AbortController();
      const call = caught(transport(URL_WITH_SECRET, { ...CALL, signal: controller.signal }));
      await vi.waitFor(() => expect(requests).toHaveLength(1));
      controller.abort(reason);
      const error = await call;
      expect(error).toBeInstanceOf(DOMException);
      expect(error).toMatchObject({ name: 'AbortError' });
    },
  );

  it('before the call sends nothing', async () => {
    const { transport, requests } = scripted(new Response('{}'));
    const signal = AbortSignal.abort();
    const error = await caught(transport(URL_WITH_SECRET, { ...CALL, signal }));
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(requests).toHaveLength(0);
  });

  it('while the body is read is one, too', async () => {
    const { transport } = scripted(new Response('{}'));
    const controller = new AbortController();
    const answer = await transport(URL_WITH_SECRET, { ...CALL, signal: controller.signal });
    controller.abort();
    expect(await caught(answer.json(v.unknown()))).toMatchObject({ name: 'AbortError' });
  });
});

describe('errors', () => {
  it.each<[string, Step[]]>([
    ['network', [new TypeError('Failed to fetch SECRET'), new TypeError('Failed to fetch SECRET')]],
    [
      'server-error',
      [new Response('SECRET', { status: 500 }), new Response('SECRET', { status: 500 })],
    ],
    ['network', [new RangeError('SECRET')]],
  ])('hold no secret: %s', async (code, steps) => {
    const error = await caught(scripted(...steps).transport(URL_WITH_SECRET, CALL));
    if (!(error instanceof JimengError)) throw new Error('not a JimengError');
    expect(error.code).toBe(code);
    expect(error.cause).toBeUndefined();
    expect(JSON.stringify([error, error.message, error.detail])).not.toContain('SECRET');
  });

  it.each(['<html>', '', '{"a":', '[1]'])('of a body %j is bad-response', async (body) => {
    const { json } = await scripted(new Response(body)).transport(URL_WITH_SECRET, CALL);
    const schema = v.looseObject({ a: v.number() });
    expect(await caught(json(schema))).toMatchObject({ code: 'bad-response' });
  });
});

describe('httpRefusal', () => {
  const NOW = Date.UTC(2026, 8, 18, 9);
  it.each<[number, Record<string, string>, string, number | undefined]>([
    [429, { 'retry-after': '30' }, 'busy', 30_000],
    [429, { 'retry-after': 'Fri, 18 Sep 2026 09:01:00 GMT' }, 'busy', 60_000],
    [429, { 'retry-after': 'Fri, 18 Sep 2026 08:00:00 GMT' }, 'busy', 0],
    [429, { 'retry-after': 'soon' }, 'busy', undefined],
    [429, {}, 'busy', undefined],
    [408, {}, 'timeout', undefined],
    [403, {}, 'http-refused', undefined],
    [302, {}, 'bad-response', undefined],
    [200, {}, 'bad-response', undefined],
  ])('%i %o is %s', (status, headers, code, retryAfterMs) => {
    const error = httpRefusal(new Response(null, { status, headers }), NOW);
    expect(error).toMatchObject({ code, detail: { httpStatus: status } });
    expect(error.retryAfterMs).toBe(retryAfterMs);
  });
});
