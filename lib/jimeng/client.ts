import { account } from './account/account';
import { credits } from './account/credits';
import type { Account, Credits } from './model/account';
import { JimengError } from './model/errors';
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
import { fetchThroughPage, type PageChannel } from './wire/page-channel';
import { createPost } from './wire/request';
import { createTransport } from './wire/transport';

/** Options of an upload or download. */
interface TransferOptions {
  signal?: AbortSignal;
  /** Earlier attempts that timed out. Each doubles the time limit. */
  timeouts?: number;
}

/**
 * The client of one site of the service. Every method rejects with `JimengError` only, except that
 * the caller's own abort is a DOMException named `AbortError`.
 */
export interface Jimeng {
  /** Fetches the temporary upload key if none is valid. Never rejects: `upload` reports a failure. */
  warmUp(): void;
  /** Uploads a picture in four steps. Free and safe to repeat: every call makes a new URI. */
  upload(image: Blob, options?: TransferOptions): Promise<{ uri: string }>;
  /**
   * Sends one paid order, once: it is never retried here. When it rejects with a code in `UNCLEAR`
   * (lib/jobs/rules/policy.ts) or with the caller's abort, the service may have accepted the order.
   */
  submit(order: Order, options?: { signal?: AbortSignal }): Promise<Accepted>;
  /**
   * Makes the service's own page ready for an order `via` the page. Free: a read shows whether the page signs.
   * Rejects with `page-unavailable` if it does not.
   */
  preparePage(options?: { signal?: AbortSignal }): Promise<void>;
  /**
   * Polls many orders in one request, keyed by submit id. If an id is missing in the map, the answer
   * says nothing about it: poll again. Only the state `absent` means that the service does not list it.
   */
  lookUp(
    submitIds: readonly string[],
    options?: { signal?: AbortSignal },
  ): Promise<Map<string, TaskReport>>;
  /** Downloads a result, from allow-listed hosts only. */
  download(url: string, options?: TransferOptions): Promise<Blob>;
  /** Reads the balance. Free. */
  credits(options?: { signal?: AbortSignal }): Promise<Credits>;
  /** Reads which account is signed in. Free. */
  account(options?: { signal?: AbortSignal }): Promise<Account>;
  /** Drops the temporary upload key. Call it when the session changes. */
  forgetSession(): void;
}

export interface JimengDeps {
  fetch: typeof globalThis.fetch;
  /** Unix ms. */
  now: () => number;
  uuid: () => string;
  /** Default: mainland Jimeng. */
  site?: Site;
  /** Absent: an order `via` the page is rejected with `page-unavailable`. */
  page?: PageChannel;
}

/** Creates the client. Its only state is the upload key and the clock offset, both in memory. */
export function createJimeng({ fetch, now, uuid, site = JIMENG_CN, page }: JimengDeps): Jimeng {
  const clock = createClock(now);
  const transport = createTransport(fetch);
  const post = createPost({ site, clock, transport });
  /** Posts through a page of the service. */
  const postThrough = (send: PageChannel['send']) =>
    createPost({ site, clock, transport: createTransport(fetchThroughPage(send)) });
  const pagePost = postThrough(page?.send ?? noPage);
  const tokens = createTokenStore({ site, clock, post });
  const imagex = createImagex({ clock, transport });
  return {
    warmUp: () => void tokens.get().catch(() => {}),
    upload: (image, options) => upload({ site, clock, tokens, imagex, transport }, image, options),
    submit: (order, { signal } = {}) =>
      generate({ site, post: order.via === 'page' ? pagePost : post, uuid, now }, order, signal),
    async preparePage({ signal } = {}) {
      // An unknown order: the answer does not matter, only that the page signed the question.
      const read = async (send: PageChannel['send']) => {
        await lookUp({ site, post: postThrough(send) }, [uuid()], signal);
      };
      await (page?.ready(read, signal) ?? noPage());
    },
    lookUp: (submitIds, { signal } = {}) => lookUp({ site, post }, submitIds, signal),
    download: (url, options) => download({ site, transport, now }, url, options),
    credits: ({ signal } = {}) => credits(post, signal),
    account: ({ signal } = {}) => account(post, signal),
    forgetSession: () => tokens.drop(),
  };
}

async function noPage(): Promise<never> {
  throw new JimengError('page-unavailable');
}
