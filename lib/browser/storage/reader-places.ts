import * as v from 'valibot';
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
type Kept = v.InferOutput<typeof place>;
const item = stored('local', 'readerPlaces');

const placesFrom = (value: unknown): Kept[] =>
  Array.isArray(value) ? value.filter((each) => v.is(place, each)) : [];

/** The places of a reader that is open. */
export interface ReaderPlaces {
  /** Where reading a batch stopped. */
  of(batchId: string): ReadingPlace | undefined;
  /**
   * Remembers a place, and forgets those of the batches that were not read for longest. The write begins at once: a page
   * that is being closed waits for nothing.
   */
  write(batchId: string, place: ReadingPlace): Promise<void>;
}

/** Reads the places, and follows what other readers write. */
export async function openReaderPlaces(): Promise<ReaderPlaces> {
  let kept: Kept[] = [];
  item.watch((value) => {
    kept = placesFrom(value);
  });
  kept = placesFrom(await item.read());
  return {
    of(batchId) {
      const found = kept.find((each) => each.batchId === batchId);
      return found && { jobId: found.jobId, share: found.share };
    },
    write(batchId, { jobId, share }) {
      const others = kept.filter((each) => each.batchId !== batchId);
      kept = [{ batchId, jobId, share }, ...others].slice(0, KEPT);
      return item.write(kept);
    },
  };
}
