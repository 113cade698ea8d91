import * as v from 'valibot';
import { createTurns } from '@/lib/async/turns';
import { stored } from './stored';

/** Where a person stopped reading a batch: at a page, by the id of its job, of which `share` (0..1) is above. */
export interface ReadingPlace {
  jobId: string;
  share: number;
}

/** Batches whose place is remembered, those read last. */
const KEPT = 50;

const place = v.object({
  batchId: v.string(),
  jobId: v.string(),
  share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});
const item = stored('local', 'readerPlaces');
const inTurn = createTurns();

async function readAll(): Promise<v.InferOutput<typeof place>[]> {
  const kept = await item.read();
  return Array.isArray(kept) ? kept.filter((each) => v.is(place, each)) : [];
}

export const readerPlaces = {
  /** Where reading the batch stopped. */
  async read(batchId: string): Promise<ReadingPlace | undefined> {
    const found = (await readAll()).find((each) => each.batchId === batchId);
    return found && { jobId: found.jobId, share: found.share };
  },
  /** Remembers a place, and forgets those of the batches that were not read for longest. */
  write: (batchId: string, { jobId, share }: ReadingPlace): Promise<void> =>
    inTurn(async () => {
      const others = (await readAll()).filter((each) => each.batchId !== batchId);
      await item.write([{ batchId, jobId, share }, ...others].slice(0, KEPT));
    }),
};
