import { BrokenAnswer } from './faults/broken-answer';
import { answerUnder, type Faults, isWireEffect } from './faults/faults';
import { createLive } from './live/live';
import { galleryImage, galleryPage } from './pages/gallery';
import { PROFILES, type ProfileName } from './profiles';
import { accountInfo, credits, userInfo, workspaces } from './service/account';
import { type Browser, createBrowser } from './service/browser';
import { createFetch } from './service/browser-fetch';
import type { Call, Handler } from './service/call';
import { readCookies } from './service/cookies';
import { envelope, refuse } from './service/envelope';
import { generate } from './service/generate';
import { noteForeignSession } from './service/guard';
import { history, queueInfoOf } from './service/history';
import type { Home } from './service/homes';
import { apply, commit, uploadToken } from './service/imagex';
import { signingFetch } from './service/page-signature';
import { page } from './service/pages';
import { isPreflight, preflight, readableByPage } from './service/preflight';
import { put } from './service/put';
import { result } from './service/results';
import { cookiesOf, type SiteCookie } from './service/session-cookies';
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
import { CLUSTERS, roleOf, type SiteName } from './wire/clusters';
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
   * Opens a page of a site, by default Jimeng, and answers with its `fetch`, which signs orders and look-ups.
   * @param network sends the signed requests; default `fetch`
   */
  openPage(network?: typeof fetch, site?: SiteName): typeof fetch;
  /** The cookie jar of the simulated browser, for both sites. Used by `fetch` only. */
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
  /** Names of the cookies that hold a session at Jimeng. */
  readonly sessionCookies: readonly string[];
  /**
   * The cookies that a site sets for a session, for a browser of your own: the session under each name, and the hints
   * at the cluster if the session is valid.
   */
  cookiesOf(site: SiteName, session: string): SiteCookie[];
  /** Balance of the main account. Writable. */
  readonly credits: CreditBalance;
  /** Balance of an account, which is created at Jimeng if it is new. Writable. */
  creditsOf(account: string): CreditBalance;
  /** Makes a session valid on the service, without touching the browser. */
  addSession(session: string, account?: string, home?: Home): void;
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
  preflight,
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
  const named = PROFILES[profile];
  const abroad = { ...named.abroad, ...own.abroad };
  const world = createWorld({ ...named, ...own, abroad });
  const live = createLive(world);
  const browser = createBrowser(world);

  async function handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const { name, cluster = CLUSTERS.jimeng } = endpointOf(url);
    const { method, headers } = request;
    const endpoint = isPreflight({ cluster, url, method }) ? 'preflight' : name;
    const entry: RequestEntry = {
      endpoint,
      method,
      url: logged(url),
      at: world.options.now(),
      sender: senderOf(headers),
    };
    world.requests.push(entry);
    const body = Buffer.from(await request.arrayBuffer());
    const call: Call = { world, endpoint, cluster, method, url, headers, body, entry };
    if (roleOf(url.hostname)) noteForeignSession(call);
    try {
      return readableByPage(call, await answer(call));
    } catch (error) {
      const isCut = error instanceof BrokenAnswer && error.response !== undefined;
      throw isCut ? new BrokenAnswer(error.how, readableByPage(call, error.response)) : error;
    }
  }

  async function answer(call: Call): Promise<Response> {
    const { endpoint, url } = call;
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

  function creditsOf(id: string): CreditBalance {
    refundFailedTasks(world);
    return world.accountOf(id).credits;
  }

  return {
    handle,
    fetch: createFetch(handle, browser),
    openPage: (network = createFetch(handle, browser), site = 'jimeng') =>
      signingFetch(network, world, site),
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
    cookiesOf: (site, session) => cookiesOf(world, site, session),
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
