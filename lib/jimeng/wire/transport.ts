import ky, { HTTPError, type Options, SchemaValidationError, TimeoutError } from 'ky';
import type * as v from 'valibot';
import { JimengError } from '../model/errors';
import { parseJson } from './parse-json';
import { serverTime } from './server-time';

/**
 * Time limit of an order, ms. Other clients wait for 45 to 60 s. An order that is given up too early must be
 * polled for.
 */
const ORDER_TIMEOUT_MS = 45_000;
/** Time limit of a call that is repeated after a failure, with its repetition, ms. */
const READ_TIMEOUT_MS = 30_000;
/** Longest time in which no byte of a transfer moves, ms. */
const STALL_MS = 30_000;
/** Longest wait for the answer to a transfer: after the last byte of an upload, before the first of a download, ms. */
const ANSWER_MS = 60_000;
/** Slower than this, bytes per ms (1 kB/s), a download that never stalls counts as stalled. */
const DEAD_LINE = 1;
/** Time of an upload whose progress cannot be seen, besides that for its bytes, ms. */
const UPLOAD_MS = 60_000;
/** Slowest line for such an upload, bytes per ms (20 kB/s). */
const SLOWEST_LINE = 20;
const RETRY_DELAY_MS = 400;

/** Decides the time limit of a call and whether it is retried. */
export type CallKind =
  /** Idempotent: one retry after a network error or 5xx. */
  | 'repeatable'
  /** Never retried. */
  | 'once'
  /** Sends a picture: a long limit, never retried. */
  | 'upload'
  /** Receives a picture: a long limit, one retry. */
  | 'download';

/**
 * Time limit of an upload of this size whose progress cannot be seen, ms.
 *
 * @param timeouts earlier attempts that timed out; each doubles the limit
 */
export function uploadTimeoutMs(bytes: number, timeouts: number): number {
  return (UPLOAD_MS + bytes / SLOWEST_LINE) * 2 ** timeouts;
}

/**
 * Longest time in which no byte of a transfer may move, ms.
 *
 * @param timeouts earlier attempts that timed out; each doubles the limit
 */
export function stallMs(timeouts: number): number {
  return STALL_MS * 2 ** timeouts;
}

/**
 * Longest wait for the answer while there are no bytes to move, ms.
 *
 * @param timeouts earlier attempts that timed out; each doubles the limit
 */
export function answerMs(timeouts: number): number {
  return ANSWER_MS * 2 ** timeouts;
}

const TIMING: Record<Exclude<CallKind, 'upload' | 'download'>, Options> = {
  repeatable: { timeout: READ_TIMEOUT_MS, totalTimeout: READ_TIMEOUT_MS, retry: { limit: 1 } },
  once: { timeout: ORDER_TIMEOUT_MS, totalTimeout: ORDER_TIMEOUT_MS, retry: { limit: 0 } },
};

function timingOf({ kind, limitMs = answerMs(0) }: CallOptions): Options {
  switch (kind) {
    case 'upload':
      return { timeout: limitMs, totalTimeout: limitMs, retry: { limit: 0 } };
    case 'download':
      // Until the headers arrive; `bytes` limits the body.
      return { timeout: limitMs, totalTimeout: false, retry: { limit: 1 } };
    default:
      return TIMING[kind];
  }
}

export interface CallOptions {
  kind: CallKind;
  /** Time limit of a whole upload, or of a download until its headers arrive, ms; default 60 s. */
  limitMs?: number;
  method: 'get' | 'post';
  headers?: Record<string, string>;
  body?: Blob | string;
  credentials: RequestCredentials;
  redirect: RequestRedirect;
  signal?: AbortSignal | undefined;
}

/** An HTTP answer below 500. Reading its body rejects with the same errors as the call. */
interface HttpAnswer {
  response: Response;
  json<S extends v.GenericSchema>(schema: S): Promise<v.InferOutput<S>>;
  /**
   * Reads a body of at most `maxBytes`. Rejects with `line-too-slow` after a stall of `stallMs`, or if the bytes
   * only trickle in, at less than 1 kB/s. Rejects with `bad-response` if the body is longer.
   */
  bytes(options: { maxBytes: number; timeouts: number }): Promise<Blob>;
}

/**
 * Sends one HTTP call.
 *
 * @throws JimengError `network`, `timeout`, `server-error` (5xx), `bad-response` (the body does not match
 *   the schema)
 * @throws DOMException `AbortError` if the signal is aborted; if it was before the call, nothing is sent
 */
export type Transport = (url: string, options: CallOptions) => Promise<HttpAnswer>;

/** Creates the transport around an injected `fetch`. */
export function createTransport(fetch: typeof globalThis.fetch): Transport {
  const client = ky.create({
    // ky calls it as a method, which the browser's fetch refuses without this wrapper.
    fetch: (input, init) => fetch(input, init),
    parseJson,
    throwHttpErrors: (status) => status >= 500,
    retry: {
      methods: ['get', 'post'],
      statusCodes: [500, 502, 503, 504],
      afterStatusCodes: [],
      delay: () => RETRY_DELAY_MS,
    },
  });

  return async (url, options) => {
    const { kind: _k, limitMs: _l, signal, headers, body, ...init } = options;
    const guard = async <T>(work: () => Promise<T>): Promise<T> => {
      if (signal?.aborted) throw abortError();
      try {
        return await work();
      } catch (error) {
        throw signal?.aborted ? abortError() : toJimengError(error);
      }
    };
    return guard(async () => {
      const pending = client(url, {
        ...init,
        ...timingOf(options),
        ...(headers && { headers }),
        ...(body !== undefined && { body }),
        ...(signal && { signal }),
      });
      const response = await pending;
      return {
        response,
        json: (schema) => guard(() => pending.json(schema)),
        bytes: (limits) => guard(() => readBytes(response, limits)),
      };
    });
  };
}

async function readBytes(
  response: Response,
  { maxBytes, timeouts }: { maxBytes: number; timeouts: number },
): Promise<Blob> {
  const announced = Number(response.headers.get('content-length')) || 0;
  const tooLarge = () => new JimengError('bad-response', { httpStatus: response.status });
  const reader = response.body?.getReader();
  if (!reader) return new Blob();
  const longestStallMs = stallMs(timeouts);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const startedAt = performance.now();
  try {
    if (announced > maxBytes) throw tooLarge();
    for (;;) {
      const { done, value } = await inTime(reader.read(), longestStallMs);
      if (done) return new Blob(chunks);
      size += value.byteLength;
      if (size > maxBytes) throw tooLarge();
      chunks.push(value);
      const limitMs = longestStallMs + Math.max(size, announced) / DEAD_LINE;
      if (performance.now() - startedAt > limitMs) throw new JimengError('line-too-slow');
    }
  } finally {
    // No effect on a body that was read to its end.
    reader.cancel().catch(() => {});
  }
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new JimengError('line-too-slow')), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The error for an answer below 500 without JSON and without a reason of the service: 429 is `busy`, 408 `timeout`, other
 * 4xx `http-refused`, and everything else (a redirect, an unreadable 2xx) `bad-response`.
 *
 * @param now unix ms, for a Retry-After that is a date
 */
export function httpRefusal(response: Response, now: number): JimengError {
  const { status } = response;
  const detail = { httpStatus: status };
  if (status < 300) return new JimengError('bad-response', { ...detail, missing: 'body' });
  if (status === 429) return new JimengError('busy', detail, retryAfterMs(response, now));
  if (status === 408) return new JimengError('timeout', detail);
  return new JimengError(status >= 400 ? 'http-refused' : 'bad-response', detail);
}

/** Time of the `Date` header, unix ms; NaN without one, and for a cached answer, whose date is old. */
export function dateOf(response: Response): number {
  if (response.headers.has('age')) return Number.NaN;
  return serverTime(response.headers.get('date')) ?? Number.NaN;
}

function retryAfterMs(response: Response, now: number): number | undefined {
  const value = response.headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function abortError(): DOMException {
  return new DOMException('The call was cancelled.', 'AbortError');
}

/** Keeps nothing of ky's errors, which hold the request with its headers. */
function toJimengError(error: unknown): JimengError {
  if (error instanceof JimengError) return error;
  if (error instanceof TimeoutError) return new JimengError('timeout');
  if (error instanceof HTTPError) {
    return new JimengError('server-error', { httpStatus: error.response.status });
  }
  if (error instanceof SchemaValidationError || error instanceof SyntaxError) {
    return new JimengError('bad-response', { missing: 'body' });
  }
  return new JimengError('network');
}
