import { beforeEach, describe, expect, it } from 'vitest';
import { JimengError } from '@/lib/jimeng/model/errors';
import type { TaskReport } from '@/lib/jimeng/model/task-report';
import { NOW, sampleJob } from '@/tests/stories/jobs';
import { createStepWorld, SIGNED_OUT, type StepWorld, signedIn } from '@/tests/support/step-world';
import type { Job, Submission } from '../model/job';
import type { Session } from '../model/session';
import { poll } from './poll';

const MINUTE = 60_000;
const LOGINS = [
  { login: 'login-mia', account: 'id-mia', name: 'Mia', at: 1 },
  { login: 'login-lin', account: 'id-lin', name: 'Lin', at: 1 },
];
const MIA = signedIn('login-mia');
const LIN = signedIn('login-lin');
/** A login whose account nobody knows. */
const STRANGER = signedIn('login-new');
const NO_ACCESS = {
  state: 'no-access',
  site: 'dreamina',
  pattern: 'https://*.capcut.com/*',
  host: 'dreamina.capcut.com',
} satisfies Session;

/** An order that is due, of the given account. */
function ordered(id: string, account?: string, parts: Partial<Job> = {}): Job {
  const submission: Submission = {
    submitId: `order-${id}`,
    tool: 'smart-hd',
    at: NOW - 20_000,
    ...(account && { account }),
  };
  return sampleJob({ id, stage: 'generating', submission, updatedAt: NOW - 2_000, ...parts });
}

const running: TaskReport = { state: 'running' };
const absent: TaskReport = { state: 'absent' };

let world: StepWorld;
beforeEach(() => {
  world = createStepWorld();
  world.logins = LOGINS;
  world.sessions = [MIA];
});

async function pollWith(jobs: readonly Job[], report: TaskReport = running): Promise<void> {
  world.reports = () => Object.fromEntries(world.asked.at(-1)?.map((id) => [id, report]) ?? []);
  await poll(jobs, world.deps, new AbortController().signal);
}

/** The last committed row of an id. */
const last = (id: string) => world.rowsOf(id).at(-1);

describe('who is asked about', () => {
  it('are the orders of the account that is signed in, and those that may be its own', async () => {
    await pollWith([ordered('mine', 'id-mia'), ordered('theirs', 'id-lin'), ordered('unknown')]);
    expect(world.asked).toEqual([['order-mine', 'order-unknown']]);
    expect(last('theirs')?.waiting).toEqual({
      reason: 'other-account',
      since: NOW,
      account: 'id-lin',
      name: 'Lin',
      signedIn: 'id-mia',
    });
    expect(last('mine')?.waiting).toBeUndefined();
  });

  it.each<[string, Session, Job['waiting']]>([
    ['is signed in', SIGNED_OUT, { reason: 'sign-in', since: NOW }],
    [
      'may be seen',
      NO_ACCESS,
      {
        reason: 'permission',
        since: NOW,
        pattern: NO_ACCESS.pattern,
        host: NO_ACCESS.host,
        site: 'dreamina',
      },
    ],
  ])('is nobody while nobody %s', async (_, session, waiting) => {
    world.sessions = [session];
    await pollWith([ordered('a', 'id-mia'), ordered('b')]);
    expect(world.asked).toEqual([]);
    for (const id of ['a', 'b']) expect(last(id)?.waiting).toEqual(waiting);
  });

  it('is nobody whose every order waits', async () => {
    await pollWith([ordered('theirs', 'id-lin')]);
    expect(world.asked).toEqual([]);
  });

  it('without consent is who this installation has ordered for, not what was imported', async () => {
    world.hasConsent = false;
    const imported = ordered('imported', 'id-mia');
    const submission = { ...imported.submission, isImported: true } as Submission;
    await pollWith([{ ...imported, submission }, ordered('own', 'id-mia')]);
    expect(world.asked).toEqual([['order-own']]);
    expect(last('imported')?.waiting).toEqual({ reason: 'consent', since: NOW });
    world.hasConsent = true;
    await pollWith([{ ...imported, submission }]);
    expect(world.asked.at(-1)).toEqual(['order-imported']);
  });
});

describe('an imported order without consent', () => {
  const row = ordered('imported', 'id-mia');
  const imported = { ...row, submission: { ...row.submission, isImported: true } as Submission };

  it.each([SIGNED_OUT, LIN])('waits for consent first: %o', async (session) => {
    world.hasConsent = false;
    world.sessions = [session];
    await pollWith([imported]);
    expect(last('imported')?.waiting).toEqual({ reason: 'consent', since: NOW });
  });

  it('is asked about where nobody has to consent', async () => {
    Object.assign(world.deps, { hasConsent: undefined });
    await pollWith([imported]);
    expect(world.asked).toEqual([['order-imported']]);
  });
});

describe('a login whose account nobody knows', () => {
  it('is identified before orders with an account are asked about', async () => {
    world.sessions = [STRANGER];
    world.identify = () => {
      world.logins = [...LOGINS, { login: 'login-new', account: 'id-lin', at: 2 }];
    };
    await pollWith([ordered('mia', 'id-mia'), ordered('lin', 'id-lin')]);
    expect(world.asked).toEqual([['order-lin']]);
    expect(last('mia')?.waiting).toMatchObject({ reason: 'other-account', signedIn: 'id-lin' });
  });

  it('is identified for one such order among others', async () => {
    let identified = 0;
    world.sessions = [STRANGER];
    world.identify = () => {
      identified += 1;
    };
    await pollWith([ordered('unknown'), ordered('mia', 'id-mia')]);
    expect(identified).toBe(1);
  });

  it('is not identified for orders that name no account, or while it is known', async () => {
    world.identify = () => {
      throw new Error('asked for nothing');
    };
    await pollWith([ordered('known', 'id-mia')]);
    world.sessions = [STRANGER];
    await pollWith([ordered('unknown')]);
    world.sessions = [SIGNED_OUT];
    await pollWith([ordered('mine', 'id-mia')]);
    expect(world.asked).toEqual([['order-known'], ['order-unknown']]);
  });

  it('that risk control refuses to name holds the rows', async () => {
    world.sessions = [STRANGER];
    world.identify = () => {
      throw new JimengError('risk-control');
    };
    await pollWith([ordered('a', 'id-mia'), ordered('b', 'id-lin', { stage: 'submitting' })]);
    expect(world.asked).toEqual([]);
    for (const id of ['a', 'b']) {
      expect(last(id)).toMatchObject({ holds: 1, waiting: { code: 'risk-control' } });
    }
  });

  it('that fails to be named for a reason of ours fails the poll, and no row', async () => {
    world.sessions = [STRANGER];
    world.identify = () => {
      throw new TypeError('a bug');
    };
    await expect(pollWith([ordered('a', 'id-mia')])).rejects.toThrow('a bug');
    expect(world.written).toEqual([]);
  });
});

describe('a row that begins to wait', () => {
  it.each<[string, Session, Session]>([
    ['a sign-in that came meanwhile', SIGNED_OUT, MIA],
    ['access that came meanwhile', NO_ACCESS, MIA],
    ['another reason that came meanwhile', NO_ACCESS, SIGNED_OUT],
    ['its own account, which came meanwhile', LIN, MIA],
  ])('goes on at once for %s', async (_, before, after) => {
    world.sessions = [before, after];
    await pollWith([ordered('a', 'id-mia')]);
    expect(world.rowsOf('a')).toHaveLength(2);
    expect(last('a')?.waiting).toBeUndefined();
  });

  it('goes on when a third account has come meanwhile, to wait for that', async () => {
    world.logins = [...LOGINS, { login: 'login-eve', account: 'id-eve', at: 1 }];
    world.sessions = [LIN, signedIn('login-eve')];
    await pollWith([ordered('a', 'id-mia')]);
    expect(last('a')?.waiting).toBeUndefined();
  });

  it.each([SIGNED_OUT, NO_ACCESS, LIN])('stays while nothing has changed: %o', async (session) => {
    world.sessions = [session];
    await pollWith([ordered('a', 'id-mia')]);
    expect(world.rowsOf('a')).toHaveLength(1);
    expect(last('a')?.waiting).toBeDefined();
  });

  it('stays as it is when it changed before it was written', async () => {
    world.sessions = [SIGNED_OUT, MIA];
    world.store = () => undefined;
    await pollWith([ordered('a', 'id-mia')]);
    expect(world.written).toEqual([]);
  });
});

describe('an order that names no account', () => {
  it('belongs to the one that is shown it', async () => {
    await pollWith([ordered('a')]);
    expect(last('a')?.submission?.account).toBe('id-mia');
  });

  it('belongs to nobody when somebody else has signed in by the time of the answer', async () => {
    world.sessions = [MIA, LIN];
    await pollWith([ordered('a')]);
    expect(last('a')).toMatchObject({ polls: 1 });
    expect(last('a')?.submission).not.toHaveProperty('account');
  });

  it('leads to its picture, whoever has signed in by the time of the answer', async () => {
    world.sessions = [MIA, LIN];
    const image = { url: 'https://p.example/r', width: 1, height: 1 };
    await pollWith([ordered('a')], { state: 'done', image });
    expect(last('a')).toMatchObject({ stage: 'ready', result: image });
  });

  it('belongs to nobody while nobody is shown it', async () => {
    await pollWith([ordered('a')], absent);
    expect(last('a')?.submission).not.toHaveProperty('account');
  });
});

describe('"not there", said to somebody who may not be the owner', () => {
  it('is believed of no order that was accepted within a minute, which is polled on', async () => {
    const at = NOW - MINUTE;
    const fresh = ordered('a');
    await pollWith([{ ...fresh, submission: { ...fresh.submission, at } as Submission }], absent);
    expect(last('a')).toMatchObject({ stage: 'generating', polls: 1 });
    expect(last('a')?.waiting).toBeUndefined();
  });

  it('means of an older one that its owner must sign in', async () => {
    const at = NOW - MINUTE - 1;
    const old = ordered('a');
    await pollWith([{ ...old, submission: { ...old.submission, at } as Submission }], absent);
    expect(last('a')?.waiting).toEqual({
      reason: 'other-account',
      since: NOW,
      signedIn: 'id-mia',
    });
  });

  it('is heard six times of an order without an answer, which then may be charged', async () => {
    const searched = (polls: number) =>
      ordered('a', undefined, { stage: 'submitting', polls, notBefore: NOW });
    await pollWith([searched(4)], absent);
    expect(last('a')).toMatchObject({
      stage: 'submitting',
      polls: 5,
      oddPolls: 0,
      notBefore: NOW + MINUTE,
    });
    await pollWith([searched(5)], absent);
    expect(last('a')?.failure).toEqual({
      code: 'submit-unconfirmed',
      at: 'submitting',
      charged: 'maybe',
    });
  });

  it('is not heard before the order is due', async () => {
    await pollWith(
      [ordered('a', undefined, { stage: 'submitting', polls: 5, notBefore: NOW + 1 })],
      absent,
    );
    expect(world.written).toEqual([]);
  });

  it('never gives up an order of another account that has no answer', async () => {
    world.sessions = [STRANGER];
    const searched = ordered('a', 'id-mia', { stage: 'submitting', polls: 5 });
    await pollWith([searched], absent);
    expect(last('a')).toMatchObject({
      stage: 'submitting',
      waiting: { reason: 'other-account', account: 'id-mia', name: 'Mia', signedIn: 'login-new' },
    });
  });

  it('lets the row go on at once when somebody else has signed in meanwhile', async () => {
    // Read for the question, after its answer, and after the row was written.
    world.sessions = [STRANGER, STRANGER, STRANGER, MIA];
    await pollWith([ordered('a', 'id-mia', { stage: 'submitting', polls: 5 })], absent);
    expect(world.rowsOf('a')).toHaveLength(2);
    expect(world.bugs).toEqual([]);
    expect(last('a')?.waiting).toBeUndefined();
  });
});
