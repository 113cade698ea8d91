import { account } from './account/account';
import { credits } from './account/credits';
import { createWorkspaces } from './account/workspace';
import type { Account, Credits } from './model/account';
import { JimengError } from './model/errors';
import type { Accepted, Order } from './model/order';
import { domainsOf, type Site, type SiteId } from './model/sites';
import type { TaskReport } from './model/task-report';
import { type Versions, versionsOf } from './model/versions';
import { generate } from './order/generate';
import { download } from './result/download';
import { lookUp, probeLookUp } from './result/lookup';
import { createImagex } from './upload/imagex';
import type { UploadSend } from './upload/put';
import { createTokenStore } from './upload/token';
import { upload } from './upload/upload';
import { createClock } from './wire/clock';
import { fetchThroughPage, type PageChannel, sendWhenReady } from './wire/page-channel';
import { createReach } from './wire/reach';
import { createPost } from './wire/request';
import { sleep as platformSleep, type Sleep } from './wire/sleep';
import { createTransport } from './wire/transport';

/** Options of an upload or download. */
interface TransferOptions {
  signal?: AbortSignal;
  /** Earlier attempts that timed out. Each doubles the time limit. */
  timeouts?: number;
}

interface LookUpOptions {
  signal?: AbortSignal;
  /**
   * Cluster that the orders went to. At a site with several, only its answer proves that an order is absent: without
   * it no order is reported `absent`, and the current cluster is asked.
   */
  siteId?: SiteId;
}

/**
 * The client of one site of the service, or of one cluster of it. Every method rejects with `JimengError` only, except that
 * the caller's own abort is a DOMException named `AbortError`.
 */
export interface Jimeng {
  /** Fetches the upload key and the workspace if they are missing. Never rejects: `upload` reports a failure. */
  warmUp(): void;
  /** The cluster that uploads and orders go to now. May need one free read to find out. */
  current(options?: { signal?: AbortSignal }): Promise<SiteId>;
  /**
   * Sends one free signed read. Rejects with `signed-out` if the service, or this cluster of it, does not know the
   * session.
   */
  confirm(options?: { signal?: AbortSignal }): Promise<void>;
  /**
   * Uploads a picture in four steps. Free and safe to repeat: every call makes a new URI. Only the cluster `siteId`
   * knows the upload.
   */
  upload(image: Blob, options?: TransferOptions): Promise<{ uri: string; siteId: SiteId }>;
  /**
   * Sends one paid order. It is sent once more only after 1014 in an answer that contains no order. When it
   * rejects with a code in `UNCLEAR` (lib/jobs/rules/policy.ts) or with the caller's abort, the service may have
   * accepted the order.
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
  lookUp(submitIds: readonly string[], options?: LookUpOptions): Promise<Map<string, TaskReport>>;
  /** Downloads a result from a listed host, or from one that `mayReach` allows. */
  download(url: string, options?: TransferOptions): Promise<Blob>;
  /** Reads the balance. Free. */
  credits(options?: { signal?: AbortSignal }): Promise<Credits>;
  /** Reads which account is signed in. Free. Rejects with `bad-response` if the site names none. */
  account(options?: { signal?: AbortSignal }): Promise<Account>;
  /** Drops the upload key and the workspace. Call it when the session changes. */
  forgetSession(): void;
}

export interface JimengDeps {
  fetch: typeof globalThis.fetch;
  /** Unix ms. */
  now: () => number;
  uuid: () => string;
  site: Site;
  /** Read once per request. Must not reject. Default: the built-in versions. */
  versions?: () => Promise<Versions>;
  /** Id of this browser in the cookies of the site, if any; digits. Must not reject. */
  webId?: () => Promise<string | undefined>;
  /** Country of the account in the cookie that the site names, if any. Must not reject. */
  country?: () => Promise<string | undefined>;
  /**
   * Whether an upload or a result host outside the site's domains may be called, for example because the person
   * has allowed it. Must not reject. Default: none.
   */
  mayReach?: (host: string) => Promise<boolean>;
  /** Sends the bytes of an upload and watches their progress. Default: `fetch`, with a limit by their number. */
  send?: UploadSend;
  /** Default: a timer of the platform. */
  sleep?: Sleep;
  /** Absent: an order `via` the page is rejected with `page-unavailable`. */
  page?: PageChannel;
  /**
   * Whether the page sends every request that needs the login, because only its cookies are those of the login
   * (Firefox containers). Uploaded bytes and results need none.
   */
  isPageOnly?: boolean;
}

/** Creates the client. Its only state is the upload key, the workspace and the clock offset, all in memory. */
export function createJimeng(deps: JimengDeps): Jimeng {
  const { fetch, now, uuid, site, page, sleep = platformSleep } = deps;
  const { mayReach = async () => false } = deps;
  const { versions = async () => versionsOf(site.name) } = deps;
  const clock = createClock(now);
  const transport = createTransport(fetch);
  /** Posts through a page of the service. */
  const postThrough = (send: PageChannel['send']) =>
    createPost({
      ...deps,
      clock,
      transport: createTransport(fetchThroughPage(send, site)),
    });
  const pagePost = postThrough(page?.send ?? noPage);
  /** An unknown order: the answer does not matter, only that the page signed the question. */
  const probe = (send: PageChannel['send'], signal?: AbortSignal) =>
    probeLookUp(postThrough(send), uuid(), signal);
  const post = deps.isPageOnly
    ? postThrough(page ? sendWhenReady(page, probe) : noPage)
    : createPost({ ...deps, clock, transport });
  const tokens = createTokenStore({ site, clock, post });
  const workspaces = createWorkspaces({ post, sleep });
  const imagex = createImagex({ clock, transport });
  const used = new Set<string>();
  const uploads = createReach(domainsOf(site.name, 'uploadDomains'), mayReach);
  const results = createReach(domainsOf(site.name, 'resultDomains'), mayReach);
  return {
    current: async () => site.id,
    async confirm({ signal } = {}) {
      if (site.accountPath === undefined) await workspaces.read(signal);
      else await account({ site, post }, signal);
    },
    warmUp() {
      // One after the other: a person waits for the key, and an order comes much later.
      void tokens.get().then(
        () => workspaces.warmUp(),
        () => {},
      );
    },
    async upload(image, options) {
      const { send } = deps;
      const parts = { site, reach: uploads, clock, tokens, imagex, transport, send, used };
      return { ...(await upload(parts, image, options)), siteId: site.id };
    },
    submit: (order, { signal } = {}) => {
      const isThroughPage = site.orders === 'page' || order.via === 'page';
      const through = isThroughPage ? pagePost : post;
      const workspaceId = workspaces.get;
      return generate({ site, post: through, uuid, now, versions, workspaceId }, order, signal);
    },
    async preparePage({ signal } = {}) {
      await (page?.ready((send) => probe(send, signal), signal) ?? noPage());
    },
    lookUp: (submitIds, { signal } = {}) => lookUp({ site, post }, submitIds, signal),
    download: (url, options) => download({ reach: results, transport, now }, url, options),
    credits: ({ signal } = {}) => credits(post, signal),
    account: ({ signal } = {}) => account({ site, post }, signal),
    forgetSession() {
      tokens.drop();
      workspaces.drop();
    },
  };
}

async function noPage(): Promise<never> {
  throw new JimengError('page-unavailable');
}
