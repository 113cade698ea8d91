import { account } from './account/account';
import { credits } from './account/credits';
import type { JimengErrorCode, JimengErrorDetail } from './model/errors';
import { JIMENG_CN, type Site } from './model/sites';
import type { Target, Tool } from './model/tools';
import { generate } from './order/generate';
import { download } from './result/download';
import { lookUp } from './result/history';
import { createImagex } from './upload/imagex';
import { createTokenStore } from './upload/token';
import { upload } from './upload/upload';
import { createClock } from './wire/clock';
import { createPost } from './wire/request';
import { createTransport } from './wire/transport';

/** One paid order. `submitId` is chosen, and stored, by the caller before the call. */
export interface Order {
  submitId: string;
  tool: Tool;
  target: Target;
  /** URI of the committed upload. */
  imageUri: string;
  /** Detail strength 0..1, used by `smart-hd` only. */
  detail?: number;
}

export interface Accepted {
  historyId?: string;
  /** The service's own forecast of generating plus queueing, ms. */
  forecastMs?: number;
}

/** A picture of a finished task. The link is signed and expires. */
export interface ResultImage {
  url: string;
  /** As announced, px; 0 when the service does not say. */
  width: number;
  height: number;
  format?: string;
  /** Unix ms after which the link answers 403; absent when the link does not say. */
  expiresAt?: number;
}

/** What the service says of one submission. */
export type TaskReport = {
  historyId?: string;
} /** Proven by the answer: the service does not list it (yet). */ & (
  | { state: 'absent' }
  /** The service lists it, but its status cannot be read. */
  | { state: 'unreadable' }
  | { state: 'running'; forecastMs?: number; queuePosition?: number }
  /** Status 45: a picture is there, but the task does not call itself finished. */
  | { state: 'partial'; image: ResultImage }
  /** Status 50 without a picture: normal for a moment. */
  | { state: 'empty' }
  | { state: 'done'; image: ResultImage }
  /** `isDoubtful`: nobody has described the status or the number, so another look should say the same. */
  | { state: 'failed'; code: JimengErrorCode; detail: JimengErrorDetail; isDoubtful?: true }
);

export interface Credits {
  total: number;
  vip: number;
  gift: number;
  purchased: number;
}

/** The account that a login belongs to. */
export interface Account {
  /** The same for every login of the account. */
  id: string;
  /** Display name, as the person chose it: shown as text only. */
  name?: string;
}

/** Of a call that carries a picture. `timeouts`: tries before this one that took too long; each doubles the time. */
interface CarryingOptions {
  signal?: AbortSignal;
  timeouts?: number;
}

/**
 * The client of one site of the service. Every method rejects with `JimengError` only, except that
 * the caller's own abort is a DOMException named `AbortError`.
 */
export interface Jimeng {
  /** Asks for the temporary upload key if none is valid. Never rejects: a failure shows when uploading. */
  warmUp(): void;
  /** Uploads a picture in four steps. Idempotent: every call makes a new URI and costs nothing. */
  upload(image: Blob, options?: CarryingOptions): Promise<{ uri: string }>;
  /**
   * Sends one paid order, exactly once: never retried inside. When it rejects with a code for which
   * `isUnclear` holds, or because of the caller's abort, it may have been accepted all the same.
   */
  submit(order: Order, options?: { signal?: AbortSignal }): Promise<Accepted>;
  /**
   * Looks at many submissions in one request, keyed by submit id. An id that is missing in the map was
   * not answered for: look again. Only the state `absent` says that the service does not list it.
   */
  lookUp(
    submitIds: readonly string[],
    options?: { signal?: AbortSignal },
  ): Promise<Map<string, TaskReport>>;
  /** Fetches the bytes of a result, from the allow-listed hosts only. */
  download(url: string, options?: CarryingOptions): Promise<Blob>;
  credits(options?: { signal?: AbortSignal }): Promise<Credits>;
  /** Which account is signed in. Free. */
  account(options?: { signal?: AbortSignal }): Promise<Account>;
  /** Drops the temporary upload key: the person signed out or in as somebody else. */
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

/** Makes the client. It keeps in memory the upload key and the difference of the clocks, nothing else. */
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
