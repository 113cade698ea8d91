import { describe, expect, it, vi } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import { createJobWorld } from '@/tests/support/job-world';
import type { Job } from '../model/job';
import { afterChange } from './after-order';

const submission = { submitId: 's', tool: 'smart-hd', at: 1 } as const;
const running = sampleJob({ id: 'a', stage: 'generating', submission });
const done = sampleJob({ id: 'a', stage: 'done', submission: { ...submission, outcome: 'done' } });
const WAITS = { reason: 'other-account', since: 1, signedIn: 'x' } as const;
const beside = (parts: Partial<Job>) =>
  sampleJob({ id: 'b', stage: 'generating', submission, ...parts });

/** What the end of an order says about being the last one; undefined if nothing was read. */
async function lastAfter(open: Job[], at: Partial<Job> = {}): Promise<boolean | undefined> {
  const noteOrder = vi.fn(async (_job: Job, _isLast: boolean) => {});
  const resumePriceWaits = async () => {};
  const after = { open: async () => open, noteOrder, resumePriceWaits };
  await afterChange({ ...done, ...at }, { ...running, ...at }, after);
  return noteOrder.mock.calls[0]?.[1];
}

describe('the end of an order', () => {
  it.each<[string, Job[], boolean]>([
    ['alone', [], true],
    ['while another runs', [beside({})], false],
    ['while another is still uploaded', [beside({ stage: 'uploaded' })], true],
    ['while another waits for its owner', [beside({ waiting: WAITS })], true],
    ['while one runs at another site', [beside({ site: 'dreamina' })], true],
    ['while one runs in a container', [beside({ container: 'firefox-container-1' })], true],
  ])('%s', async (_, open, isLast) => {
    expect(await lastAfter(open)).toBe(isLast);
  });

  it('shows a price each time where prices are not known', async () => {
    const site = { site: 'dreamina' } as const;
    expect(await lastAfter([beside(site)], site)).toBe(true);
  });
});

it('reads the balance of many orders for the last one only', async () => {
  const COUNT = 12;
  const world = await createJobWorld();
  const rows: Job[] = [];
  for (let index = 0; index < COUNT; index += 1) {
    rows.push(await world.add({ picture: `${index}.png` }));
  }
  for (const { id } of rows) expect((await world.untilEnded(id)).stage).toBe('done');
  const reads = world.simulator.requests.filter(({ endpoint }) => endpoint === 'credits');
  expect(reads.length).toBeLessThan(COUNT / 2);
  await world.close();
});
