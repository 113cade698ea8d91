import { crc32 } from 'node:zlib';
import { readCookies } from '@/simulator/service/cookies';
import { BrokenAnswer } from '@/simulator/simulator';
import { type EndpointName, endpointOf } from '@/simulator/wire/endpoints';
import type { JobWorld } from './job-world';
import type { Login, Travel } from './money-script';

/** The accounts of the property's service, by their login. */
const ACCOUNTS = { A: 'main', 'A-again': 'main', B: 'other' } as const;

/** Answers overtake each other. */
const LONGEST_LATENCY_MS = 150;

/** The service behind a network that delays, repeats and loses, with two accounts. */
export interface MoneyService {
  travel(at: EndpointName, travel: Travel, times: number): void;
  /** Nothing goes wrong any more. */
  beWell(): void;
  /** Another login in the browser. The background is not told yet. */
  login(who: Login): void;
  /** Account that is signed in, by the name that the simulator has for it. */
  readonly account: string | undefined;
  /** Whether account B was ever signed in. */
  readonly hasOther: boolean;
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
  let logins = 0;
  let account: string | undefined;

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
    get account() {
      return account;
    },
    get hasOther() {
      return [...accounts.values()].includes(ACCOUNTS.B);
    },
    travel(at, travel, times) {
      travels.push({ at, travel, left: times });
    },
    beWell() {
      travels.length = 0;
      simulator.faults.clear();
    },
    login(who) {
      if (who === 'out') {
        account = undefined;
        simulator.browser.signOut();
        world.session = { state: 'signed-out' };
        return;
      }
      if (who === 'A-again') logins += 1;
      const cookie = who === 'B' ? 'session-of-b' : `session-of-a-${logins}`;
      account = ACCOUNTS[who];
      accounts.set(cookie, account);
      simulator.browser.signIn(cookie, account);
      // As `lib/browser/access/session.ts` has it: a digest of the cookie, which says nothing of the account.
      world.session = { state: 'signed-in', account: `digest of ${cookie.replace('session', '')}` };
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
