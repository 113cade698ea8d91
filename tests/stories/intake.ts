import type { Intake } from '@/lib/intake/given';
import type { Job } from '@/lib/jobs/model/job';
import { manyJobs } from './jobs';

/** What comes of images that a person gave. */
export const INTAKE_STORIES: Record<string, { jobs: Job[]; intake: Intake | 'reading' }> = {
  'intake-reading': { jobs: manyJobs(4), intake: 'reading' },
  'intake-added': {
    jobs: manyJobs(4),
    intake: {
      added: 12,
      notImages: 3,
      notAddresses: 1,
      tooMany: 0,
      refused: [],
      patterns: ['https://a.example/*', 'https://b.example/*'],
    },
  },
  'intake-refused': {
    jobs: manyJobs(4),
    intake: {
      added: 0,
      notImages: 2,
      notAddresses: 0,
      tooMany: 0,
      refused: [
        { archive: 'holiday.zip', fault: 'encrypted' },
        { archive: `${'chapter'.repeat(12)} 42.cbz`, fault: 'too-large' },
      ],
      patterns: [],
    },
  },
  'intake-nothing': {
    jobs: [],
    intake: { added: 0, notImages: 0, notAddresses: 1, tooMany: 0, refused: [], patterns: [] },
  },
};
