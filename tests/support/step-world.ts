import type { TaskReport } from '@/lib/jimeng/model/task-report';
import type { Job } from '@/lib/jobs/model/job';
import type { KnownLogin } from '@/lib/jobs/model/known-logins';
import type { Session } from '@/lib/jobs/model/session';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import type { CommitExtras } from '@/lib/jobs/store/jobs';
import { NOW } from '@/tests/stories/jobs';

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
  /** What becomes of a row that is to be written; undefined: somebody else was faster. */
  store: (next: Job) => Job | undefined;
  /** Commits, oldest first. */
  readonly written: { job: Job; extras: CommitExtras | undefined }[];
  /** The committed rows of one id, oldest first. */
  rowsOf(id: string): Job[];
  /** The ids of each look-up, oldest first. */
  readonly asked: string[][];
  /** Answers a look-up. */
  reports: () => Record<string, TaskReport>;
  /** Answers an order. */
  answer: () => Promise<{ historyId?: string; forecastMs?: number }>;
  /** The last committed row when each order was sent. */
  readonly onDisk: (Job | undefined)[];
  /** Until when new orders are held, Unix ms; 0 when they are not. */
  heldUntil: number;
  /** Bugs of ours that were reported. */
  readonly bugs: unknown[];
}

export function createStepWorld(): StepWorld {
  const store = {
    automatic: async () => undefined,
    queue: async () => ({ lastSubmitAt: 0, heldUntil: world.heldUntil }),
    hold: async (until: number) => {
      world.heldUntil = until;
    },
    durations: async () => world.durations,
    putDurations: async (_tool: string, _target: string, durations: number[]) => {
      world.durations = durations;
    },
    commit: async (next: Job, extras?: CommitExtras) => {
      const job = world.store(next);
      if (job) world.written.push({ job, extras });
      return job;
    },
  };
  const service = {
    submit: () => {
      world.onDisk.push(world.written.at(-1)?.job);
      return world.answer();
    },
    lookUp: async (ids: string[]) => {
      world.asked.push(ids);
      return new Map(Object.entries(world.reports()));
    },
  };
  const deps = {
    store,
    service,
    now: () => NOW,
    uuid: () => 'order-1',
    isOnline: () => world.isOnline,
    hasConsent: async () => world.hasConsent,
    onChange: () => {},
    report: (error: unknown) => world.bugs.push(error),
    sleep: async () => {},
    accounts: { known: async () => world.logins, identify: async () => world.identify() },
    session: async () => {
      const session = world.sessions.length > 1 ? world.sessions.shift() : world.sessions[0];
      if (!session) throw new Error('the cookie cannot be read');
      return session;
    },
  };
  const world: StepWorld = {
    deps: deps as unknown as JobDeps,
    sessions: [signedIn('me')],
    logins: [],
    identify: () => {},
    hasConsent: true,
    isOnline: true,
    durations: [],
    store: (next) => next,
    written: [],
    rowsOf: (id) => world.written.map(({ job }) => job).filter((job) => job.id === id),
    asked: [],
    reports: () => ({}),
    answer: async () => ({ historyId: 'history-1' }),
    onDisk: [],
    heldUntil: 0,
    bugs: [],
  };
  return world;
}
