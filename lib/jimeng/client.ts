import { account } from './account/account';
import { credits } from './account/credits';
import type { Account, Credits } from './model/account';
import type { Accepted, Order } from './model/order';
import { JIMENG_CN, type Site } from './model/sites';
import type { TaskReport } from './model/task-report';
import { generate } from './order/generate';
import { download } from './result/download';
import { lookUp } from './result/lookup';
import { createImagex } from './upload/imagex';
import { createTokenStore } from './upload/token';
import { upload } from './upload/upload';
import { createClock } from './wire/clock';
import { createPost } from './wire/request';
import { createTransport } from './wire/transport';

/** Options of a call that carries an image. `timeouts`: earlier tries that timed out; each doubles the time limit. */
interface CarryingOptions {
  signal?: AbortSignal;
  timeouts?: number;
}

/**
 * The client of one site of the service. Every method rejects with `JimengError` only, except that
 * the caller's own abort is a DOMException named `AbortError`.
 */
export interface Jimeng {
  /** Requests the temporary upload key if none is valid. Never rejects: the upload reports a failure. */
  warmUp(): void;
  /** Uploads an image in four steps. Safe to repeat: every call makes a new URI and is free. */
  upload(image: Blob, options?: CarryingOptions): Promise<{ uri: string }>;
  /**
   * Sends one paid order, exactly once: never retried inside. When it rejects with a code for which
   * `isUnclear` holds, or because of the caller's abort, the order may still have been accepted.
   */
  submit(order: Order, options?: { signal?: AbortSignal }): Promise<Accepted>;
  /**
   * Polls many submissions in one request, keyed by submit id. An id that is missing from the map got
   * no readable answer: poll again. Only the state `absent` says that the service does not list it.
   */
  lookUp(
    submitIds: readonly string[],
    options?: { signal?: AbortSignal },
  ): Promise<Map<string, TaskReport>>;
  /** Downloads a result, from the allow-listed hosts only. */
  download(url: string, options?: CarryingOptions): Promise<Blob>;
  credits(options?: { signal?: AbortSignal }): Promise<Credits>;
  /** Which account is signed in. Free. */
  account(options?: { signal?: AbortSignal }): Promise<Account>;
  /** Drops the temporary upload key after a sign-out or a change of account. */
  forgetSession(): void;
}

export interface JimengDeps {
  fetch: typeof globalThis.fetch;
  /** Unix ms. */
  now: () => number;
  uuid: () => string;
  /** Default: mainland Jimeng. */
  site?: Site;
}

/** Makes the client. It keeps only the upload key and the clock difference in memory. */
export function createJimeng({ fetch, now, uuid, site = JIMENG_CN }: JimengDeps): Jimeng {
  const clock = createClock(now);
  const transport = createTransport(fetch);
  const post = createPost({ site, clock, transport });
  const tokens = createTokenStore({ site, clock, post });
  const imagex = createImagex({ clock, transport });
  return {
    warmUp: () => void tokens.get().catch(() => {}),
    upload: (image, options) => upload({ site, clock, tokens, imagex, transport }, image, options),
    submit: (order, { signal } = {}) => generate({ site, post, uuid, now }, order, signal),
    lookUp: (submitIds, { signal } = {}) => lookUp({ site, post }, submitIds, signal),
    download: (url, options) => download({ site, transport, now }, url, options),
    credits: ({ signal } = {}) => credits(post, signal),
    account: ({ signal } = {}) => account(post, signal),
    forgetSession: () => tokens.drop(),
  };
}
