import type { Target } from '@/lib/jimeng/model/tools';
import type { WaitingBatch } from '../model/batch';

/** An image that a page handed in for upscaling. */
export interface HandedIn {
  /** Becomes the id of the row, so taking the image in twice makes one row. */
  id: string;
  /** Name of the file with its extension; name of the row for an address. */
  name: string;
  target: Target;
  /** As in `FileOrigin`. */
  path?: string;
  archive?: string;
  entry?: number;
  /** Where the image is, `http(s):`. Present: no bytes were handed in. */
  address?: string;
  /** The batch in which it waits for the person to start it; `at`: since when, Unix ms. */
  batch?: { id: string; name: string; at: number };
  /** Since this time, Unix ms, it waits for a batch, which the page requests next. */
  forBatchAt?: number;
}

/** Key of the list of handed-in images in the store `meta`. */
const HANDED_IN = 'handed-in';

/** The store `meta` in a transaction. */
interface Metas {
  get(key: string): Promise<unknown>;
  put(value: unknown, key: string): Promise<unknown>;
}

/** The list of handed-in images. */
export async function readHandedIn(metas: Pick<Metas, 'get'>): Promise<HandedIn[]> {
  return ((await metas.get(HANDED_IN)) as HandedIn[] | undefined) ?? [];
}

/** Adds images to the list. */
export async function addHandedIn(metas: Metas, added: readonly HandedIn[]): Promise<void> {
  await metas.put([...(await readHandedIn(metas)), ...added], HANDED_IN);
}

/**
 * Takes images off the list.
 * @returns whether one of them was on it
 */
export async function takeHandedIn(metas: Metas, ...ids: readonly string[]): Promise<boolean> {
  const waiting = await readHandedIn(metas);
  // A batch may name thousands.
  const taken = new Set(ids);
  const others = waiting.filter(({ id }) => !taken.has(id));
  if (others.length === waiting.length) return false;
  await metas.put(others, HANDED_IN);
  return true;
}

/** The batches that wait for the person, in order of arrival. */
export function waitingBatchesIn(images: readonly HandedIn[]): WaitingBatch[] {
  const waiting = new Map<string, WaitingBatch>();
  for (const { batch } of images) {
    if (!batch) continue;
    const { id, name } = batch;
    waiting.set(id, { id, name, size: (waiting.get(id)?.size ?? 0) + 1 });
  }
  return [...waiting.values()];
}
