import type { SiteDeps } from '@/lib/jobs/steps/deps';
import { oneSite } from '@/tests/support/one-site';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImageOrigin } from '@/lib/sources/origin';
import { sampleJob } from '@/tests/stories/jobs';
import type { Job } from '../model/job';
import { transition } from '../model/machine';
import { deleteJobStore, type JobStore, openJobStore } from '../store/jobs';
import { acquire } from './acquire';
import type { JobDeps } from './deps';

const NOW = 1_000_000;
const FILE: ImageOrigin = { kind: 'file', blobKey: 'inbox/1', name: 'boat.png' };
const facts = {
  type: 'png',
  width: 4,
  height: 3,
  bytes: 1,
  orientation: 1,
  animated: false,
} as const;

let store: JobStore;
let warmUps: number;

beforeEach(async () => {
  await deleteJobStore();
  store = await openJobStore(() => {});
  warmUps = 0;
});
afterEach(() => store.close());

function depsWith(getBytes: () => Promise<Blob>): JobDeps {
  const deps: Partial<JobDeps> = {
    store,
    ...oneSite({
      service: {
        warmUp: () => {
          warmUps += 1;
        },
      } as SiteDeps['service'],
      session: async () => ({ state: 'signed-in', account: 'a' }),
    }),
    acquire: async () => ({ bytes: await getBytes() }),
    prepare: async (bytes) => ({
      image: bytes,
      found: facts,
      sent: { ...facts, width: 40 },
      changes: [],
      sha256: 'ab',
    }),
    now: () => NOW,
    accounts: { known: async () => [], identify: async () => {} },
    isOnline: () => true,
    onChange: () => {},
    report: () => {},
  };
  return deps as JobDeps;
}

async function fileRow() {
  const job = sampleJob({ id: 'a', rev: 0, origin: FILE });
  await store.add(job);
  await store.putBlob('inbox/1', new Blob(['bytes']));
  return job;
}

const signal = new AbortController().signal;
const inbox = async () => (await store.blob('inbox/1')) as Blob;

it('keeps the facts as found and as sent, and asks for the upload key meanwhile', async () => {
  await acquire(await fileRow(), depsWith(inbox), signal);
  expect(await store.get('a')).toMatchObject({
    stage: 'acquired',
    source: { width: 4, height: 3, sentWidth: 40, sentHeight: 3, sha256: 'ab' },
  });
  expect(warmUps).toBe(1);
});

it('moves the bytes of a file from where the page left them to the row', async () => {
  await acquire(await fileRow(), depsWith(inbox), signal);
  expect(await (await store.blob('a/input'))?.text()).toBe('bytes');
  expect(await store.blob('inbox/1')).toBeUndefined();
});

it('leaves a file where it is when the row was cancelled meanwhile, so that Retry finds it', async () => {
  const job = await fileRow();
  await acquire(
    job,
    depsWith(async () => {
      await store.commit(transition(job, { type: 'cancelled' }, NOW));
      return inbox();
    }),
    signal,
  );
  expect((await store.get('a'))?.stage).toBe('cancelled');
  expect(await store.blob('a/input')).toBeUndefined();
  expect(await store.blob('inbox/1')).toBeDefined();
});

it('says nothing when it was stopped on purpose', async () => {
  const job = await fileRow();
  const abort = new DOMException('stopped', 'AbortError');
  await acquire(
    job,
    depsWith(() => Promise.reject(abort)),
    AbortSignal.abort(),
  );
  expect(await store.get('a')).toEqual(job);
});

describe('a drawing that ends every worker', () => {
  /** One life of a worker, which dies as soon as it draws. */
  async function live(): Promise<void> {
    const job = await store.get('a');
    let die = () => {};
    const dead = new Promise<void>((resolve) => {
      die = resolve;
    });
    const deps = depsWith(inbox);
    deps.prepare = async (_, { beforeDrawing }) => {
      await beforeDrawing?.();
      die();
      return new Promise(() => {});
    };
    await Promise.race([acquire(job as Job, deps, signal), dead]);
  }

  it('is begun twice and then fails, for nothing, until the person retries', async () => {
    await fileRow();
    await live();
    expect(await store.get('a')).toMatchObject({ stage: 'queued', drawings: 1 });
    await live();
    await live();
    const failed = await store.get('a');
    expect(failed).toMatchObject({
      stage: 'failed',
      failure: { code: 'image-too-large', charged: 'no' },
    });
    expect(transition(failed as Job, { type: 'retried' }, NOW)).not.toHaveProperty('drawings');
  });

  it('is forgotten by a row whose picture was drawn', async () => {
    const deps = depsWith(inbox);
    const { prepare } = deps;
    deps.prepare = async (bytes, options) => {
      await options.beforeDrawing?.();
      return prepare(bytes, options);
    };
    await acquire(await fileRow(), deps, signal);
    const job = await store.get('a');
    expect(job?.stage).toBe('acquired');
    expect(job).not.toHaveProperty('drawings');
  });

  it('does not begin for a row that was cancelled meanwhile', async () => {
    const job = await fileRow();
    const deps = depsWith(async () => {
      await store.commit(transition(job, { type: 'cancelled' }, NOW));
      return inbox();
    });
    let hasDrawn = false;
    deps.prepare = async (_, { beforeDrawing }) => {
      await beforeDrawing?.();
      hasDrawn = true;
      throw new Error('drawn');
    };
    await acquire(job, deps, signal);
    expect(hasDrawn).toBe(false);
    expect((await store.get('a'))?.stage).toBe('cancelled');
  });
});
