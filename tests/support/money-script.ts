import fc from 'fast-check';
import { SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import type { Remedy } from '@/lib/jobs/model/remedy';
import type { Effect } from '@/simulator/simulator';
import type { EndpointName } from '@/simulator/wire/endpoints';
import type { JobWorld, PageState } from './job-world-types';

/**
 * A run of the money property as plain data: what the service, the network, the browser and the
 * person do, in this order. A script that failed is pasted into `money-cases.test.ts` as it is.
 */
export interface Script {
  setting: Setting;
  actions: Action[];
}

/** What holds for a whole run. Times in ms. */
export interface Setting {
  /** Seeds every id and every random number of the run. */
  seed: number;
  upscaler: 'auto' | 'smart-hd';
  processingMs: number;
  /** How long a new task is invisible in the history. */
  visibilityLagMs: number;
  resultLinkTtlMs: number;
  uploadTtlMs: number;
  /** The worker dies whenever it has to wait for more than a second. */
  isShortLived: boolean;
  refuseSuperResolution: boolean;
  /** Accounts at both sites: D of Dreamina is signed in, too. Absent: at Jimeng only. */
  isAtBoth?: boolean;
  /** Results have the size of what was sent: Automatic goes on, and settles for one in the end. */
  isNotLarger?: boolean;
}

/** What the person can press on a row. */
export type Button = Remedy | 'cancel' | 'again' | 'remove';

/** A and B are accounts of Jimeng, D and E of the two clusters of Dreamina. `out-abroad`: signed out at Dreamina. */
export type Login = 'A' | 'A-again' | 'B' | 'out' | 'D' | 'D-again' | 'E' | 'out-abroad';

/** What one request meets on its way, beside the faults of the simulator. */
export type Travel =
  /** It reaches the service late, or its answer comes back late. */
  | { kind: 'late'; ms: number; when: 'before' | 'after' }
  /** It gets the answer that the request before it got, of the same login. */
  | { kind: 'stale' };

export type Action =
  | { do: 'click'; picture: number; target: '2k' | '4k' }
  /** A button of a row: by its place among those that the row shows, or by name if it shows that. */
  | { do: 'press'; row: number; button: number | Button }
  | { do: 'retry-all' }
  /** Events of the browser after which the background looks at every waiting row. */
  | { do: 'resume-waiting' }
  | { do: 'pass' | 'sleep'; ms: number }
  /** The computer's clock jumps by so much, ms. */
  | { do: 'clock'; ms: number }
  | { do: 'kill' | 'restart' }
  | { do: 'login'; who: Login }
  | { do: 'net'; isOnline: boolean }
  /** The person prefers a site from now on, or none. */
  | { do: 'prefer'; site?: SiteName }
  /** What becomes of the pages of Dreamina. */
  | { do: 'page'; state: PageState }
  /** The cookies of Dreamina name the right cluster, none, or the other one. */
  | { do: 'hints'; how: JobWorld['hints'] }
  /** The balance of account A becomes this. */
  | { do: 'balance'; credits: number }
  | { do: 'fault'; at: EndpointName; effect: Effect; times: number; skip: number }
  | { do: 'travel'; at: EndpointName; travel: Travel; times: number }
  /** The service and the network are well again. */
  | { do: 'well' }
  /** At the n-th outside effect from here the worker dies, or something else happens. */
  | { do: 'at'; n: number; when: 'before' | 'after'; what: Action | 'die' };

const ACTIONS = 12;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const durations = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 10 * SECOND }) },
  { weight: 3, arbitrary: fc.integer({ min: 10 * SECOND, max: 5 * MINUTE }) },
  { weight: 2, arbitrary: fc.integer({ min: 5 * MINUTE, max: 5 * HOUR }) },
  { weight: 1, arbitrary: fc.integer({ min: 5 * HOUR, max: DAY }) },
);

const when = fc.constantFrom<'before' | 'after'>('before', 'after');
const times = fc.constantFrom(1, 1, 1, 2, 3, 6, 8, 20);
const skip = fc.constantFrom(0, 0, 0, 1, 2, 5);

/** The numbers of the service's refusals (docs/PROTOCOL.md, section 6), one or two of each meaning. */
const REFUSALS = [
  ...['34010105', '1015', '1015', '1006', '4003', '121101', '1310', '1057', '2047', '2038'],
  ...['1063', '1014', '3018'],
  ...['2002', '3020', '3000', '999999', '-1', '5001', '4010'],
];
const RISKS = ['1019', '-6', '1018'];

/** Answers of which nothing follows: not what was asked for, whatever the HTTP status says. */
const FOREIGN: readonly unknown[] = [
  ...[{ code: -1, message: 'verify' }, [], {}, null, 'ok', { ret: '0' }, { ret: 0, data: [] }],
  ...[
    { ret: '0', data: null },
    { ret: '0', data: { records: [] } },
    { ret: '0', result: {} },
  ],
  ...[{ status: 0, data: {} }, { ret: '0', data: { list: {}, total: 0 } }, { data: 'captcha' }],
];

/** The endpoints of a job, the ones about money more often. */
const endpoints = fc.constantFrom<EndpointName>(
  ...(['generate', 'generate', 'generate', 'history', 'history', 'history'] as const),
  ...(['upload-token', 'apply', 'put', 'commit', 'credits', 'result', 'user-info'] as const),
);

function brokenAnswers(): fc.Arbitrary<Effect> {
  const lost: fc.Arbitrary<Effect>[] = [
    fc.record({ kind: fc.constantFrom('reset' as const, 'hang' as const), when }),
    fc.record({
      kind: fc.constant('http' as const),
      status: fc.constantFrom(400, 403, 404, 408, 418, 429, 500, 502, 504),
      when,
    }),
    fc.record({ kind: fc.constantFrom('html' as const, 'empty' as const), when }),
    fc.constant({ kind: 'truncate' } as const),
    fc.record({
      kind: fc.constant('reshape' as const),
      how: fc.constantFrom('unknown-fields' as const, 'number-ids' as const),
    }),
  ];
  const foreign = fc.record({
    kind: fc.constant('json' as const),
    body: fc.constantFrom(...FOREIGN),
    when,
  });
  const mistyped = fc.constant({ kind: 'reshape', how: 'wrong-types' } as const);
  return fc.oneof(...lost, foreign, mistyped);
}

function refusals(): fc.Arbitrary<Effect> {
  const numbers = fc.constantFrom(...REFUSALS, ...RISKS);
  return fc.oneof(
    { weight: 3, arbitrary: numbers.map((ret) => ({ kind: 'ret', ret }) as const) },
    {
      weight: 2,
      arbitrary: numbers.map(
        (ret) => ({ kind: 'json', body: { ret: Number(ret), errmsg: 'no', data: null } }) as const,
      ),
    },
    // Refused and done at once: the answer holds the order.
    {
      weight: 1,
      arbitrary: numbers.map((ret) => ({ kind: 'ret', ret, keepData: true }) as const),
    },
  );
}

const taskFailures = fc.record({
  kind: fc.constant('task-fails' as const),
  failCode: fc.constantFrom('', '2038', '2047', '1180', '100402', '999999'),
  status: fc.constantFrom(30 as const, 10 as const),
});

const LOST_ANSWERS = fc.constantFrom<Effect>(
  { kind: 'reset', when: 'after' },
  { kind: 'html', when: 'after' },
  { kind: 'http', status: 502, when: 'after' },
);

function faults(): fc.Arbitrary<Action> {
  const at = endpoints;
  const fault = (effect: fc.Arbitrary<Effect>, where: fc.Arbitrary<EndpointName> = at) =>
    fc.record({ do: fc.constant('fault' as const), at: where, effect, times, skip });
  return fc.oneof(
    { weight: 6, arbitrary: fault(brokenAnswers()) },
    { weight: 3, arbitrary: fault(refusals()) },
    // An order that arrives while its answer is lost: most of what is about money begins so.
    { weight: 3, arbitrary: fault(LOST_ANSWERS, fc.constant('generate')) },
    { weight: 1, arbitrary: fault(taskFailures, fc.constant('generate')) },
    {
      weight: 2,
      arbitrary: fault(fc.constant({ kind: 'missing-record' } as const), fc.constant('history')),
    },
    {
      // The picture has been seen to come although the answer said "not in this region".
      weight: 1,
      arbitrary: fault(
        fc.constant({
          kind: 'json',
          body: { ret: '3000', errmsg: 'region', data: null },
          when: 'after',
        } as const),
        fc.constant('generate'),
      ),
    },
  );
}

const travels = fc.record({
  do: fc.constant('travel' as const),
  at: endpoints,
  travel: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('late' as const),
        ms: fc.integer({ min: 10, max: 90 * SECOND }),
        when,
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'stale' } as const) },
  ),
  times: fc.constantFrom(1, 1, 2, 5),
});

const clicks = fc.record({
  do: fc.constant('click' as const),
  picture: fc.nat({ max: 2 }),
  target: fc.constantFrom<'2k' | '4k'>('2k', '2k', '4k'),
});
const presses = fc.record({
  do: fc.constant('press' as const),
  row: fc.nat({ max: 4 }),
  // The first offer is what most people press.
  button: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat({ max: 4 }) },
  ),
});

function actionsOf(): fc.Arbitrary<Action> {
  const logins = fc.record({
    do: fc.constant('login' as const),
    who: fc.constantFrom<Login>(
      ...(['A', 'A-again', 'B', 'out', 'D', 'D-again', 'E', 'out-abroad'] as const),
    ),
  });
  const abroad = fc.oneof(
    fc.record({ do: fc.constant('prefer' as const), site: fc.constantFrom(...SITE_NAMES) }),
    fc.record({
      do: fc.constant('page' as const),
      state: fc.constantFrom<PageState>('signs', 'never-ready', 'gone'),
    }),
    fc.record({
      do: fc.constant('hints' as const),
      how: fc.constantFrom<JobWorld['hints']>('right', 'missing', 'wrong'),
    }),
  );
  const resumeWaiting = fc.constant<Action>({ do: 'resume-waiting' });
  const sudden = fc.oneof<fc.Arbitrary<Action | 'die'>[]>(
    fc.constant('die' as const),
    fc.constant('die' as const),
    resumeWaiting,
    logins,
    abroad,
    clicks,
    presses,
    fc.record({ do: fc.constant('net' as const), isOnline: fc.boolean() }),
  );
  const traps = fc.record({
    do: fc.constant('at' as const),
    n: fc.integer({ min: 1, max: 40 }),
    when,
    what: sudden,
  });
  return fc.oneof(
    { weight: 6, arbitrary: clicks },
    { weight: 7, arbitrary: presses },
    { weight: 9, arbitrary: faults() },
    { weight: 2, arbitrary: travels },
    { weight: 5, arbitrary: traps },
    { weight: 8, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: durations }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('sleep' as const), ms: durations }) },
    { weight: 5, arbitrary: logins },
    { weight: 3, arbitrary: abroad },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('clock' as const),
        ms: fc.oneof(
          durations,
          durations.map((ms) => -ms),
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constantFrom('kill' as const, 'restart' as const) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('net' as const), isOnline: fc.boolean() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('balance' as const),
        credits: fc.constantFrom(0, 1, 50),
      }),
    },
    { weight: 1, arbitrary: fc.constant<Action>({ do: 'well' }) },
    { weight: 1, arbitrary: fc.constant<Action>({ do: 'retry-all' }) },
    { weight: 2, arbitrary: resumeWaiting },
  );
}

const settings = (isAtBoth: fc.Arbitrary<boolean>): fc.Arbitrary<Setting> =>
  fc.record({
    seed: fc.nat({ max: 0x7fff_ffff }),
    upscaler: fc.constantFrom<'auto' | 'smart-hd'>('smart-hd', 'auto'),
    processingMs: fc.constantFrom(500, 4 * SECOND, 4 * SECOND, 3 * MINUTE, 3 * HOUR),
    visibilityLagMs: fc.constantFrom(150, 150, 5 * SECOND),
    resultLinkTtlMs: fc.constantFrom(HOUR, 20 * SECOND),
    uploadTtlMs: fc.constantFrom(DAY, 10 * MINUTE),
    isShortLived: fc.boolean(),
    refuseSuperResolution: fc.boolean(),
    isNotLarger: fc.constantFrom(false, false, true),
    isAtBoth,
  });

/**
 * Draws scripts. They begin with a click, because nothing can be paid before one.
 * @param isAlwaysAtBoth whether each has accounts at both sites; default: one of two
 */
export function scripts(isAlwaysAtBoth = false): fc.Arbitrary<Script> {
  return fc.record({
    setting: settings(isAlwaysAtBoth ? fc.constant(true) : fc.boolean()),
    actions: fc
      .tuple(
        fc.array(faults(), { maxLength: 2 }),
        clicks,
        fc.array(actionsOf(), { maxLength: ACTIONS }),
      )
      .map(([before, click, after]) => [...before, click, ...after]),
  });
}
