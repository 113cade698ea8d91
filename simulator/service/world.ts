import { createHash } from 'node:crypto';
import { createFaults, type Faults } from '../faults/faults';
import type { Cluster, SiteName } from '../wire/clusters';
import type { EndpointName } from '../wire/endpoints';
import type { Target, Tool } from '../wire/tools';
import { ABROAD_OFF, type AbroadSettings } from './abroad-options';
import { type Enlarge, type Enlarged, enlargeWithSharp } from './enlarge';
import { clusterOf, type Home, type Login } from './homes';
import { LIVE_OFF, type LiveOptions } from './live-options';

export interface SimulatorOptions extends Partial<LiveOptions> {
  /** Unix ms; default `Date.now`. */
  now?: () => number;
  /** 0 (included) to 1 (excluded); default `Math.random`. */
  random?: () => number;
  /** Processing time of a task, ms; default 4000. */
  processingMs?: number;
  /** Further processing time of a task, ms; `index`: number of the tasks before it. Default: none. */
  delayMs?: (index: number) => number;
  /** `forecast_generate_cost`, ms here and seconds on the wire; default `processingMs`. */
  forecastMs?: number;
  /** `queue_length` of a task that waits; its place falls to 1 until it begins. Default 1. */
  queueLength?: number;
  /** Balance of each account; default 100 gift credits. */
  credits?: Partial<CreditBalance>;
  /** Changes the price of an order, credits; `index`: number of the orders before it. Default: no change. */
  reprice?: (price: number, index: number) => number;
  /** Makes a result; default with sharp. */
  enlarge?: Enlarge;
  /** Lifetime of a result link, ms; default one hour. */
  resultLinkTtlMs?: number;
  /** Lifetime of an upload token, ms; default one hour. */
  tokenTtlMs?: number;
  /** Lifetime of a committed upload, ms; default one day. */
  uploadTtlMs?: number;
  /** Time until a new task appears in the history, ms; default 150. */
  visibilityLagMs?: number;
  /** Limit of tasks of an account in status 20; another one is refused with 1310. Default 3. */
  queueLimit?: number;
  /** Whether a failed task is refunded; default true. */
  refund?: boolean;
  /** Every super-resolution task is accepted and ends with status 30 without a reason. */
  refuseSuperResolution?: boolean;
  /** Sessions that are valid from the start. */
  sessions?: Iterable<Login>;
  /** What is unknown of international Dreamina; default `ABROAD_OFF`. */
  abroad?: Partial<AbroadSettings>;
  /** Whether an HD order abroad may ask for 8k; default false. */
  has8k?: boolean;
  /** Whether an order may use the upload of another account; default false. */
  acceptForeignUploads?: boolean;
  /**
   * Whether orders are refused with 1019 "shark not pass" unless the site's own page has signed them; default
   * false.
   */
  ordersNeedPage?: boolean;
  /** What the site's own page does with requests; default `signs`. */
  page?: PageBehaviour;
  /** Time after which the page signs, ms of real time; default 300. */
  pageDelayMs?: number;
  /** If false, wrong headers and signatures are recorded as violations, and answered. */
  strict?: boolean;
  /** Versions that the service demands in place of the documented ones; the others are refused with 3018. */
  currentClient?: { appvr?: string; daVersion?: string; webVersion?: string; rootModel?: string };
  /** Whether the balance is refused with 1014 if the call has a query or another `Referer` than its page; default `strict`. */
  isBalanceStrict?: boolean;
  /** Whether accounts have a workspace; default true. An order may always leave it out. */
  hasWorkspace?: boolean;
  /**
   * Whether an HD order without `extend.root_model`, or with other `metrics_extra` than the site's page sends, is
   * refused with 1001; default `strict`.
   */
  demandsFullOrders?: boolean;
  /** Delay of `slow.example`, and of pictures below `/late/`, ms of real time; default 1500. */
  slowMs?: number;
}

/**
 * What the site's own page does: `signs` generate and look-ups, `signs-orders` only generate and announces its
 * code, `never` signs, `other-script` only wraps `fetch` as an error monitor does, `leaves` navigates away as soon
 * as it could sign, or `leaves-later` when an order is sent.
 */
export type PageBehaviour =
  | 'signs'
  | 'signs-orders'
  | 'never'
  | 'other-script'
  | 'leaves'
  | 'leaves-later';

export interface CreditBalance {
  vip: number;
  gift: number;
  purchased: number;
}

export interface Account {
  id: string;
  /** Where it lives: every other cluster answers that it is signed out. */
  cluster: Cluster;
  /** Two letters, lower case. */
  country: string;
  credits: CreditBalance;
}

/** A temporary upload key (docs/PROTOCOL.md, section 3.1). */
export interface UploadToken {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  account: Account;
  /** SigV4 regions that it is good for. */
  regions: readonly string[];
  expiresAt: number;
}

/** One address of an upload: the normal or the fallback one. */
export interface Upload {
  uri: string;
  auth: string;
  sessionKey: string;
  hosts: readonly string[];
  account: Account;
  /** `FileSize` of the apply call, bytes. */
  size: number;
  bytes?: Buffer;
  committedAt?: number;
}

export interface Task {
  submitId: string;
  historyId: string;
  /** Decimal id of the picture in `common_attr`. */
  itemId: string;
  account: Account;
  tool: Tool;
  target: Target | undefined;
  imageUri: string;
  draftContent: string;
  /** Unix ms of acceptance. */
  at: number;
  charged: CreditBalance;
  refunded: boolean;
  /** Its failure, if any; `atMs` counts from acceptance. */
  failure?: { status: number; atMs: number; failCode: string; failKey: string; said: string };
  /** The picture; undefined if the upload cannot be read. Never rejects. */
  result: Promise<Enlarged | undefined>;
  /** File name stem of the result link. */
  resultKey: string;
}

/** An accepted order. Two for one picture are a double payment. */
export interface Submission {
  submitId: string;
  /** Id of the account that paid. */
  account: string;
  tool: Tool;
  target: Target | undefined;
  imageUri: string;
  /** Unix ms. */
  at: number;
  /** Credits taken. */
  charged: number;
}

/** What the headers of a request reveal about its sender, without secrets. */
export interface Sender {
  origin?: string;
  referer?: string;
  /** Number of cookies. */
  cookies: number;
  /** Whether any header contains an address of a browser extension. */
  namesExtension: boolean;
}

/** One request in the log; its URL is without signatures. */
export interface RequestEntry {
  endpoint: EndpointName;
  method: string;
  url: string;
  /** Unix ms. */
  at: number;
  sender: Sender;
  tool?: Tool;
}

/**
 * The state of one simulator. This room, `service/`, holds the simulated service: one file per endpoint, the
 * checks they share (`guard`, `shape`, `sigv4`), and the shapes of its answers (`envelope`, docs/PROTOCOL.md, section 2.3).
 */
export interface World {
  readonly options: Required<Omit<SimulatorOptions, 'sessions' | 'credits' | 'abroad'>> & {
    abroad: AbroadSettings;
  };
  readonly faults: Faults;
  readonly violations: string[];
  readonly requests: RequestEntry[];
  readonly submissions: Submission[];
  readonly accounts: Map<string, Account>;
  /** Account of each valid `sessionid`. */
  readonly sessions: Map<string, Account>;
  readonly tokens: Map<string, UploadToken>;
  /** Secrets that must not outlive their use: sessions, upload keys, signatures of links. */
  readonly secrets: Set<string>;
  readonly uploads: Upload[];
  readonly tasks: Task[];
  readonly draftIds: Set<string>;
  /** Tokens that pages were given to sign with, and the site of the page. */
  readonly pageTokens: Map<string, SiteName>;
  /** The account of that id; created at its home if it is new. */
  accountOf(id: string, home?: Home): Account;
  /**
   * Makes a session valid for an account, which is created at its home if it is new.
   * @param accountId default: the main account of that cluster
   */
  signIn(session: string, accountId?: string, home?: Home): void;
  /** A number that is drawn once. */
  seed(): number;
  /** Random lowercase hex digits. */
  hex(digits: number): string;
  /** A 19-digit decimal id, too long for a JavaScript number. */
  decimalId(): string;
}

/** Default account of a session. */
export const MAIN_ACCOUNT = 'main';

/** The account that owns a session where no other is named: one for each cluster. */
function mainAccountOf({ id }: Cluster): string {
  return id === 'jimeng' ? MAIN_ACCOUNT : id;
}

/** Creates the state of a new simulator. */
export function createWorld(options: SimulatorOptions): World {
  const { sessions = [], credits, abroad, ...given } = options;
  const random = given.random ?? Math.random;
  let ids = 0;
  let seed: number | undefined;
  const world: World = {
    options: {
      now: Date.now,
      random,
      processingMs: 4000,
      forecastMs: given.processingMs ?? 4000,
      queueLength: 1,
      reprice: (price) => price,
      delayMs: () => 0,
      enlarge: enlargeWithSharp,
      resultLinkTtlMs: 3_600_000,
      tokenTtlMs: 3_600_000,
      uploadTtlMs: 86_400_000,
      visibilityLagMs: 150,
      queueLimit: 3,
      refund: true,
      refuseSuperResolution: false,
      acceptForeignUploads: false,
      strict: true,
      currentClient: {},
      isBalanceStrict: given.strict ?? true,
      hasWorkspace: true,
      demandsFullOrders: given.strict ?? true,
      slowMs: 1500,
      ...LIVE_OFF,
      ordersNeedPage: false,
      page: 'signs',
      pageDelayMs: 300,
      has8k: false,
      ...given,
      abroad: { ...ABROAD_OFF, ...abroad },
    },
    faults: createFaults(),
    violations: [],
    requests: [],
    submissions: [],
    accounts: new Map(),
    sessions: new Map(),
    tokens: new Map(),
    secrets: new Set(),
    uploads: [],
    tasks: [],
    draftIds: new Set(),
    pageTokens: new Map(),
    accountOf,
    signIn(session, accountId, home = {}) {
      world.secrets.add(session);
      const id = accountId ?? mainAccountOf(clusterOf(home));
      world.sessions.set(session, accountOf(id, home));
    },
    seed() {
      seed ??= random();
      return seed;
    },
    hex: (digits) =>
      createHash('sha256').update(`${random()} ${random()}`).digest('hex').slice(0, digits),
    decimalId() {
      ids += 1;
      return `7${String(Math.floor(random() * 1e9)).padStart(9, '0')}${String(ids).padStart(9, '0')}`;
    },
  };
  function accountOf(id: string, home: Home = {}): Account {
    const cluster = clusterOf(home);
    const known = world.accounts.get(id);
    const isNamed = home.site !== undefined || home.cluster !== undefined;
    if (known && isNamed && known.cluster !== cluster) {
      throw new Error(`the account ${id} is at ${known.cluster.id}`);
    }
    const account = known ?? {
      ...{ id, cluster, country: home.country ?? cluster.country },
      credits: { vip: 0, gift: 100, purchased: 0, ...credits },
    };
    world.accounts.set(id, account);
    return account;
  }
  accountOf(MAIN_ACCOUNT);
  for (const login of sessions) {
    if (typeof login === 'string') world.signIn(login);
    else world.signIn(login.session, login.account, login);
  }
  return world;
}
