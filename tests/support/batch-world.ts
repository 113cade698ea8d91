import type { NewBatch } from '@/lib/jobs/engine/batch-commands';
import { isEnded, type Job } from '@/lib/jobs/model/job';
import type { JobWorld } from './job-world';
import { requestFor } from './world-fakes';

/** Steps after which a batch that is neither paused nor finished has stalled. */
const MOST_STEPS = 2_000;

/** A request for a batch of so many pictures of the gallery, each with its place on the page. */
export function batchOf(count: number, changes: Partial<NewBatch> = {}): NewBatch {
  const pictures = Array.from({ length: count }, (_, index) => {
    const { origin, name } = requestFor({ picture: `${index + 1}.png` }, false);
    return { origin, name, index: index + 1 };
  });
  const { options } = requestFor({}, false);
  return {
    id: 'batch',
    name: 'Gallery',
    leftOut: { large: 0, known: 0 },
    pictures,
    options,
    ...changes,
  };
}

/** The rows of the batch, in the order picked. */
export async function rowsOf({ store }: JobWorld, id = 'batch'): Promise<Job[]> {
  const ids = await store.rowsOfBatch(id);
  const rows = await Promise.all(ids.map((each) => store.get(each)));
  return rows.filter((row) => row !== undefined);
}

/** Lets time pass until the batch is paused with no order under way, or all its rows have ended. */
export async function untilCalm(world: JobWorld, id = 'batch'): Promise<Job[]> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const [rows, batch] = [await rowsOf(world, id), await world.store.batch(id)];
    const isUnderWay = rows.some(({ stage }) =>
      ['submitting', 'generating', 'ready'].includes(stage),
    );
    if (rows.every(isEnded) || (batch?.paused && !isUnderWay)) return rows;
    await world.pass(1_000);
  }
  throw new Error('the batch has stalled');
}

/** Credits that the service took for all orders. */
export function spentBy({ simulator }: JobWorld): number {
  return simulator.submissions.reduce((sum, { charged }) => sum + charged, 0);
}
