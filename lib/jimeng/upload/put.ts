import * as v from 'valibot';
import { JimengError } from '../model/errors';
import { PutAnswer } from '../model/schemas';
import type { Clock } from '../wire/clock';
import { sameCrc } from '../wire/crc32';
import { missingIn } from '../wire/parse-answer';
import { parseJson } from '../wire/parse-json';
import { answerMs, httpRefusal, stallMs, type Transport } from '../wire/transport';

/** `code` of success. */
const OK = 2000;

/** An upload whose progress can be seen. */
export interface UploadRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: Blob;
  /** Longest time in which no byte may move, ms. */
  stallMs: number;
  /** Longest wait for the answer after the last byte, ms. */
  answerMs: number;
  signal?: AbortSignal | undefined;
}

/** Answer to an upload. */
export interface UploadAnswer {
  status: number;
  text: string;
  /** Where the answer came from, after redirects. */
  url: string;
  /** `Retry-After` header. */
  retryAfter?: string | undefined;
}

/**
 * Posts bytes without cookies. Rejects with a DOMException `TimeoutError` after a stall or too long a wait, and
 * `AbortError` after an abort; any other error means that no answer came.
 */
export type UploadSend = (request: UploadRequest) => Promise<UploadAnswer>;

export interface PutDeps {
  clock: Clock;
  transport: Transport;
  /** Default: `transport`, which does not see progress. */
  send?: UploadSend | undefined;
}

/** What is sent where. */
export interface Put {
  url: string;
  authorization: string;
  image: Blob;
  /** CRC-32 of the image, hex. */
  crc: string;
}

export interface PutLimits {
  /** Time limit where progress cannot be seen, ms. */
  limitMs: number;
  /** Earlier attempts that timed out; each doubles the longest stall. */
  timeouts: number;
  signal?: AbortSignal | undefined;
}

/**
 * Sends the bytes to one upload host (docs/PROTOCOL.md, section 3.3).
 *
 * @throws JimengError `line-too-slow`, `upload-refused`, `upload-corrupted`, `host-not-allowed` (a redirect), and like
 *   `Transport`
 * @throws DOMException `AbortError`
 */
export async function put(deps: PutDeps, upload: Put, limits: PutLimits): Promise<void> {
  const { crc } = upload;
  const { response, body } = await (deps.send
    ? sendByProgress(deps.send, upload, limits)
    : sendBlindly(deps.transport, upload, limits));
  const httpStatus = response.status;
  if (httpStatus === 429 || httpStatus === 408) throw httpRefusal(response, deps.clock.now());
  if (httpStatus >= 500) throw new JimengError('server-error', { httpStatus });
  if (!response.ok) throw new JimengError('upload-refused', { httpStatus });
  const { code, data } = await body();
  if (code !== OK) {
    throw new JimengError('upload-refused', {
      httpStatus,
      ...(code !== undefined && { ret: String(code) }),
    });
  }
  if (data?.crc32 && !sameCrc(data.crc32, crc)) throw new JimengError('upload-corrupted');
}

interface Sent {
  response: Response;
  body: () => Promise<v.InferOutput<typeof PutAnswer>>;
}

function headersOf({ authorization, crc }: Put): Record<string, string> {
  return {
    Authorization: authorization,
    'Content-CRC32': crc,
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': 'attachment; filename="undefined"',
  };
}

async function sendBlindly(
  transport: Transport,
  upload: Put,
  { limitMs, signal }: PutLimits,
): Promise<Sent> {
  const { response, json } = await transport(upload.url, {
    kind: 'upload',
    limitMs,
    method: 'post',
    headers: headersOf(upload),
    body: upload.image,
    credentials: 'omit',
    redirect: 'error',
    signal,
  }).catch((error: unknown) => {
    const isLate = error instanceof JimengError && error.code === 'timeout';
    throw isLate ? new JimengError('line-too-slow') : error;
  });
  return { response, body: () => json(PutAnswer) };
}

async function sendByProgress(
  send: UploadSend,
  upload: Put,
  { timeouts, signal }: PutLimits,
): Promise<Sent> {
  const answer = await send({
    url: upload.url,
    headers: headersOf(upload),
    body: upload.image,
    stallMs: stallMs(timeouts),
    answerMs: answerMs(timeouts),
    signal,
  }).catch((error: unknown) => {
    const name = error instanceof Error ? error.name : '';
    if (name === 'AbortError') throw error;
    throw new JimengError(name === 'TimeoutError' ? 'line-too-slow' : 'network');
  });
  // This way of sending cannot refuse a redirect, so the answer of another host does not count.
  if (answer.url !== upload.url) throw new JimengError('host-not-allowed');
  const headers = answer.retryAfter ? { 'retry-after': answer.retryAfter } : {};
  const response = new Response(null, { status: answer.status, headers });
  return { response, body: async () => parsed(answer) };
}

function parsed({ text, status }: UploadAnswer): v.InferOutput<typeof PutAnswer> {
  const unreadable = (missing: string) =>
    new JimengError('bad-response', { httpStatus: status, missing });
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    throw unreadable('body');
  }
  const result = v.safeParse(PutAnswer, value);
  if (!result.success) throw unreadable(missingIn(result.issues, 'body'));
  return result.output;
}
