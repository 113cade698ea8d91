import { crc32 } from 'node:zlib';
import type { SiteName } from '@/lib/jimeng/model/sites';
import { readCookies } from '@/simulator/service/cookies';
import type { Home } from '@/simulator/service/homes';
import { BrokenAnswer } from '@/simulator/simulator';
import { type EndpointName, endpointOf } from '@/simulator/wire/endpoints';
import type { JobWorld } from './job-world';
import type { Login, Travel } from './money-script';

/** The accounts of the property's service, by their login, and where they live. */
const ACCOUNTS = {
  A: { account: 'main', cookie: 'session-of-a', site: 'jimeng', home: {} },
  B: { account: 'other', cookie: 'session-of-b', site: 'jimeng', home: {} },
  D: { account: 'd', cookie: 'session-of-d', site: 'dreamina', home: { cluster: 'dreamina-sg' } },
  E: { account: 'e', cookie: 'session-of-e', site: 'dreamina', home: { cluster: 'dreamina-us' } },
} as const satisfies Record<string, { site: SiteName; home: Home } & Record<string, unknown>>;

/** The login of each account that a row may have to go back to. */
export const LOGIN_OF: Readonly<Record<string, Login>> = { main: 'A', other: 'B', d: 'D', e: 'E' };

/** Answers overtake each other. */
const LONGEST_LATENCY_MS = 150;

/** The service behind a network that delays, repeats and loses, with two accounts. */
export interface MoneyService {
  travel(at: EndpointName, travel: Travel, times: number): void;
  /** Nothing goes wrong any more. */
  beWell(): void;
  /** Another login in the browser. The background is not told yet. */
  login(who: Login): void;
  /** Whether an account is signed in at its site, by the name that the simulator has for it. */
  isSignedIn(account: string): boolean;
  /** Accounts that were ever signed in. */
  readonly known: ReadonlySet<string>;
  /** Orders of which the service has told their own account clearly that it does not know them. */
  readonly provenMissing: ReadonlySet<string>;
}

/**
 * @param seed of the time that requests and answers take
 * @param onAccepted called as soon as the service has accepted an order, before any answer
 */
export function serveMoney(world: JobWorld, seed: number, onAccepted: () => void): MoneyService {
  const { simulator } = world;
  const travels: { at: EndpointName; travel: Travel; left: number }[] = [];
  const accounts = new Map<string, string>();
  const provenMissing = new Set<string>();
  const last = new Map<string, string>();
  const counts = new Map<EndpointName, number>();
  const signIns = { 'A-again': 0, 'D-again': 0 };
  const signedIn: Partial<Record<SiteName, string>> = {};

  /**
   * What a request, or its answer, is on its way. In virtual time, so that who is first is settled by
   * the seed and not by the machine.
   */
  function latencyMs(at: EndpointName): number {
    const count = (counts.get(at) ?? 0) + 1;
    counts.set(at, count);
    const drawn = crc32(Buffer.from(`${seed} ${at} ${count}`));
    return 1 + (drawn % LONGEST_LATENCY_MS);
  }

  function take(at: EndpointName): Travel | undefined {
    const found = travels.find((each) => each.at === at && each.left > 0);
    if (found) found.left -= 1;
    return found?.travel;
  }

  async function handle(request: Request): Promise<Response> {
    const before = simulator.submissions.length;
    try {
      return await simulator.handle(request);
    } finally {
      if (simulator.submissions.length > before) onAccepted();
    }
  }

  /** Notes what a look has been told: this is the property's own reading of "not there". */
  function heard(request: Request, asked: readonly string[], text: string): void {
    const session = readCookies(request.headers.get('cookie')).get('sessionid') ?? '';
    for (const submitId of asked) {
      const owner = simulator.orderState(submitId)?.account;
      if (owner !== undefined && owner !== accounts.get(session)) continue;
      if (isMissingIn(text, submitId)) provenMissing.add(submitId);
    }
  }

  world.answer = async (request, pause) => {
    if (!world.isOnline) throw new BrokenAnswer('reset');
    const { name: at } = endpointOf(new URL(request.url));
    if (request.method === 'OPTIONS') return handle(request);
    const body = at === 'history' ? await request.clone().text() : '';
    const travel = take(at);
    await pause(latencyMs(at));
    if (travel?.kind === 'late' && travel.when === 'before') await pause(travel.ms);
    // No cache hands the answer for one login to another.
    const kind = `${at} ${readCookies(request.headers.get('cookie')).get('sessionid')}`;
    const kept = travel?.kind === 'stale' ? last.get(kind) : undefined;
    const answer =
      kept === undefined
        ? await handle(request)
        : new Response(kept, { headers: { 'content-type': 'application/json' } });
    const isJson = answer.headers.get('content-type')?.startsWith('application/json');
    const text = isJson ? await answer.clone().text() : '';
    if (isJson) last.set(kind, text);
    await pause(latencyMs(at));
    if (travel?.kind === 'late' && travel.when === 'after') await pause(travel.ms);
    if (!world.isOnline) throw new BrokenAnswer('reset');
    if (at === 'history') heard(request, JSON.parse(body).submit_ids ?? [], text);
    return answer;
  };

  const service: MoneyService = {
    provenMissing,
    isSignedIn: (account) => Object.values(signedIn).includes(account),
    get known() {
      return new Set(accounts.values());
    },
    travel(at, travel, times) {
      travels.push({ at, travel, left: times });
    },
    beWell() {
      travels.length = 0;
      simulator.faults.clear();
      world.pages.dreamina = 'signs';
      world.hints = 'right';
    },
    login(who) {
      if (who === 'out' || who === 'out-abroad') {
        const site = who === 'out' ? 'jimeng' : 'dreamina';
        delete signedIn[site];
        simulator.browser.signOut(site);
        world.sessions[site] = { state: 'signed-out' };
        return;
      }
      if (who === 'A-again' || who === 'D-again') signIns[who] += 1;
      const { account, site, home, ...named } = ACCOUNTS[who.charAt(0) as keyof typeof ACCOUNTS];
      const times = site === 'jimeng' ? signIns['A-again'] : signIns['D-again'];
      const isFirst = account === 'main' || account === 'd';
      const cookie = isFirst ? `${named.cookie}-${times}` : named.cookie;
      signedIn[site] = account;
      accounts.set(cookie, account);
      simulator.browser.signIn(cookie, account, home);
      // As `lib/browser/access/session.ts` has it: a digest of the cookie, which says nothing of the account.
      world.sessions[site] = {
        state: 'signed-in',
        account: `digest of ${cookie.replace('session', '')}`,
      };
    },
  };
  return service;
}

/** Whether an answer says that it knows nothing of an order, and leaves no doubt that it was asked. */
function isMissingIn(text: string, submitId: string): boolean {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return false;
  }
  const { ret, data } = (answer ?? {}) as { ret?: unknown; data?: unknown };
  if (String(ret) !== '0' || typeof data !== 'object' || data === null || Array.isArray(data)) {
    return false;
  }
  const isRecord = (value: unknown) =>
    typeof value === 'object' && value !== null && ('submit_id' in value || 'status' in value);
  const entries = Object.entries(data);
  if (entries.some(([key]) => key === submitId)) return false;
  return entries.every(([, value]) => isRecord(value));
}
