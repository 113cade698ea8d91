// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Job } from '@/lib/jobs/model/job';
import { MANY } from '@/lib/jobs/model/watch';
import { deleteJobStore, type JobStore, openJobStore } from '@/lib/jobs/store/jobs';
import { ENDED } from '@/tests/stories/jobs';
import { tellOfJob } from '@/tests/support/job-news';
import { connect } from './connect';

/** Runs once after rows were read, and before the page has them. */
const afterRead = vi.hoisted(() => ({ run: undefined as (() => Promise<void>) | undefined }));
vi.mock('@/lib/jobs/store/jobs', async (original) => {
  const { withOther } = await import('@/tests/support/job-news');
  return withOther(original, (store) => ({
    async show(ids) {
      const rows = await store.show(ids);
      const { run } = afterRead;
      afterRead.run = undefined;
      await run?.();
      return rows;
    },
  }));
});

let store: JobStore;

beforeEach(async () => {
  fakeBrowser.reset();
  afterRead.run = undefined;
  await deleteJobStore();
  store = await openJobStore(() => {});
});
afterEach(() => store.close());

/** Adds a finished page of the batch. */
async function add(id: string, index: number): Promise<void> {
  const done = ENDED.done as Job;
  await store.merge([{ ...done, id, rev: 0, createdAt: index, batch: { id: 'batch', index } }]);
}

it('reads a page again that changes while it is read for the first time', async () => {
  await add('first', 1);
  const { live } = connect('batch');
  const leaves = () => live.value?.data.leaves.map(({ job, isGone }) => [job.id, isGone]);
  await vi.waitFor(() => expect(leaves()).toEqual([['first', false]]));
  await add('next', 2);
  afterRead.run = async () => {
    await store.hide(['next'], 1);
    await tellOfJob('next');
  };
  await tellOfJob(MANY);
  await vi.waitFor(() =>
    expect(leaves()).toEqual([
      ['first', false],
      ['next', true],
    ]),
  );
});
