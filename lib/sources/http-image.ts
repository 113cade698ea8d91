import { type Deadline, deadline } from './deadline';
import { SourceError } from './errors';
import { type Limits, tooLarge } from './limits';
import { looksLikePage } from './looks-like-page';
import { isPrivateAddress } from './private-address';
import { statusError } from './status-error';

/** The outcome of one request of the background. */
export type Answer =
  | { kind: 'image'; bytes: Blob }
  /** The host answered with an error. */
  | { kind: 'status'; status: number }
  /** The host answered with a page instead of an image. */
  | { kind: 'page' }
  /** No readable answer: unreachable, or readable only with host access. */
  | { kind: 'unreadable'; cause: unknown };

export interface HttpDeps {
  fetch: typeof fetch;
  limits: Limits;
  /** Covers all requests for one address. */
  total: Deadline;
}

/**
 * Sends one request. Anonymous unless `credentials` says otherwise, and without a Referer.
 * With cookies it follows no redirect, because the next host would get its cookies too. An answer
 * that a public address redirected to a private one is dropped.
 * @throws SourceError `source-timeout`, `source-unreachable` (the connection broke),
 *   `image-too-large`, `source-private`; the caller's abort reason as it is.
 */
export async function request(
  url: string,
  credentials: 'omit' | 'include',
  { fetch, limits, total }: HttpDeps,
): Promise<Answer> {
  const host = new URL(url).hostname;
  const headers = deadline(limits.headersMs, total.signal);
  try {
    const response = await fetch(url, {
      credentials,
      redirect: credentials === 'include' ? 'error' : 'follow',
      referrerPolicy: 'no-referrer',
      // Hosts that negotiate the format then choose one that passes through.
      headers: { Accept: 'image/png,image/jpeg,image/webp,image/*;q=0.8,*/*;q=0.5' },
      signal: headers.signal,
    });
    headers.stop();
    if (isPrivateAddress(response.url) && !isPrivateAddress(url)) {
      await response.body?.cancel();
      throw new SourceError('source-private', host);
    }
    if (!response.ok) {
      await response.body?.cancel();
      return { kind: 'status', status: response.status };
    }
    const bytes = await readBody(response, limits, host);
    return (await looksLikePage(bytes)) ? { kind: 'page' } : { kind: 'image', bytes };
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    if (headers.expired || total.expired) throw new SourceError('source-timeout', host, { cause });
    // The caller aborted; the host did not fail.
    total.signal.throwIfAborted();
    return { kind: 'unreadable', cause };
  } finally {
    headers.stop();
  }
}

/** Enough to tell type and size of nearly every picture. */
const START_BYTES = 32_768;

async function readBody(
  response: Response,
  { maxBytes, onStart }: Limits,
  host: string,
): Promise<Blob> {
  if (Number(response.headers.get('content-length')) > maxBytes) {
    await response.body?.cancel();
    throw tooLarge(host);
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge(host);
    }
    chunks.push(value);
    const isStart = size >= START_BYTES && size - value.length < START_BYTES;
    if (isStart) await onStart?.(new Blob(chunks));
  }
  return new Blob(chunks, { type: response.headers.get('content-type') ?? '' });
}

/** Runs `run` while our requests to exactly `url` carry the Referer. */
export type WithReferer = <T>(url: string, referer: string, run: () => Promise<T>) => Promise<T>;

/** What a request may send if the host refuses an anonymous one. */
interface Allowed {
  /** Referer of the page that shows the image. */
  referer?: string | undefined;
  cookies: boolean;
}

/**
 * Fetches with host access: anonymously, then with the Referer of the page, which the browser has sent
 * already, then with cookies, then with both. Each step needs permission and a refusal of the step
 * before, so a host learns no more than it requires.
 * @returns the first answer that is not a refusal, else the last refusal
 * @throws what `request` throws
 */
export async function fetchWithAccess(
  url: string,
  { referer, cookies }: Allowed,
  withReferer: WithReferer,
  deps: HttpDeps,
): Promise<Answer> {
  const anonymous = () => request(url, 'omit', deps);
  const known = () => request(url, 'include', deps);
  const referred = (run: () => Promise<Answer>) => withReferer(url, referer ?? '', run);
  const steps: (() => Promise<Answer>)[] = [
    anonymous,
    ...(referer === undefined ? [] : [() => referred(anonymous)]),
    ...(cookies ? [known] : []),
    ...(cookies && referer !== undefined ? [() => referred(known)] : []),
  ];
  let refused: Answer | undefined;
  for (const step of steps) {
    const answer = await step();
    // A redirect that was not followed says less than the refusal before it.
    if (answer.kind === 'unreadable' && refused) continue;
    if (!isRefusal(answer)) return answer;
    refused = answer;
  }
  return refused ?? { kind: 'page' };
}

/** Whether the host may accept the same request with cookies or a Referer. */
export function isRefusal(answer: Answer): boolean {
  if (answer.kind === 'page') return true;
  return answer.kind === 'status' && (answer.status === 401 || answer.status === 403);
}

/**
 * The image in an answer to a request with host access.
 * @throws SourceError if the answer has none
 */
export function imageOf(answer: Answer, host: string): Blob {
  switch (answer.kind) {
    case 'image':
      return answer.bytes;
    case 'status':
      throw statusError(answer.status, host);
    case 'page':
      throw new SourceError('source-refused', host);
    case 'unreadable':
      throw new SourceError('source-unreachable', host, { cause: answer.cause });
  }
}
