import { afterEach, describe, expect, it } from 'vitest';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { fetchResult } from './collect';
import type { JobDeps } from './deps';

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  await world.close();
});

describe('a result whose every link is refused', () => {
  it('is given up after a few fresh links, and Retry follows the same order', async () => {
    world = await createJobWorld();
    const remove = world.simulator.faults.add({
      at: 'result',
      times: 40,
      effect: { kind: 'http', status: 403 },
    });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure).toMatchObject({ code: 'result-expired', at: 'ready' });
    const fetched = world.simulator.requests.filter(({ endpoint }) => endpoint === 'result');
    expect(fetched).toHaveLength(4);

    remove();
    await world.commands.retry(id);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });
});

it('keeps the flaw of a result', async () => {
  world = await createJobWorld();
  const deps = {
    service: { download: async () => new Blob(['bytes']) },
    checkResult: async () => ({ type: 'png', width: 2048, height: 1536, flaw: 'black' }),
  } as unknown as JobDeps;
  const link = { url: 'https://p.example/r', width: 1, height: 1 };
  const { result, blob } = await fetchResult({}, link, deps);
  // Else Chrome saves it as text.
  expect(blob.type).toBe('image/png');
  expect(result).toMatchObject({ width: 2048, type: 'png', bytes: 5, flaw: 'black' });
});
