import { answerUnder, type Faults, isWireEffect } from './faults/faults';
import { createLive } from './live/live';
import { galleryImage, galleryPage } from './pages/gallery';
import { PROFILES, type ProfileName } from './profiles';
import { accountInfo, credits, userInfo, workspaces } from './service/account';
import { type Browser, createFetch } from './service/browser-fetch';
import type { Call, Handler } from './service/call';
import { readCookies } from './service/cookies';
import { envelope, refuse } from './service/envelope';
import { generate } from './service/generate';
import { history, queueInfoOf } from './service/history';
import { apply, commit, uploadToken } from './service/imagex';
import { signingFetch } from './service/page-signature';
import { page } from './service/pages';
import { put } from './service/put';
import { result } from './service/results';
import { refundFailedTasks, stateOf } from './service/timeline';
import {
  type CreditBalance,
  createWorld,
  MAIN_ACCOUNT,
  type RequestEntry,
  type Sender,
  type SimulatorOptions as ServiceOptions,
  type Submission,
} from './service/world';
import { type EndpointName, endpointOf } from './wire/endpoints';

export { BrokenAnswer } from './faults/broken-answer';
export type { Effect } from './faults/faults';
export type { Target, Tool } from './wire/tools';

export interface SimulatorOptions extends ServiceOptions {
  /** A named set of options, which the others override; default `strict`. */
  profile?: ProfileName;
}

/** State of an accepted order and the account that pays for it. */
interface OrderState {
  account: string;
  state: 'running' | 'failed' | 'finished';
}

/** A strict local simulator of the service. Each one has its own state. */
export interface Simulator {
  /**
   * Answers one request by the host name of its URL. The session is in its `Cookie` header. Rejects with
   * `BrokenAnswer` if a fault breaks the connection.
   */
  handle(request: Request): Promise<Response>;
  /** `handle` behind a simulated browser, for clients that take a `fetch`. */
  readonly fetch: typeof fetch;
  /**
   * Opens a page of the site, and answers with its `fetch`, which signs orders and look-ups.
   * @param network sends the signed requests; default `fetch`
   */
  openPage(network?: typeof fetch): typeof fetch;
  /** The cookie jar of the simulated browser. Used by `fetch` only. */
  readonly browser: Browser;
  readonly faults: Faults;
  /** Violations of the protocol by the client, one sentence each. Empty if the client is correct. */
  readonly violations: string[];
  readonly requests: readonly RequestEntry[];
  /** Every accepted order, and so every paid one. */
  readonly submissions: readonly Submission[];
  /** State of an accepted order now; undefined if there is none with this id. */
  orderState(submitId: string): OrderState | undefined;
  /** Every upload that arrived whole. */
  readonly uploads: readonly { uri: string; bytes: Buffer; committed: boolean }[];
  /** Secrets that must be found nowhere after a job, neither raw nor URL-encoded. */
  readonly secrets: ReadonlySet<string>;
  /** Names of the cookies that hold a session. */
  readonly sessionCookies: readonly string[];
  /** Balance of the main account. Writable. */
  readonly credits: CreditBalance;
  /** Balance of an account, which is created if it is new. Writable. */
  creditsOf(account: string): CreditBalance;
  /** Makes a session valid on the service, without touching the browser. */
  addSession(session: string, account?: string): void;
  /** Ends sessions on the service (all of them without a value): the next call answers 1015. */
  endSession(session?: string): void;
}

const HANDLERS: Record<EndpointName, Handler> = {
  'upload-token': uploadToken,
  apply,
  put,
  commit,
  generate,
  history,
  'queue-info': queueInfoOf,
  credits,
  account: accountInfo,
  'user-info': userInfo,
  workspaces,
  result,
  page,
  'gallery-page': galleryPage,
  'gallery-image': galleryImage,
  unknown: () => new Response('Not Found', { status: 404 }),
};

/** Query parameters that are logged. Others may be signatures. */
const LOGGED_QUERY = ['Action', 'FileSize', 'aid', 'da_version', 'web_version'];

function logged(url: URL): string {
  const query = new URLSearchParams(
    [...url.searchParams].filter(([key]) => LOGGED_QUERY.includes(key)),
  );
  return `${url.origin}${url.pathname}${query.size > 0 ? `?${query}` : ''}`;
}

function senderOf(headers: Headers): Sender {
  const origin = headers.get('origin');
  const referer = headers.get('referer');
  return {
    ...(origin !== null && { origin }),
    ...(referer !== null && { referer }),
    cookies: readCookies(headers.get('cookie')).size,
    namesExtension: [...headers.values()].some((value) => /-extension:/.test(value)),
  };
}

/** Creates a simulator. Every option has a default (see `SimulatorOptions`). */
export function createSimulator({ profile = 'strict', ...own }: SimulatorOptions = {}): Simulator {
  const world = createWorld({ ...PROFILES[profile], ...own });
  const live = createLive(world);
  let cookie: string | undefined;

  async function handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const endpoint = endpointOf(url);
    const { method, headers } = request;
    const entry: RequestEntry = {
      endpoint,
      method,
      url: logged(url),
      at: world.options.now(),
      sender: senderOf(headers),
    };
    world.requests.push(entry);
    const body = Buffer.from(await request.arrayBuffer());
    const call: Call = { world, endpoint, method, url, headers, body, entry };
    const work = async () => live(HANDLERS[endpoint])(call);
    const effect = world.faults.take(endpoint, url, isWireEffect);
    if (!effect) return work();
    return answerUnder(effect, work, async (said, done) => {
      const answered = done && ((await done.json()) as { data?: unknown });
      return answered
        ? envelope(call, said.ret, answered.data, said.errmsg)
        : refuse(call, said.ret, said, said.errmsg);
    });
  }

  const browser: Browser = {
    signIn(session = 'session-1', account) {
      world.signIn(session, account);
      cookie = session;
    },
    signOut() {
      cookie = undefined;
    },
    get session() {
      return cookie;
    },
  };

  function creditsOf(id: string): CreditBalance {
    refundFailedTasks(world);
    return world.accountOf(id).credits;
  }

  return {
    handle,
    fetch: createFetch(handle, () => cookie, world.options.sessionCookies),
    openPage: (network = createFetch(handle, () => cookie, world.options.sessionCookies)) =>
      signingFetch(network, world),
    browser,
    faults: world.faults,
    violations: world.violations,
    requests: world.requests,
    submissions: world.submissions,
    orderState(submitId) {
      const task = world.tasks.find((known) => known.submitId === submitId);
      if (!task) return undefined;
      const { status, failed } = stateOf(world, task);
      const state = failed ? 'failed' : status === 50 ? 'finished' : 'running';
      return { account: task.account.id, state };
    },
    secrets: world.secrets,
    sessionCookies: world.options.sessionCookies,
    get uploads() {
      return world.uploads.flatMap(({ uri, bytes, committedAt }) =>
        bytes ? [{ uri, bytes, committed: committedAt !== undefined }] : [],
      );
    },
    get credits() {
      return creditsOf(MAIN_ACCOUNT);
    },
    creditsOf,
    addSession: world.signIn,
    endSession(session) {
      if (session === undefined) world.sessions.clear();
      else world.sessions.delete(session);
    },
  };
}
