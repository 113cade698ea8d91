import type { JimengErrorCode, JimengErrorDetail } from './errors';
import type { Target, Tool } from './tools';

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
  width: number;
  height: number;
  format?: string;
  /** Unix ms after which the link answers 403; absent when the link does not say. */
  expiresAt?: number;
}

/** What the service says of one submission. A submission it does not know (yet) is absent from the map. */
export type TaskReport = { historyId?: string } & (
  | { state: 'running'; forecastMs?: number; queuePosition?: number }
  /** Status 45: a picture is there, but the task does not call itself finished. */
  | { state: 'partial'; image: ResultImage }
  /** Status 50 without a picture: normal for a moment. */
  | { state: 'empty' }
  | { state: 'done'; image: ResultImage }
  | { state: 'failed'; code: JimengErrorCode; detail: JimengErrorDetail }
);

export interface Credits {
  total: number;
  vip: number;
  gift: number;
  purchased: number;
}

/** The client of one site of the service. Every method rejects with `JimengError` only. */
export interface Jimeng {
  /** Asks for the temporary upload key if none is valid. Never rejects: a failure shows when uploading. */
  warmUp(): void;
  /** Uploads a picture in four steps. Idempotent: every call makes a new URI and costs nothing. */
  upload(image: Blob, options?: { signal?: AbortSignal }): Promise<{ uri: string }>;
  /** Sends one paid order, exactly once: never retried inside. */
  submit(order: Order, options?: { signal?: AbortSignal }): Promise<Accepted>;
  /** Looks at many submissions in one request, keyed by submit id. */
  lookUp(
    submitIds: readonly string[],
    options?: { signal?: AbortSignal },
  ): Promise<Map<string, TaskReport>>;
  /** Fetches the bytes of a result, from the allow-listed hosts only. */
  download(url: string, options?: { signal?: AbortSignal }): Promise<Blob>;
  credits(options?: { signal?: AbortSignal }): Promise<Credits>;
  /** Drops the temporary upload key: the person signed out or in as somebody else. */
  forgetSession(): void;
}
