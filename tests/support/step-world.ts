import type { Order } from '@/lib/jimeng/model/order';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { TaskReport } from '@/lib/jimeng/model/task-report';
import type { Job } from '@/lib/jobs/model/job';
import type { KnownLogin } from '@/lib/jobs/model/known-logins';
import type { OrderKind } from '@/lib/jobs/model/order-kind';
import type { Session } from '@/lib/jobs/model/session';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import type { CommitExtras } from '@/lib/jobs/store/jobs';
import { NOW } from '@/tests/stories/jobs';
import { oneSite } from './one-site';

/** A session in which a login of this name is signed in. */
export const signedIn = (account: string): Session => ({ state: 'signed-in', account });
export const SIGNED_OUT: Session = { state: 'signed-out' };

/** Everything that one step needs, without a database and without a service. The time is `NOW`. */
export interface StepWorld {
  deps: JobDeps;
  /** What each reading of the session finds; the last one stays. `undefined`: it cannot be read. */
  sessions: (Session | undefined)[];
  logins: KnownLogin[];
  /** What happens when the service is asked whose login it is. */
  identify: () => void;
  hasConsent: boolean;
  isOnline: boolean;
  /** Learned durations of every kind of task, ms. */
  durations: number[];
  /** Rows besides the one of the step that have not ended. */
  others: Job[];
  /** What becomes of a row that is to be written; undefined: somebody else was faster. */
  store: (next: Job) => Job | undefined;
  /** Commits, oldest first. */
  readonly written: { job: Job; extras: CommitExtras | undefined }[];
  /** What is stored under an id; the last committed row unless set. */
  current: (id: string) => Job | undefined;
  /** Prices that were noted, by order. */
  readonly prices: [string, number][];
  /** The committed rows of one id, oldest first. */
  rowsOf(id: string): Job[];
  /** The ids of each look-up, oldest first. */
  readonly asked: string[][];
  /** Answers a look-up. */
  reports: () => Record<string, TaskReport>;
  /** Answers an order. */
  answer: () => Promise<{ historyId?: string; forecastMs?: number }>;
  /** What was ordered, oldest first. */
  readonly orders: unknown[];
  /** The last committed row when each order was sent. */
  readonly onDisk: (Job | undefined)[];
  /** Until when new orders are held, Unix ms; 0 when they are not. */
  heldUntil: number;
  /** Fetches the bytes of a result. */
  download: () => Promise<Blob>;
  /** Whether results are saved without a click. */
  isAutoSaving: boolean;
  /** Rows that are to be saved, as they stood on disk when that was written down. */
  readonly saves: { id: string; row: Job | undefined }[];
  /** How long was slept, ms. */
  readonly pauses: number[];
  /** Bugs of ours that were reported. */
  readonly bugs: unknown[];
}

export function createStepWorld(): StepWorld {
  const store = {
    automatic: async () => undefined,
    open: async () => world.others,
    queue: async () => ({ lastSubmitAt: 0, heldUntil: world.heldUntil }),
    hold: async (_site: SiteName, until: number) => {
      world.heldUntil = until;
    },
    narrow: async () => {},
    pausedSince: async () => undefined,
    get: async (id: string) => world.current(id),
    putPrice: async (id: string, price: number) => void world.prices.push([id, price]),
    durations: async () => world.durations,
    addDuration: async (_kind: OrderKind, durationMs: number) => {
      world.durations = [...world.durations, durationMs];
    },
    putSave: async (id: string) => {
      world.saves.push({ id, row: world.written.at(-1)?.job });
    },
    commit: async (next: Job, extras?: CommitExtras) => {
      const job = world.store(next);
      if (job) world.written.push({ job, extras });
      return job;
    },
  };
  const service = {
    submit: async ({ beforeSending, ...order }: Order) => {
      await beforeSending?.();
      world.orders.push(order);
      world.onDisk.push(world.written.at(-1)?.job);
      return world.answer();
    },
    download: () => world.download(),
    lookUp: async (ids: string[]) => {
      world.asked.push(ids);
      return new Map(Object.entries(world.reports()));
    },
  };
  const session = async () => {
    const found = world.sessions.length > 1 ? world.sessions.shift() : world.sessions[0];
    if (!found) throw new Error('the cookie cannot be read');
    return found;
  };
  const deps = {
    store,
    ...oneSite({ service: service as never, session }),
    now: () => NOW,
    uuid: () => 'order-1',
    isOnline: () => world.isOnline,
    hasConsent: async () => world.hasConsent,
    onChange: () => {},
    report: (error: unknown) => world.bugs.push(error),
    sleep: async (ms: number) => {
      world.pauses.push(ms);
    },
    isAutoSaving: async () => world.isAutoSaving,
    checkResult: async () => ({ type: 'png', width: 1600, height: 1200 }),
    accounts: { known: async () => world.logins, identify: async () => world.identify() },
  };
  const world: StepWorld = {
    deps: deps as unknown as JobDeps,
    sessions: [signedIn('me')],
    logins: [],
    identify: () => {},
    hasConsent: true,
    isOnline: true,
    durations: [],
    others: [],
    store: (next) => next,
    written: [],
    current: (id) => world.rowsOf(id).at(-1),
    prices: [],
    rowsOf: (id) => world.written.map(({ job }) => job).filter((job) => job.id === id),
    asked: [],
    reports: () => ({}),
    answer: async () => ({ historyId: 'history-1' }),
    orders: [],
    onDisk: [],
    heldUntil: 0,
    download: async () => new Blob(['bytes']),
    isAutoSaving: false,
    saves: [],
    pauses: [],
    bugs: [],
  };
  return world;
}
