import { isEnded, type Job } from '@/lib/jobs/model/job';
import { resultFlaws } from '@/lib/jobs/model/result-flaws';
import { createJobWorld, type JobWorld } from './job-world';
import { serviceOptions } from './live-like';
import { createPerson, type Person, pictureAt } from './money-person';
import type { Action, Login, Script, Setting } from './money-script';
import { LOGIN_OF, type MoneyService, serveMoney } from './money-service';
import { countWishes, type Wishes } from './money-wishes';
import { mulberry32 } from './random';

const DAY_MS = 24 * 60 * 60_000;

/** What happened in a run, to show that runs are about something. */
export interface Story {
  accepted: number;
  done: number;
  failed: number;
  rows: number;
  /** Rows that follow an accepted order only after Retry. */
  retried: number;
  /** Outside effects of the engine: the same in every repetition of a script. */
  effects: number;
}

/** A rule of the money that a run broke. */
class BrokenRule extends Error {
  override name = 'BrokenRule' as const;
}

/** Waits that end by something the row tells the person of, not by the clock. */
const TOLD: ReadonlySet<string> = new Set([
  ...['sign-in', 'consent', 'permission', 'duplicate', 'already-large', 'other-account'],
  'price-unknown',
]);

/**
 * Somebody signs in as another account in the middle of an upload, or a cache answers an upload of the same bytes: it
 * is refused, for free.
 */
const UNAVOIDABLE =
  /^commit: (SessionKey is not the one of the apply call|nothing was uploaded for this SessionKey)$/;
/**
 * The same between the moment in which we read the login and the one in which the order leaves: the
 * browser adds the cookie then. Only a sign-in at an effect can come so close.
 */
const UNAVOIDABLE_AT_EFFECTS =
  /^generate: (image_uri belongs to another account|body\.extend\.workspace_id must be the number of the workspace, not \d+)$/;

interface Play {
  world: JobWorld;
  service: MoneyService;
  wishes: Wishes;
  person: Person;
  /** What was found wrong while something else went on. */
  found: string[];
  /** What of the service's complaints is nobody's fault. */
  isUnavoidable: (violation: string) => boolean;
}

/**
 * Plays a script, heals everything, and lets days pass.
 * @throws BrokenRule as soon as one of the promises about money does not hold
 */
export async function play({ setting, actions }: Script): Promise<Story> {
  const begun = await begin(setting, actions);
  const { world } = begun;
  try {
    for (const action of actions) {
      await take(begun, action);
      await check(begun);
    }
    await heal(begun);
    return await settleAccounts(begun);
  } finally {
    await world.close();
  }
}

async function begin(setting: Setting, actions: readonly Action[]): Promise<Play> {
  const random = mulberry32(setting.seed);
  const { isShortLived, isNotLarger = false, isAtBoth = false, upscaler, ...others } = setting;
  const { seed: _, ...simulator } = others;
  const world = await createJobWorld({
    simulator: serviceOptions({
      ...simulator,
      random,
      credits: { gift: 50 },
      // Real time, a prompt, and a name: the rest of the run knows nothing of them.
      slowestMs: 0,
      foreignResultShare: 0,
      sessionCookies: ['sessionid'],
    }),
    ...(isShortLived && { longestWaitMs: 1_000 }),
    uuid: () => uuidOf(random),
    ...(isAtBoth && { site: 'both' }),
  });
  const found: string[] = [];
  const note = (complaint: string | undefined) => complaint !== undefined && found.push(complaint);
  const wishes = countWishes(world.simulator, pictureAt, upscaler);
  const service = serveMoney(world, setting.seed, () => {
    note(wishes.complaint());
    note(replaced(world, wishes, service));
  });
  const person = createPerson(world, service, wishes, setting, (error) =>
    found.push(`an action failed: ${error}`),
  );
  if (isNotLarger) world.resultSize = { width: 800, height: 600 };
  world.onWrite = wishes.wrote;
  world.onJoin = wishes.joined;
  world.acquire = async (origin) => ({ bytes: new Blob([`picture ${pictureAt({ origin })}`]) });
  service.login('A');
  if (isAtBoth) service.login('D');
  await world.settle();
  const isLoginAtEffect = actions.some(
    (action) => action.do === 'at' && typeof action.what === 'object' && action.what.do === 'login',
  );
  const isUnavoidable = (violation: string) =>
    UNAVOIDABLE.test(violation) || (isLoginAtEffect && UNAVOIDABLE_AT_EFFECTS.test(violation));
  return { world, service, wishes, person, found, isUnavoidable };
}

async function take({ world, wishes, person }: Play, action: Action): Promise<void> {
  switch (action.do) {
    case 'pass':
      await world.pass(action.ms);
      break;
    case 'sleep':
      world.sleep(action.ms);
      break;
    case 'kill':
      world.kill();
      break;
    case 'restart':
      world.clearTraps();
      await world.restartBrowser();
      break;
    default:
      person.act(action);
  }
  await world.settle();
  wishes.forgetAgain();
}

/** The rules that hold at every moment at which nothing is happening. */
async function check(begun: Play): Promise<void> {
  const { world, wishes, found } = begun;
  const [complaint] = found;
  if (complaint) throw new BrokenRule(complaint);
  const open = await world.store.open();
  const asleep = open.find((job) => !TOLD.has(job.waiting?.reason ?? ''));
  if (asleep && world.alarmAt === undefined) {
    throw new BrokenRule(`nothing will wake the row ${nameOf(asleep)}`);
  }
  for (const job of wishes.rows.values()) {
    const secret = [...world.simulator.secrets].find((each) => isTold(job, each));
    if (secret) throw new BrokenRule(`a secret is in the row ${nameOf(job)}: ${secret}`);
    if (job.failure?.charged !== 'no') continue;
    const paid = wishes
      .acceptedOf(job)
      .find(
        (submitId) =>
          world.simulator.orderState(submitId)?.state !== 'failed' &&
          !isDenied(begun, job, submitId),
      );
    if (paid) throw new BrokenRule(`${nameOf(job)} says "not charged", but ${paid} was accepted`);
  }
  const violation = world.simulator.violations.find((each) => !begun.isUnavoidable(each));
  if (violation) throw new BrokenRule(`the service complains: ${violation}`);
  const [report] = world.reports;
  if (report) throw new BrokenRule(`a bug was reported: ${report}`);
}

/** Whether the row holds the secret. The link to a result is its own key, for as long as it is used. */
function isTold(job: Job, secret: string): boolean {
  const { result: _, ...rest } = job;
  const text = JSON.stringify(isEnded(job) ? job : rest);
  return text.includes(secret) || text.includes(encodeURIComponent(secret));
}

/**
 * Whether the service has refused an order that it accepted, and afterwards denied it whenever it
 * was asked: then nobody can know better.
 */
function isDenied({ service }: Play, { submission }: Job, submitId: string): boolean {
  const isRefused = submission?.submitId === submitId && submission.refusal !== undefined;
  return isRefused && service.provenMissing.has(submitId);
}

/**
 * Whether an order replaced one that the service was working on, or had finished, and had never
 * denied: that one is forgotten, and paid for.
 */
function replaced(
  { simulator }: JobWorld,
  { rows, acceptedOf, givenUp }: Wishes,
  { provenMissing }: MoneyService,
): string | undefined {
  for (const job of rows.values()) {
    const earlier = job.pastSubmissions.find(({ submitId, outcome }) => {
      if (outcome === 'not-larger') return false;
      const order = simulator.orderState(submitId);
      return (
        order && order.state !== 'failed' && !provenMissing.has(submitId) && !givenUp.has(submitId)
      );
    });
    const isOther = earlier && targetOf(simulator, earlier.submitId) !== job.options.target;
    if (earlier && !isOther && acceptedOf(job).length > 1) {
      return `${nameOf(job)}: a new order, although the service knew ${earlier.submitId}`;
    }
  }
  return undefined;
}

function targetOf({ submissions }: JobWorld['simulator'], id: string): string | undefined {
  return submissions.find(({ submitId }) => submitId === id)?.target;
}

/** A row without credits asks for the balance at once, and after a failure within this time: a little over an hour. */
const POOR_MS = 65 * 60_000;

/** Everything is well again, everybody signs in, and there is time. */
async function heal(begun: Play): Promise<void> {
  const { world, service, person } = begun;
  world.clearTraps();
  service.beWell();
  world.clockErrorMs = 0;
  await take(begun, { do: 'net', isOnline: true });
  // Rows see the balance that was too small first. Credits that come before a row has ever seen it are
  // a known gap: only Retry tells that they are enough.
  await world.pass(POOR_MS);
  world.simulator.credits.gift = 1_000;
  for (const account of service.known) world.simulator.creditsOf(account).gift = 1_000;
  const { known } = service;
  const abroad = known.has('d') || known.has('e');
  const logins: Login[] = [
    ...(known.has('other') ? (['A-again', 'B', 'A'] as const) : (['A-again'] as const)),
    ...(abroad ? (known.has('e') ? (['D', 'E', 'D'] as const) : (['D'] as const)) : []),
  ];
  for (const who of logins) {
    person.act({ do: 'login', who });
    await world.settle();
    await world.pass(2 * DAY_MS);
    await check(begun);
  }
}

/** The rules at the end: nothing stands still untold, and every picture that was paid for is there. */
async function settleAccounts(begun: Play): Promise<Story> {
  const { world, service, wishes } = begun;
  for (const job of await world.store.open()) {
    if (!job.waiting || !TOLD.has(job.waiting.reason)) {
      throw new BrokenRule(
        `${nameOf(job)} never ends (${job.waiting?.reason ?? 'no reason told'})`,
      );
    }
  }
  let retried = 0;
  for (const { submitId, target } of [...world.simulator.submissions]) {
    if (world.simulator.orderState(submitId)?.state === 'failed') continue;
    const job = [...wishes.rows.values()].find((row) => wishes.acceptedOf(row).includes(submitId));
    if (!job || wishes.removed.has(job.id)) continue;
    const isCurrent = job.submission?.submitId === submitId;
    if (!isCurrent) {
      const past = job.pastSubmissions.find((each) => each.submitId === submitId);
      const isWished =
        past?.outcome === 'not-larger' ||
        service.provenMissing.has(submitId) ||
        wishes.givenUp.has(submitId) ||
        target !== job.options.target;
      if (!isWished) throw new BrokenRule(`${nameOf(job)} has forgotten ${submitId}`);
      continue;
    }
    if (isDenied(begun, job, submitId)) continue;
    if (job.stage !== 'done') {
      await follow(begun, job);
      retried += 1;
    }
    if (!(await world.store.blob(`${job.id}/result`))) {
      throw new BrokenRule(`${nameOf(job)} is done and has no picture`);
    }
  }
  const rows = [...wishes.rows.values()];
  return {
    accepted: world.simulator.submissions.length,
    done: rows.filter(({ stage }) => stage === 'done').length,
    failed: rows.filter(({ stage }) => stage === 'failed').length,
    rows: rows.length,
    retried,
    effects: world.effects.length,
  };
}

/** Presses Retry on a row whose order was accepted: it must lead to the picture, and to no other order. */
async function follow(begun: Play, { id }: Job): Promise<void> {
  const { world, service, wishes, person } = begun;
  const job = wishes.rows.get(id) as Job;
  const owner = world.simulator.orderState(job.submission?.submitId ?? '')?.account;
  if (owner !== undefined && !service.isSignedIn(owner)) {
    person.act({ do: 'login', who: LOGIN_OF[owner] ?? 'A' });
    await world.settle();
  }
  const before = world.simulator.submissions.length;
  void person.press(job, 'retry').catch((error) => begun.found.push(`Retry failed: ${error}`));
  await world.settle();
  await world.pass(DAY_MS);
  await check(begun);
  const after = wishes.rows.get(id);
  // Automatic may try its other two upscalers for a picture that is not larger.
  const mayTry = after && resultFlaws(after).includes('not-larger') ? 2 : 0;
  if (after?.stage !== 'done' || world.simulator.submissions.length > before + mayTry) {
    throw new BrokenRule(
      `${nameOf(job)} had an accepted order; Retry leads to ${after && nameOf(after)} and ` +
        `${world.simulator.submissions.length - before} new orders`,
    );
  }
}

function nameOf({ id, stage, waiting, failure, options }: Job): string {
  const why = waiting?.reason ?? failure?.code;
  return `${id.slice(0, 8)} (${options.target}, ${stage}${why ? `, ${why}` : ''})`;
}

/** A UUID v4 out of a generator. */
function uuidOf(random: () => number): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;
}
