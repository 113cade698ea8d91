// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Job } from '@/lib/jobs/model/job';
import { MANY } from '@/lib/jobs/model/watch';
import { deleteJobStore, type JobStore, openJobStore } from '@/lib/jobs/store/jobs';
import { ENDED } from '@/tests/stories/jobs';
import { connect } from './connect';

/** Runs once after rows were read, and before the page has them. */
const afterRead = vi.hoisted(() => ({ run: undefined as (() => Promise<void>) | undefined }));
vi.mock('@/lib/jobs/store/jobs', async (original) => {
  const jobs = await original<typeof import('@/lib/jobs/store/jobs')>();
  return {
    ...jobs,
    async openJobStore(announce: (id: string) => void): Promise<JobStore> {
      const store = await jobs.openJobStore(announce);
      return {
        ...store,
        async show(ids) {
          const rows = await store.show(ids);
          const { run } = afterRead;
          afterRead.run = undefined;
          await run?.();
          return rows;
        },
      };
    },
  };
});

let store: JobStore;
let channel: BroadcastChannel;

beforeEach(async () => {
  fakeBrowser.reset();
  afterRead.run = undefined;
  await deleteJobStore();
  channel = new BroadcastChannel('jobs');
  store = await openJobStore(() => {});
});
afterEach(() => {
  channel.close();
  store.close();
});

/** Adds a finished page of the batch. */
async function add(id: string, index: number): Promise<void> {
  const done = ENDED.done as Job;
  await store.merge([{ ...done, id, rev: 0, createdAt: index, batch: { id: 'batch', index } }]);
}

/** Tells of a change, and waits until all have heard of it. */
async function tell(id: string): Promise<void> {
  const ear = new BroadcastChannel('jobs');
  const isHeard = new Promise((resolve) => {
    ear.onmessage = resolve;
  });
  channel.postMessage(id);
  await isHeard;
  ear.close();
}

it('reads a page again that changes while it is read for the first time', async () => {
  await add('first', 1);
  const { live } = connect('batch');
  const leaves = () => live.value?.data.leaves.map(({ job, isGone }) => [job.id, isGone]);
  await vi.waitFor(() => expect(leaves()).toEqual([['first', false]]));
  await add('next', 2);
  afterRead.run = async () => {
    await store.hide(['next'], 1);
    await tell('next');
  };
  channel.postMessage(MANY);
  await vi.waitFor(() =>
    expect(leaves()).toEqual([
      ['first', false],
      ['next', true],
    ]),
  );
});
