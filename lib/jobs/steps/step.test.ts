import { oneSite } from '@/tests/support/one-site';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JimengError, type JimengErrorCode } from '@/lib/jimeng/model/errors';
import { PermissionNeeded, SourceError } from '@/lib/sources/errors';
import { sampleJob } from '@/tests/stories/jobs';
import type { Job, Submission } from '../model/job';
import type { Session } from '../model/session';
import { deleteJobStore, type JobStore, openJobStore } from '../store/jobs';
import type { JobDeps } from './deps';
import { commit, failStep } from './step';

const NOW = 1_000_000;
const submission: Submission = { submitId: 's-1', tool: 'super-resolution', at: NOW - 9 };

let store: JobStore;
let deps: JobDeps;
let session: Session;
let reported: unknown[];
let changes: string[];

beforeEach(async () => {
  await deleteJobStore();
  store = await openJobStore(() => {});
  session = { state: 'signed-in', account: 'me' };
  reported = [];
  changes = [];
  const parts: Partial<JobDeps> = {
    store,
    ...oneSite({ session: async () => session }),
    now: () => NOW,
    isOnline: () => true,
    onChange: (job, before) => changes.push(`${before?.stage} -> ${job.stage}`),
    report: (error) => reported.push(error),
  };
  deps = parts as JobDeps;
});
afterEach(() => store.close());

async function add(parts: Partial<Job>): Promise<Job> {
  const job = sampleJob({ id: 'a', rev: 0, ...parts });
  await store.add(job);
  return job;
}

async function settled(job: Job, error: unknown, isTaskOver = false): Promise<Job | undefined> {
  await failStep(deps, job, error, { isTaskOver });
  return store.get('a');
}

const generating = { stage: 'generating', submission } as const;
const submitting = { stage: 'submitting', submission } as const;

describe('settle', () => {
  it.each<[string, Partial<Job>, unknown, Partial<Job>]>([
    [
      'a site that is not allowed yet',
      {},
      new PermissionNeeded('https://cdn.example.com/*', 'cdn.example.com'),
      {
        stage: 'queued',
        waiting: {
          reason: 'permission',
          since: NOW,
          pattern: 'https://cdn.example.com/*',
          host: 'cdn.example.com',
        },
      },
    ],
    [
      'a slow host',
      {},
      new SourceError('source-timeout', 'cdn.example.com'),
      { stage: 'queued', attempt: 1, notBefore: NOW + 1_000 },
    ],
    [
      'a missing picture, with its host',
      {},
      new SourceError('source-not-found', 'cdn.example.com'),
      {
        stage: 'failed',
        failure: {
          code: 'source-not-found',
          at: 'queued',
          charged: 'no',
          detail: { host: 'cdn.example.com' },
        },
      },
    ],
    [
      'an order without an answer',
      submitting,
      new JimengError('timeout'),
      { stage: 'submitting', submission, notBefore: NOW + 3_000 },
    ],
    [
      'a busy service, by closing the order',
      submitting,
      new JimengError('busy', {}, 99_000),
      {
        stage: 'uploaded',
        notBefore: NOW + 99_000,
        waiting: { reason: 'cool-down', since: NOW, code: 'busy' },
        pastSubmissions: [{ ...submission, outcome: 'refused' }],
      },
    ],
    [
      'an expired link',
      { stage: 'ready', submission, result: { url: 'u', width: 1, height: 1 } },
      new JimengError('result-expired'),
      { stage: 'generating', submission },
    ],
  ])('meets %s', async (_, parts, error, expected) => {
    expect(await settled(await add(parts), error)).toMatchObject(expected);
    expect(reported).toEqual([]);
  });

  it('reports a bug of ours, and ends the row honestly', async () => {
    const bug = new TypeError('x is undefined');
    expect(await settled(await add(generating), bug)).toMatchObject({
      stage: 'failed',
      failure: { code: 'internal', charged: 'maybe' },
    });
    expect(reported).toEqual([bug]);
  });

  it('polls an order even after a bug of ours', async () => {
    const job = await add(submitting);
    expect(await settled(job, new TypeError('x'))).toMatchObject({ stage: 'submitting' });
  });

  it.each<JimengErrorCode>(['busy', 'no-credits', 'signed-out', 'network', 'http-refused'])(
    'does not wait for a task that the service ended with %s',
    async (code) => {
      expect(await settled(await add(generating), new JimengError(code), true)).toMatchObject({
        stage: 'failed',
        failure: { code, charged: 'maybe' },
      });
    },
  );

  it('leaves a row alone that was stopped on purpose or changed meanwhile', async () => {
    const job = await add(generating);
    await failStep(deps, job, AbortSignal.abort().reason, { signal: AbortSignal.abort() });
    expect(await store.get(job.id)).toEqual(job);
    const newer = await store.commit({ ...job, name: 'changed' });
    expect(await settled(job, new JimengError('result-deleted'))).toEqual(newer);
    expect(changes).toEqual([]);
  });

  it('does not take an abort that nobody asked for as a stop on purpose', async () => {
    const { signal } = new AbortController();
    const job = await add(generating);
    await failStep(deps, job, new DOMException('gone', 'AbortError'), { signal });
    expect(await store.get(job.id)).toMatchObject({ waiting: { reason: 'network' } });
  });

  it('holds all orders after a risk answer', async () => {
    const failed = await settled(await add(submitting), new JimengError('risk-control'));
    expect(failed).toMatchObject({ failure: { code: 'risk-control', charged: 'no' } });
    expect((await store.queue('jimeng')).heldUntil).toBe(NOW + 10 * 60_000);
  });
});

describe('Automatic', () => {
  const auto = { options: { target: '2k', upscaler: 'auto', detail: 0.5 } } as const;

  it('goes on with the same row', async () => {
    const job = await add({ ...generating, ...auto });
    expect(await settled(job, new JimengError('generation-failed'), true)).toMatchObject({
      stage: 'uploaded',
      pastSubmissions: [{ ...submission, outcome: 'failed' }],
    });
  });
});

describe('commit', () => {
  it('tells of a new stage and of a new reason to wait, not of a mere poll', async () => {
    const job = await add(generating);
    const polled = await commit(deps, job, { type: 'polled', odd: false, notBefore: NOW });
    expect(changes).toEqual([]);
    const waiting = { reason: 'sign-in', since: NOW } as const;
    const waits = await commit(deps, polled as Job, { type: 'waits', waiting });
    expect(changes).toEqual(['generating -> generating']);
    await commit(deps, waits as Job, { type: 'cancelled' });
    expect(changes).toEqual(['generating -> generating', 'generating -> cancelled']);
  });

  it('tells of a new stage in which the row waits for nothing, as before', async () => {
    await commit(deps, await add(generating), { type: 'cancelled' });
    expect(changes).toEqual(['generating -> cancelled']);
  });

  it('tells nothing of a change that lost against another', async () => {
    const job = await add(generating);
    await commit(deps, job, { type: 'cancelled' });
    changes = [];
    expect(await commit(deps, job, { type: 'cancelled' })).toBeUndefined();
    expect(changes).toEqual([]);
  });
});
