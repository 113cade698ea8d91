import { beforeEach, describe, expect, it } from 'vitest';
import { JimengError } from '@/lib/jimeng/model/errors';
import { NOW, sampleJob } from '@/tests/stories/jobs';
import type { Job } from '../model/job';
import { UPLOAD_VALID_MS } from '../model/machine';
import type { Session } from '../model/session';
import type { CommitExtras } from '../store/store';
import type { JobDeps } from './deps';
import { submit } from './submit';

const ME: Session = { state: 'signed-in', account: 'me' };
const SOMEBODY_ELSE: Session = { state: 'signed-in', account: 'somebody else' };
const NOBODY: Session = { state: 'signed-out' };

const upload = { uri: 'uri-1', at: NOW - 1_000, account: 'me' };
const uploaded = sampleJob({ stage: 'uploaded', upload });

/** Rows as they were committed, oldest first. */
let written: { job: Job; extras: CommitExtras | undefined }[];
/** What was on disk when an order left. */
let onDisk: (Job | undefined)[];
/** What each reading of the session finds; the last one stays. `undefined`: it cannot be read. */
let sessions: (Session | undefined)[];
/** What becomes of a row that is to be written. */
let store: (next: Job) => Job | undefined;
let answer: () => Promise<{ historyId?: string; forecastMs?: number }>;

beforeEach(() => {
  written = [];
  onDisk = [];
  sessions = [ME];
  store = (next) => next;
  answer = async () => ({ historyId: 'history-1' });
});

async function submitted(job: Job): Promise<Job | undefined> {
  const parts = {
    now: () => NOW,
    uuid: () => 'order-1',
    isOnline: () => true,
    onChange: () => {},
    report: (error: unknown) => {
      throw error;
    },
    session: async () => {
      const session = sessions.length > 1 ? sessions.shift() : sessions[0];
      if (!session) throw new Error('the cookie cannot be read');
      return session;
    },
    accounts: { known: async () => [], identify: async () => {} },
    store: {
      automatic: async () => undefined,
      queue: async () => ({ lastSubmitAt: 0, heldUntil: 0 }),
      durations: async () => [],
      commit: async (next: Job, extras?: CommitExtras) => {
        const row = store(next);
        if (row) written.push({ job: row, extras });
        return row;
      },
    },
    service: {
      submit: async () => {
        onDisk.push(written.at(-1)?.job);
        return answer();
      },
    },
  };
  await submit(job, parts as unknown as JobDeps, new AbortController().signal);
  return written.at(-1)?.job;
}

describe('an order', () => {
  it('is on disk before it is sent, and counts as the last one of the queue', async () => {
    expect(await submitted(uploaded)).toMatchObject({ stage: 'generating' });
    const [begun] = written;
    expect(begun?.extras).toMatchObject({ isStrict: true, queue: { lastSubmitAt: NOW } });
    expect(onDisk).toEqual([begun?.job]);
    expect(begun?.job).toMatchObject({
      stage: 'submitting',
      submission: { submitId: 'order-1', at: NOW, account: 'me' },
    });
  });

  it('is not sent when the row changed before it was written', async () => {
    store = () => undefined;
    expect(await submitted(uploaded)).toBeUndefined();
    expect(onDisk).toEqual([]);
  });

  it('is not sent when the transaction left the row where it was, because another has the picture', async () => {
    store = () => uploaded;
    expect(await submitted(uploaded)).toMatchObject({ stage: 'uploaded' });
    expect(onDisk).toEqual([]);
  });

  it('is closed as refused, and not sent, when nobody is signed in once it is written', async () => {
    sessions = [ME, NOBODY];
    expect(await submitted(uploaded)).toMatchObject({
      stage: 'uploaded',
      waiting: { reason: 'sign-in' },
      pastSubmissions: [{ submitId: 'order-1', outcome: 'refused' }],
    });
    expect(onDisk).toEqual([]);
  });
});

describe('an upload', () => {
  it.each([
    ['one millisecond before its end', UPLOAD_VALID_MS - 1, 'generating'],
    ['at its end', UPLOAD_VALID_MS, 'acquired'],
  ])('%s leads to the stage it is good for', async (_, age, stage) => {
    const aged = { ...upload, at: NOW - age };
    expect(await submitted(sampleJob({ stage: 'uploaded', upload: aged }))).toMatchObject({
      stage,
    });
    expect(onDisk).toHaveLength(stage === 'generating' ? 1 : 0);
  });

  it.each([
    ['is missing', {}],
    ['belongs to nobody', { upload: { uri: 'uri-1', at: NOW } }],
  ])('that %s is made anew', async (_, parts) => {
    const job = sampleJob({ stage: 'uploaded', ...parts });
    expect(await submitted(job)).toMatchObject({ stage: 'acquired' });
    expect(onDisk).toEqual([]);
  });
});

describe.each([
  ['an accepted order', () => Promise.resolve({}), 'generating'],
  ['an order without an answer', () => Promise.reject(new JimengError('timeout')), 'submitting'],
] as const)('%s', (_, answered, stage) => {
  beforeEach(() => {
    answer = answered;
  });

  it.each<[string, Session]>([
    ['the same login is signed in', ME],
    ['nobody is signed in', NOBODY],
  ])('keeps its account when afterwards %s', async (_, afterwards) => {
    sessions = [ME, ME, afterwards];
    const row = await submitted(uploaded);
    expect(row?.stage).toBe(stage);
    expect(row?.submission).toMatchObject({ submitId: 'order-1', account: 'me' });
  });

  it.each<[string, Session | undefined]>([
    ['somebody else is signed in', SOMEBODY_ELSE],
    ['nobody can tell who is signed in', undefined],
  ])('names no account when afterwards %s: it may be theirs', async (_, afterwards) => {
    sessions = [ME, ME, afterwards];
    const row = await submitted(uploaded);
    expect(row?.stage).toBe(stage);
    expect(row?.submission?.submitId).toBe('order-1');
    expect(row?.submission?.account).toBeUndefined();
  });
});
