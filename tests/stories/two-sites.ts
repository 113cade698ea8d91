import type { AccountReport } from '@/lib/browser/messages';
import type { Job } from '@/lib/jobs/model/job';
import { asList, ENDED, FAILED, NOW, RUNNING, sampleJob, WAITING } from './jobs';

/** Both sites are signed in; the next image goes to Dreamina. */
export const BOTH_SIGNED_IN: AccountReport = {
  site: 'dreamina',
  other: 'jimeng',
  state: 'signed-in',
  credits: { total: 96 },
};

const at = (jobs: Record<string, Job>, key: string, parts: Partial<Job>): Job => ({
  ...(jobs[key] ?? sampleJob()),
  ...parts,
});
const waiting = (reason: 'page-consent' | 'price-unknown', name: string): Job =>
  sampleJob({ stage: 'uploaded', name, site: 'dreamina', waiting: { reason, since: NOW } });

const paid = ENDED.done?.submission;

/** Rows of both sites, one of them in a container. */
export const TWO_SITES: Job[] = asList([
  at(RUNNING, 'generating', { name: 'harbour-at-dawn', site: 'dreamina' }),
  { ...waiting('page-consent', 'mushroom study'), container: 'firefox-container-1' },
  waiting('price-unknown', 'balloons over fields'),
  at(ENDED, 'done', {
    name: 'night-lake',
    site: 'dreamina',
    credits: 4,
    ...(paid && { submission: { ...paid, balance: 100 } }),
  }),
  at(FAILED, 'risk-control', { name: 'the cat of the house', site: 'dreamina' }),
  at(WAITING, 'sign-in', { name: 'poster-draft-final-v7', site: 'jimeng' }),
  at(ENDED, 'saved', { name: 'portrait of a stranger', site: 'jimeng' }),
]);
