import { entryOf } from '../model/history-entry';
import type { Job } from '../model/job';
import { isValidBatch } from './reading';
import { toStored, type Writing } from './schema';

/** A row to write, with the bytes that came with it. */
export interface NewRow {
  job: Job;
  file?: Blob;
}

/** Most addresses of a batch that grows. A page controls their number. */
const MOST_ADDRESSES = 10_000;

/** Under which the addresses of a batch that was extended are kept, also those of removed rows. */
const keyOf = (batchId: string) => `extended/${batchId}`;

/**
 * Adds rows to a batch inside a transaction: with the next places, and behind its other rows in the queue. Leaves out
 * addresses that the batch has or had.
 * @returns the rows as written; undefined if there is no such batch
 */
export async function extendBatch(
  tx: Writing,
  id: string,
  rows: readonly NewRow[],
): Promise<Job[] | undefined> {
  const [batches, metas] = [tx.objectStore('batches'), tx.objectStore('meta')];
  const batch = await batches.get(id);
  if (!isValidBatch(batch)) return undefined;
  const written = await tx.objectStore('entries').index('batch').getAll(id);
  const known = await addressesOf(
    tx,
    id,
    written.map((entry) => entry.id),
  );
  const fresh = rows.filter(({ job }) => {
    const address = addressOf(job);
    const isFresh = address !== undefined && !known.has(address) && known.size < MOST_ADDRESSES;
    if (isFresh) known.add(address);
    return isFresh;
  });
  if (fresh.length === 0) return [];
  const after = Math.max(0, ...written.map(({ createdAt }) => createdAt + 1));
  const places = batch.places ?? batch.size;
  const placed = fresh.map(({ job, ...bytes }, at) => {
    const createdAt = Math.max(job.createdAt, after) + at;
    const place = { id, index: places + at + 1 };
    return { ...bytes, job: { ...job, createdAt, updatedAt: createdAt, batch: place } };
  });
  await Promise.all([
    batches.put({
      ...batch,
      size: batch.size + placed.length,
      places: places + placed.length,
    }),
    metas.put([...known], keyOf(id)),
    ...placed.flatMap(({ job, file }) => [
      tx.objectStore('jobs').add(toStored(job)),
      tx.objectStore('entries').add(entryOf(job)),
      ...(file ? [tx.objectStore('blobs').put(file, `${job.id}/file`)] : []),
    ]),
  ]);
  return placed.map(({ job }) => job);
}

/** Forgets which addresses a batch had. */
export async function forgetExtended(tx: Writing, batchId: string): Promise<void> {
  await tx.objectStore('meta').delete(keyOf(batchId));
}

async function addressesOf(
  tx: Writing,
  batchId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const jobs = tx.objectStore('jobs');
  const [earlier, rows] = await Promise.all([
    tx.objectStore('meta').get(keyOf(batchId)),
    Promise.all(ids.map((id) => jobs.get(id))),
  ]);
  const addresses = rows.flatMap((row) => (row && addressOf(row)) ?? []);
  return new Set([...((earlier as string[] | undefined) ?? []), ...addresses]);
}

function addressOf({ origin }: Job): string | undefined {
  return origin.kind === 'page' ? origin.url : undefined;
}
