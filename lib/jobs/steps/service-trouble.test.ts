/** What steps make of a host that may not be accessed, and of a service that says that it is busy. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JimengError } from '@/lib/jimeng/model/errors';
import { jobIn, NOW, submission } from '@/tests/support/machine-events';
import type { Job, Stage } from '../model/job';
import { deleteJobStore, type JobStore, openJobStore } from '../store/jobs';
import type { JobDeps } from './deps';
import { failStep } from './step';

let store: JobStore;
let deps: JobDeps;

beforeEach(async () => {
  await deleteJobStore();
  store = await openJobStore(() => {});
  deps = {
    store,
    now: () => NOW,
    isOnline: () => true,
    onChange: () => {},
    report: () => {},
    sleep: async () => {},
  } as unknown as JobDeps;
});

afterEach(() => store.close());

async function failed(stage: Stage, error: JimengError, parts: Partial<Job> = {}) {
  const job = jobIn(stage, parts);
  await store.add(job);
  await failStep(deps, job, error);
  return store.get(job.id);
}

describe('a host of the service that may not be accessed', () => {
  const host = 'p16.results.example';
  const error = () => new JimengError('host-not-allowed', { host });

  it.each(['acquired', 'ready'] as const)(
    'is asked for, and the row keeps its %s data',
    async (stage) => {
      const row = await failed(stage, error());
      expect(row).toMatchObject({
        stage,
        waiting: { reason: 'permission', host, pattern: `https://${host}/*` },
        ...(stage === 'ready' && { submission, result: { width: 1600 } }),
      });
      expect(row?.failure).toBeUndefined();
    },
  );

  it('is not asked for where its address is not safe to use', async () => {
    const row = await failed('ready', new JimengError('host-not-allowed'));
    expect(row).toMatchObject({ stage: 'failed', failure: { code: 'host-not-allowed' } });
  });
});

describe('a service that says that it is busy to orders', () => {
  const busy = () => new JimengError('system-busy', { ret: '1014' });
  const refuse = (id: string) => failed('submitting', busy(), { id });

  it('makes a row wait, and order again later', async () => {
    expect(await refuse('a')).toMatchObject({
      stage: 'uploaded',
      waiting: { reason: 'cool-down', code: 'system-busy' },
      pastSubmissions: [{ outcome: 'refused' }],
    });
  });

  it('counts as outdated from the third row in a row', async () => {
    expect(await refuse('a')).toMatchObject({ stage: 'uploaded' });
    expect(await refuse('b')).toMatchObject({ stage: 'uploaded' });
    const third = { options: { target: '2k', upscaler: 'smart-hd', detail: 0.5 } } as const;
    expect(await failed('submitting', busy(), { id: 'c', ...third })).toMatchObject({
      failure: { code: 'outdated', charged: 'no', detail: { ret: '1014' } },
    });
  });

  it('counts a row once, however often it is refused', async () => {
    await refuse('a');
    for (const _ of [1, 2, 3]) {
      const row = (await store.get('a')) as Job;
      const again = await store.commit({ ...row, stage: 'submitting', submission });
      await failStep(deps, again as Job, busy());
      expect(await store.get('a')).toMatchObject({ stage: 'uploaded' });
    }
  });

  it('is trusted again after an order that it accepted', async () => {
    await refuse('a');
    await refuse('b');
    const job = jobIn('submitting', { id: 'accepted' });
    await store.add(job);
    await store.commit({ ...job, stage: 'generating' }, { queue: { busyRows: [] } });
    expect(await refuse('c')).toMatchObject({ stage: 'uploaded' });
  });
});

it.each(['acquired', 'generating'] as const)(
  'a busy answer to a read in stage %s is passing',
  async (stage) => {
    const row = await failed(stage, new JimengError('system-busy', { ret: '1014' }));
    expect(row).toMatchObject({ stage, attempt: 1 });
    expect(row?.waiting).toBeUndefined();
  },
);
