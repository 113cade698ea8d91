/** States of the bars below the history: the ZIP, and results in pages. */
import type { Replacing } from '@/components/history/replacing';
import type { Job } from '@/lib/jobs/model/job';
import type { ZipState } from '@/lib/jobs/model/zip-state';
import { manyJobs, NAMES, NOW } from './jobs';

const ZIP = {
  id: 'zip',
  jobIds: Array.from({ length: 40 }, (_, index) => `job-${index}`),
  at: NOW,
  packed: 0,
  missing: [],
};

const nothing = () => console.log('replacing');
const replacing = (told: Replacing['told']): Replacing => ({
  jobIds: [],
  batchIds: [],
  sites: [],
  told,
  actions: {
    show: nothing,
    showBatch: nothing,
    hide: nothing,
    hideBatch: nothing,
    switchOn: nothing,
    switchOff: nothing,
    allow: nothing,
    dismiss: nothing,
  },
});
const host = 'images-eu-west-1.a-rather-long-name.example.com';

export const BAR_STORIES: Record<string, { jobs: Job[]; zip?: ZipState; replacing?: Replacing }> = {
  'zip-packing': { jobs: manyJobs(4), zip: { ...ZIP, packed: 12, state: 'packing', restarts: 0 } },
  'zip-partly': {
    jobs: manyJobs(4),
    zip: {
      ...ZIP,
      packed: 35,
      missing: Object.entries(NAMES).map(([id, name]) => ({ id, name })),
      state: 'saved',
      fileName: 'a.zip',
    },
  },
  'zip-failed': { jobs: manyJobs(4), zip: { ...ZIP, state: 'failed', reason: 'interrupted' } },
  'replace-refused': {
    jobs: manyJobs(4),
    replacing: replacing({ state: 'no-access', pattern: `https://${host}/*`, host, jobIds: [] }),
  },
  'replace-shown': {
    jobs: manyJobs(4),
    replacing: replacing({ state: 'shown', replaced: 2, impossible: 0 }),
  },
};
