import { afterEach, expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import { batchOf, rowsOf } from '@/tests/support/batch-world';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import type { Job } from '../model/job';
import type { JobDeps } from '../steps/deps';
import { createBatchCommands } from './batch-commands';
import { inCancelOrder } from './cancel-order';

let world: JobWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

it('what would be ordered next is cancelled first, and what is under way last', () => {
  const rows = (['generating', 'queued', 'acquired', 'ready', 'uploaded'] as const).map((stage) =>
    sampleJob({ id: stage, stage }),
  );
  expect(inCancelOrder(rows).map(({ id }) => id)).toEqual([
    'uploaded',
    'acquired',
    'queued',
    'generating',
    'ready',
  ]);
});

it('a removal sends no further order, although running ones make room for one that is far down', async () => {
  world = await createJobWorld({ simulator: { processingMs: 600_000 } });
  await world.batches.add(batchOf(40));
  await world.pass(20_000);
  // Single clicks go before batches.
  const { id } = await world.add({ picture: 'single.png' });
  await world.until(id, ({ stage }) => stage === 'uploaded');
  expect(world.simulator.submissions).toHaveLength(2);
  const rows = await rowsOf(world);
  await world.commands.removeAll([...rows.map((row) => row.id), id]);
  await world.pass(60_000);
  expect(world.simulator.submissions).toHaveLength(2);
});

it('cancelling the rest leaves a row alone whose order began meanwhile', async () => {
  const rows: Job[] = ['a', 'b'].map((id, at) =>
    sampleJob({ id, stage: 'uploaded', createdAt: at, batch: { id: 'batch', index: at + 1 } }),
  );
  const now = new Map(rows.map((row) => [row.id, row]));
  const store = { open: async () => rows } as unknown as JobDeps['store'];
  const commands = {
    async cancel(id: string, isMeant: (job: Job) => boolean = () => true) {
      const row = now.get(id);
      if (row && isMeant(row)) now.set(id, { ...row, stage: 'cancelled' });
      // The next one is ordered while this one is cancelled.
      if (id === 'a') now.set('b', { ...rows[1], stage: 'submitting' } as Job);
    },
  };
  const { cancelRest } = createBatchCommands({ store } as JobDeps, {} as never, commands as never);
  await cancelRest('batch');
  expect([...now.values()].map(({ stage }) => stage)).toEqual(['cancelled', 'submitting']);
});
