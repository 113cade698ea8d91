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

/** Runs after the entries of the history were read, or one of them, and before the page has them. */
const afterRead = vi.hoisted(() => ({ run: async (_: string) => {} }));
vi.mock('@/lib/browser/messages', () => ({ sendMessage: vi.fn() }));
vi.mock('@/lib/images/quality/shift-check', () => ({ measureShift: async () => undefined }));
vi.mock('@/lib/jobs/store/jobs', async (original) => {
  const { withOther } = await import('@/tests/support/job-news');
  return withOther(original, (store) => ({
    async entries() {
      const entries = await store.entries();
      await afterRead.run(MANY);
      return entries;
    },
    async entry(id) {
      const entry = await store.entry(id);
      await afterRead.run(id);
      return entry;
    },
  }));
});

let store: JobStore;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:1');
  afterRead.run = async () => {};
  await deleteJobStore();
  store = await openJobStore(() => {});
  const done = ENDED.done as Job;
  await store.merge(['a', 'b', 'c'].map((id, at) => ({ ...done, id, rev: 0, createdAt: 30 - at })));
});
afterEach(() => store.close());

/** Removes rows, and tells the page of that within `afterRead`, whose next runs do nothing. */
async function removeUnderWay(ids: string[]): Promise<void> {
  afterRead.run = async () => {};
  await store.hide(ids, 1);
  await tellOfJob(MANY);
}

function open() {
  const page = connect('a', {}, new Intl.Collator('en').compare);
  const places = (of: number | undefined) =>
    vi.waitFor(() => expect(page.live.value?.place?.of).toBe(of), { timeout: 5_000 });
  return { page, places };
}

it('many rows that change while all are read are read again', async () => {
  afterRead.run = async (read) => {
    if (read === MANY) await removeUnderWay(['c']);
  };
  await open().places(2);
});

it('many rows that change while one is read are read', async () => {
  const { places } = open();
  await places(3);
  afterRead.run = async (read) => {
    if (read === 'b') await removeUnderWay(['c']);
  };
  await tellOfJob('b');
  await places(2);
});
