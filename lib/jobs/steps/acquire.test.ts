import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImageOrigin } from '@/lib/sources/origin';
import { sampleJob } from '@/tests/stories/jobs';
import type { JobDeps } from '../deps';
import { transition } from '../machine';
import { deleteJobStore, type JobStore, openJobStore } from '../store';
import { acquire } from './acquire';

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
    service: {
      warmUp: () => {
        warmUps += 1;
      },
    } as JobDeps['service'],
    acquire: async () => ({ bytes: await getBytes() }),
    prepare: async (bytes) => ({
      image: bytes,
      found: facts,
      sent: { ...facts, width: 40 },
      changes: [],
      sha256: 'ab',
    }),
    now: () => NOW,
    session: async () => ({ state: 'signed-in', account: 'a' }),
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
    signal,
  );
  expect(await store.get('a')).toEqual(job);
});
