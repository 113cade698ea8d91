import { expect } from 'vitest';
import type { Job } from '@/lib/jobs/model/job';
import { otherRemediesOf, remedyOf } from '@/lib/jobs/model/remedy';
import { type Hit, LONG_MS, outcomeOf } from './fault-run';

/** More than this in three hours would be a storm. */
const MOST_REQUESTS = 400;
const SECRETS = /session-1|sessionid|AKTP|STS2|SpaceKey/;

/** The row of a job. */
export async function rowOf({ world, id }: Hit): Promise<Job> {
  const job = await world.store.get(id);
  if (!job) throw new Error('the row is lost');
  return job;
}

/** What holds whatever went wrong. @param mostOrders how many orders the service may have accepted */
export async function checkRow(hit: Hit, mostOrders: number): Promise<void> {
  const { world } = hit;
  const job = await rowOf(hit);
  const { submissions, violations, requests } = world.simulator;
  expect(submissions.length).toBeLessThanOrEqual(mostOrders);
  expect(violations).toEqual([]);
  expect(world.reports).toEqual([]);
  expect(requests.length).toBeLessThan(MOST_REQUESTS);
  expect(job.failure?.code).not.toBe('internal');
  expect(JSON.stringify(job)).not.toMatch(SECRETS);
  if (submissions.length > 0 && job.failure) expect(job.failure.charged).toBe('maybe');
  if (job.stage === 'done') {
    expect(await world.store.blob(`${job.id}/result`)).toBeDefined();
  }
}

/** When all is well again, one press of a button is enough, and what was accepted is not ordered anew. */
export async function checkWayOut(hit: Hit): Promise<void> {
  const { world } = hit;
  const job = await rowOf(hit);
  const { submissions, faults } = world.simulator;
  const accepted = submissions.length;
  faults.clear();
  world.beforeRequest = () => {};
  world.page = 'signs';
  world.granted.add('https://open.example/*');
  if (job.failure && accepted > 0) {
    expect([remedyOf(job), ...otherRemediesOf(job)]).toContain('retry');
  }
  if (job.failure || job.waiting?.reason === 'credits') await world.commands.retry(job.id);
  else await world.commands.resumeWaiting();
  await world.pass(LONG_MS);
  expect(outcomeOf(await rowOf(hit))).toBe('done');
  expect(submissions).toHaveLength(Math.max(accepted, 1));
}
