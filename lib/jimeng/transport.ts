import ky, { HTTPError, type Options, SchemaValidationError, TimeoutError } from 'ky';
import type * as v from 'valibot';
import { JimengError } from './errors';
import { parseJson } from './parse-json';
import { serverTime } from './server-time';

/** Limit of one whole call, ms: below the 30 s after which a browser ends an idle worker. */
const CALL_TIMEOUT_MS = 24_000;
/** Limit of one try of a call that may be tried twice, ms. */
const TRY_TIMEOUT_MS = 12_000;
/** Limit of a call that carries a picture, ms. */
const BINARY_TIMEOUT_MS = 120_000;
const RETRY_DELAY_MS = 400;

/** What kind of call it is decides how long it may take and whether it may be tried again. */
export type CallKind =
  /** Changes nothing when repeated: one more try on a network error or 5xx. */
  | 'repeatable'
  /** One attempt, whatever happens. */
  | 'once'
  /** Carries a picture out: one attempt, long. */
  | 'upload'
  /** Carries a picture in: long, one more try. */
  | 'download';

const TIMING: Record<CallKind, Options> = {
  repeatable: { timeout: TRY_TIMEOUT_MS, totalTimeout: CALL_TIMEOUT_MS, retry: { limit: 1 } },
  once: { timeout: CALL_TIMEOUT_MS, totalTimeout: CALL_TIMEOUT_MS, retry: { limit: 0 } },
  upload: { timeout: BINARY_TIMEOUT_MS, totalTimeout: BINARY_TIMEOUT_MS, retry: { limit: 0 } },
  download: { timeout: BINARY_TIMEOUT_MS, totalTimeout: BINARY_TIMEOUT_MS, retry: { limit: 1 } },
};

export interface CallOptions {
  kind: CallKind;
  method: 'get' | 'post';
  headers?: Record<string, string>;
  body?: Blob | string;
  credentials: RequestCredentials;
  redirect: RequestRedirect;
  signal?: AbortSignal | undefined;
}

/** An HTTP answer below 500. Reading the body rejects in the same way as the call. */
interface HttpAnswer {
  response: Response;
  json<S extends v.GenericSchema>(schema: S): Promise<v.InferOutput<S>>;
  blob(): Promise<Blob>;
}

/**
 * Sends one HTTP call.
 *
 * @throws JimengError `network`, `timeout`, `server-error` (5xx), `bad-response` (the body is not what
 *   the schema says); DOMException `AbortError` when the caller's signal is aborted, also when it
 *   was before the call, and then nothing is sent
 */
export type Transport = (url: string, options: CallOptions) => Promise<HttpAnswer>;

/** Makes the transport around an injected `fetch`. */
export function createTransport(fetch: typeof globalThis.fetch): Transport {
  const client = ky.create({
    // A wrapper, because ky would call it as a method and the browser's fetch refuses that.
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

  return async (url, { kind, signal, headers, body, ...init }) => {
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
        ...TIMING[kind],
        ...(headers && { headers }),
        ...(body !== undefined && { body }),
        ...(signal && { signal }),
      });
      const response = await pending;
      return {
        response,
        json: (schema) => guard(() => pending.json(schema)),
        blob: () => guard(() => pending.blob()),
      };
    });
  };
}

/**
 * The error for an answer below 500 that carries no reason of the service: 429 is `busy`, 408
 * `timeout`, other 4xx `http-refused`, and anything else (a redirect, a 2xx without meaning)
 * `bad-response`.
 *
 * @param now unix ms, to read a Retry-After that is a date
 */
export function httpRefusal(response: Response, now: number): JimengError {
  const { status } = response;
  const detail = { httpStatus: status };
  if (status === 429) return new JimengError('busy', detail, retryAfterMs(response, now));
  if (status === 408) return new JimengError('timeout', detail);
  return new JimengError(status >= 400 ? 'http-refused' : 'bad-response', detail);
}

/** Time of the `Date` header, unix ms; a cached answer has an old one and is not asked. */
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

/** Errors of ky hold the request with its headers: nothing of them is kept. */
function toJimengError(error: unknown): JimengError {
  if (error instanceof JimengError) return error;
  if (error instanceof TimeoutError) return new JimengError('timeout');
  if (error instanceof HTTPError) {
    return new JimengError('server-error', { httpStatus: error.response.status });
  }
  if (error instanceof SchemaValidationError || error instanceof SyntaxError) {
    return new JimengError('bad-response');
  }
  return new JimengError('network');
}
