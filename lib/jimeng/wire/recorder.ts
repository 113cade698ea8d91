import type { BodyKind, Exchange, ExchangePlace } from '../model/exchange';
import type { PageChannel } from './page-channel';
import { codesIn, safeHost, safeName, safePath, shapeOf } from './shape';

/** Longest answer that is described, bytes. */
const MAX_BODY = 1_000_000;
/** Longest wait for the body of an answer that the client reads, too, ms. */
const BODY_MS = 20_000;

/** Which exchanges are recorded, and when. */
export interface Recorder {
  /** Unix ms. */
  now: () => number;
  /** Where the requests go. */
  at: ExchangePlace;
  /** Called at the start of each request. Undefined: this one is not recorded. */
  begin: () => ExchangeSink | undefined;
}

/** Dependencies of `recordingFetch`. */
export interface RecorderDeps extends Recorder {
  fetch: typeof globalThis.fetch;
}

/** Where one exchange goes. */
interface ExchangeSink {
  /** When the request leaves, with what is known then: `ms` is 0. */
  sent?(exchange: Exchange): void;
  /** Once the answer is described, or failed to come. */
  done(exchange: Exchange): void;
}

/**
 * Wraps a `fetch` so that the shape of each exchange is described. What the caller gets does not change: the
 * answer is cloned, and a failed description is dropped. Only names, types and codes are kept, by `shape.ts`.
 */
export function recordingFetch({ fetch, now, at, begin }: RecorderDeps): typeof globalThis.fetch {
  return async (input, init) => {
    const sink = begin();
    if (!sink) return fetch(input, init);
    const sent = { ...at, ...describeRequest(input, init) };
    const startedAt = now();
    const elapsed = () => Math.max(0, Math.round(now() - startedAt));
    sink.sent?.(sent);
    try {
      const response = await fetch(input, init);
      const ms = elapsed();
      void describeAnswer(response)
        .catch(() => ({ body: 'cut' as const, codes: [] }))
        .then((answer) => sink.done({ ...sent, status: response.status, ms, ...answer }));
      return response;
    } catch (error) {
      sink.done({ ...sent, ms: elapsed() });
      throw error;
    }
  };
}

/** An upload that does not use `fetch`; see `UploadSend` in `upload/put.ts`. */
type Send<Q, A> = (request: Q) => Promise<A>;

/** Wraps the other way to send an upload, as `recordingFetch` wraps `fetch`. */
export function recordingSend<
  Q extends { url: string; headers: Readonly<Record<string, string>> },
  A extends { status: number; text: string },
>(send: Send<Q, A>, { now, at, begin }: Recorder): Send<Q, A> {
  return async (request) => {
    const sink = begin();
    if (!sink) return send(request);
    const { url, headers } = request;
    const sent = { ...at, ...describeRequest(url, { method: 'POST', headers }) };
    const startedAt = now();
    sink.sent?.(sent);
    const done = (answer: Partial<Exchange>) =>
      sink.done({ ...sent, ms: Math.max(0, Math.round(now() - startedAt)), ...answer });
    try {
      const answer = await send(request);
      done({ status: answer.status, ...describeText(answer.text, 'other') });
      return answer;
    } catch (error) {
      done({});
      throw error;
    }
  };
}

/** Wraps a page of the service that sends requests, as `recordingFetch` wraps `fetch`. */
export function recordingPage(page: PageChannel, recorder: Recorder): PageChannel {
  const record =
    (send: PageChannel['send']): PageChannel['send'] =>
    (request) => {
      const fetch = recordingFetch({ fetch: () => send(request), ...recorder });
      return fetch(request.url, { method: 'POST', headers: request.headers });
    };
  return {
    ready: (read, signal) => page.ready((send) => read(record(send)), signal),
    send: record((request) => page.send(request)),
  };
}

function describeRequest(input: RequestInfo | URL, init: RequestInit = {}): Exchange {
  const request = input instanceof Request ? input : undefined;
  const address = request ? request.url : String(input);
  const url = new URL(address);
  const names = [
    ...new Headers(request?.headers).keys(),
    ...new Headers(init.headers ?? undefined).keys(),
  ];
  return {
    method: safeName((init.method ?? request?.method ?? 'GET').toUpperCase()),
    host: safeHost(address),
    path: safePath(url.pathname),
    query: unique([...url.searchParams.keys()]),
    headers: unique(names),
    ms: 0,
    codes: [],
  };
}

const unique = (names: readonly string[]) => [...new Set(names.map(safeName))].slice(0, 40);

type Answer = Pick<Exchange, 'body' | 'shape' | 'codes'>;

async function describeAnswer(response: Response): Promise<Answer> {
  const kind = kindOf(response);
  const length = Number(response.headers.get('content-length')) || 0;
  // A clone of a picture would hold all of it in memory.
  if (kind === 'picture' || length > MAX_BODY || !response.body) return { body: kind, codes: [] };
  return describeText(await inTime(response.clone().text()), kind);
}

function describeText(text: string, kind: BodyKind): Answer {
  if (text.trim() === '') return { body: 'empty', codes: [] };
  if (text.length > MAX_BODY) return { body: kind, codes: [] };
  try {
    const value: unknown = JSON.parse(text);
    return { body: 'json', shape: shapeOf(value), codes: codesIn(value) };
  } catch {
    return { body: kind === 'json' ? 'broken' : kind, codes: [] };
  }
}

function kindOf(response: Response): BodyKind {
  const type = response.headers.get('content-type')?.toLowerCase() ?? '';
  if (type.includes('json')) return 'json';
  if (type.startsWith('text/html')) return 'html';
  if (type.startsWith('text/')) return 'text';
  return type.startsWith('image/') ? 'picture' : 'other';
}

async function inTime(work: Promise<string>): Promise<string> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('too late')), BODY_MS);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
